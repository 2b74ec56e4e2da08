// Files and their chunks → the marks from which places are counted, and where each lies.
import { positionAt, type Range } from "../../grammar/lines.ts";
import type { Chunk, Span } from "../../grammar/tree.ts";
import { isSameList } from "../cells/contributions.ts";
import { engineOf } from "../cells/engine.ts";
import { memo, memoIn } from "../cells/memo.ts";
import type { Entity } from "../model/entity.ts";
import { linesIn } from "../model/lines.ts";
import type { Model, Universe } from "../model/universe.ts";
import { chunkNameOf } from "./ids.ts";
import type { FileLayout, RelativePlace } from "./shape.ts";

/** The mark of a chunk in the views of a project: those of other projects have the root before it. */
export function markOfChunk(model: Model, chunk: Chunk): string {
  const home = model.universe.homeOf(chunk);
  const head = chunkNameOf(model.universe, chunk) ?? "";
  return home === undefined || home === model ? head : `${rootMark(home)}${head}`;
}

/** What all marks of another project begin with. */
function rootMark(home: Model): string {
  return `${home.project.root}\n`;
}

/** The mark of a file. */
export function fileMark(home: Model, path: string): string {
  return `${home.project.root}/${path}`;
}

/**
 * Where a stretch of a declaration stands, counted from where its chunk begins. It moves with a title or
 * an empty line before it; where the chunk lies in its file is asked aside, since it does not matter.
 */
export function rangeWithin(all: Universe, entity: Entity, span: Span): Range {
  all.titleOf(entity);
  const place = aside(all, () => all.homeOf(entity.chunk)?.placeOf(entity.chunk));
  if (place === undefined) throw new Error("A declaration lies in a file of its project.");
  const { now, start } = place;
  const at = (offset: number) => positionAt(linesIn(now), now.text, place.at(offset) - start);
  return { start: at(span.start), end: at(span.end) };
}

function aside<Result>(all: Universe, work: () => Result): Result {
  const engine = engineOf(all);
  return engine === undefined ? work() : engine.aside(work);
}

type Layout = FileLayout["pieces"][number];

/** How far the text of a chunk reaches. */
const reach: (chunk: Chunk) => readonly [lines: number, characters: number] = memo((chunk) => {
  const starts = linesIn(chunk);
  return [starts.length - 1, chunk.text.length - (starts.at(-1) ?? 0)];
});

/** By mark: what has not changed is the same object. */
const knownPieces = memo((_chunk: Chunk) => new Map<string, Layout>());

function pieceOf(chunk: Chunk, mark: string): Layout {
  const known = knownPieces(chunk);
  const found = known.get(mark) ?? [mark, ...reach(chunk)];
  known.set(mark, found);
  return found;
}

const headIn: (home: Model, chunk: Chunk) => string = memoIn(
  (home, chunk) => chunkNameOf(home.universe, chunk) ?? "",
);

/** The pieces of a file. */
const piecesOf: (home: Model, path: string) => readonly Layout[] = memoIn((home, path) => {
  const { chunks = [] } = home.fileAt(path)?.tree ?? {};
  return chunks.map((chunk) => pieceOf(chunk, headIn(home, home.readingOf(chunk))));
}, isSameList);

/** The files of a project, and those of the others in which something that is shown is written. */
export function filesOf(
  model: Model,
  places: readonly (RelativePlace | undefined)[],
  uriOf: (path: string) => string,
): readonly FileLayout[] {
  const roots = new Set(
    places.flatMap((place) => (place?.at.includes("\n") ? place.at.split("\n", 1) : [])),
  );
  const others = [...model.universe.models.values()].filter(
    (other) => other !== model && roots.has(other.project.root),
  );
  return [model, ...others].flatMap((home) =>
    (home === model ? ownFiles : filesElsewhere)(home).map(({ id, pieces, byUri }) => {
      const uri = uriOf(id);
      const found = byUri.get(uri) ?? { id, uri, pieces };
      byUri.set(uri, found);
      return found;
    }),
  );
}

/** The pieces of a file, and its layout by its address: what has not changed is the same object. */
interface Filed {
  readonly id: string;
  readonly pieces: readonly Layout[];
  readonly byUri: Map<string, FileLayout>;
}

const ownFiles = filedBy(piecesOf);

function filedBy(
  pieces: (home: Model, path: string) => readonly Layout[],
): (home: Model) => readonly Filed[] {
  const filed: (home: Model, path: string) => Filed = memoIn((home, path) => ({
    id: fileMark(home, path),
    pieces: pieces(home, path),
    byUri: new Map(),
  }));
  return memo((home) => [...home.paths()].map((path) => filed(home, path)));
}

const piecesElsewhere: (home: Model, path: string) => readonly Layout[] = memoIn((home, path) =>
  piecesOf(home, path).map(
    ([mark, lines, characters]): Layout => [
      mark === "" ? "" : rootMark(home) + mark,
      lines,
      characters,
    ],
  ),
);

const filesElsewhere = filedBy(piecesElsewhere);

/** A path that is a URI already stays as it is. */
export function fileUri(path: string): string {
  if (/^[a-z][\w+.-]+:\/\//i.test(path)) return path;
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  return `file://${encoded.startsWith("/") ? "" : "/"}${encoded}`;
}
