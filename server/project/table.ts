// The files of a project → the same with another version of one, which shares all else, and what two of them differ in.
import type { FileTree } from "../../grammar/tree.ts";

/** One `.strategy` file. A new version is a new object that shares its unchanged chunks. */
export interface SourceFile {
  /** Relative to the root of its project, with `/`. */
  readonly path: string;
  readonly tree: FileTree;
}

/** Files by path, in the order of their paths. */
type Files = ReadonlyMap<string, SourceFile>;

/** So many files have another version before all are put together anew. */
const mostNewer = 32;

/** Files of which a few have taken the place of others: a key costs the same in any number of them. */
export class FileTable implements Files {
  readonly #base: Files;
  /** Versions of files that the base has too. */
  readonly #newer: Files;

  private constructor(base: Files, newer: Files) {
    this.#base = base;
    this.#newer = newer;
  }

  /** The same files with another version of one that is among them. */
  static with(files: Files, file: SourceFile): Files {
    const [base, newer] = files instanceof FileTable ? [files.#base, files.#newer] : [files, none];
    const after = new Map(newer).set(file.path, file);
    if (after.size <= mostNewer) return new FileTable(base, after);
    return new Map([...base].map(([path, one]) => [path, after.get(path) ?? one]));
  }

  /** The paths of files that are not the same in both: those that change or go, then those that come. */
  static *differing(before: Files, after: Files): Iterable<string> {
    if (before === after) return;
    const isAkin =
      before instanceof FileTable && after instanceof FileTable && before.#base === after.#base;
    // Where both rest on the same files, only those that have another version can differ.
    const paths = isAkin
      ? new Set([...before.#newer.keys(), ...after.#newer.keys()])
      : before.keys();
    for (const path of paths) if (before.get(path) !== after.get(path)) yield path;
    if (isAkin) return;
    for (const path of after.keys()) if (!before.has(path)) yield path;
  }

  get size(): number {
    return this.#base.size;
  }

  get(path: string): SourceFile | undefined {
    return this.#newer.get(path) ?? this.#base.get(path);
  }

  has(path: string): boolean {
    return this.#base.has(path);
  }

  keys(): MapIterator<string> {
    return this.#base.keys();
  }

  *values(): Generator<SourceFile, undefined> {
    for (const [path, file] of this.#base) yield this.#newer.get(path) ?? file;
  }

  *entries(): Generator<[string, SourceFile], undefined> {
    for (const [path, file] of this.#base) yield [path, this.#newer.get(path) ?? file];
  }

  [Symbol.iterator](): Generator<[string, SourceFile], undefined> {
    return this.entries();
  }

  forEach(visit: (file: SourceFile, path: string, files: Files) => void): void {
    for (const [path, file] of this) visit(file, path, this);
  }
}

const none: Files = new Map();
