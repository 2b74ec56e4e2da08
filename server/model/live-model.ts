// A project and the one that comes after it → the same model, moved on: what came, what went, and who is told.
import type { Chunk, FileTree } from "../../grammar/tree.ts";
import type { Kind } from "../../grammar/vocabulary.ts";
import type { Follower } from "../cells/contributions.ts";
import { Input, Live, Source } from "../cells/engine.ts";
import { indexed } from "../cells/indexed.ts";
import { memo } from "../cells/memo.ts";
import type { Config } from "../project/config.ts";
import type { Project, SourceFile, Workspace } from "../project/project.ts";
import { FileTable } from "../project/table.ts";
import { type Day, day, type Fiscal } from "./calendar.ts";
import type { Entity } from "./entity.ts";
import { FollowedLines } from "./followed-lines.ts";
import { type ChunkLine, lineAt } from "./lines.ts";
import { outline } from "./outline.ts";
import { patched, sureOf } from "./patched.ts";
import { ChunkPlace, counterpart } from "./reading.ts";
import { Spots } from "./spots.ts";
import {
  aliasesOf,
  fiscalOf,
  type Model,
  type Names,
  nameGiven,
  type Universe,
} from "./universe.ts";

/** The model of a project that is followed: who reads a part of it depends on that part. */
export class LiveModel extends Live implements Model {
  readonly universe: Universe & Live;
  readonly root: string;
  readonly project: Project;
  readonly names: Names;
  /** What comes and goes with the step that is made at the moment. */
  readonly came: Chunk[] = [];
  readonly went: Chunk[] = [];
  isElsewhere = false;
  readonly #parts: {
    readonly config: Input<Config>;
    readonly data: Input<Project["data"]>;
    readonly tables: Input<Project["tables"]>;
    readonly inWorkspace: Input<boolean>;
  };
  /** Told of every change of a text, of every change of a declaration, and of those of a kind. */
  readonly #texts: Source;
  readonly #declared: Source;
  readonly #kinds = new Map<Kind, Source>();
  readonly #files = new Map<string, Source>();
  /** Told of what comes and goes in each file, and of files that do. */
  readonly #declaredFiles = new Map<string, Source>();
  readonly #list: Source;
  readonly #today: Input<Day>;
  readonly #aliases: Input<Model["aliases"]>;
  readonly #spots = new Spots();
  /** Told where a chunk stays as it was read and stands otherwise. */
  readonly #standings = new Map<Chunk, Source>();
  readonly #lines: FollowedLines;
  readonly #followers: Follower[] = [];
  #now: Project;
  #rank = 0;
  #ranks = new Map<string, number>();
  #entities: readonly Entity[] | undefined;
  readonly #ofKinds = new Map<Kind, readonly Entity[]>();

  constructor(universe: Universe & Live, project: Project) {
    super(universe.engine);
    const { engine } = universe;
    this.universe = universe;
    this.root = project.root;
    this.#now = { ...project, files: new Map() };
    this.#parts = {
      config: new Input(engine, project.config),
      data: new Input(engine, project.data),
      tables: new Input(engine, project.tables),
      inWorkspace: new Input(engine, project.inWorkspace),
    };
    this.#lines = new FollowedLines(engine, (chunk) => {
      const at = this.#placed(chunk);
      return at && lineAt(at.file.tree, at.index);
    });
    this.#texts = new Source(engine);
    this.#list = new Source(engine);
    this.#declared = new Source(engine);
    this.#today = new Input(engine, day(universe.workspace.today));
    this.#aliases = new Input<Model["aliases"]>(engine, new Map());
    this.project = this.#view();
    this.names = {
      get: (name) => namesOf(this).get(name)[0],
      has: (name) => namesOf(this).get(name).length > 0,
      all: () => allNames(this),
    };
  }

  get today(): Day {
    return this.#today.get();
  }

  get aliases(): Model["aliases"] {
    return this.#aliases.get();
  }

  get strategy(): Entity | undefined {
    return strategyOf(this);
  }

  get fiscal(): Fiscal | undefined {
    return fiscalIn(this);
  }

  get entities(): readonly Entity[] {
    this.#declared.read();
    this.#entities ??= [...this.#inOrder()].flatMap((chunk) => outline(chunk).entities);
    return this.#entities;
  }

  of(kind: Kind): readonly Entity[] {
    this.#sourceOf(this.#kinds, kind).read();
    let found = this.#ofKinds.get(kind);
    if (found === undefined) {
      found = [...this.#inOrder()].flatMap((chunk) => sureOf(chunk, kind));
      this.#ofKinds.set(kind, found);
    }
    return found;
  }

  *chunks(): Iterable<Chunk> {
    this.#texts.read();
    yield* this.#inOrder();
  }

  *#inOrder(): Iterable<Chunk> {
    for (const { tree } of this.#now.files.values()) yield* this.#spots.readingsOf(tree.chunks);
  }

  placeOf(chunk: Chunk): ChunkPlace | undefined {
    const at = this.#placed(chunk);
    if (at === undefined) return undefined;
    this.#sourceOf(this.#files, at.file.path).read();
    return new ChunkPlace(at.file, at.index, chunk);
  }

  /** The file in which a chunk lies at the moment, and its number there: nobody is noted to have read it. */
  #placed(chunk: Chunk): { readonly file: SourceFile; readonly index: number } | undefined {
    const spot = this.#spots.of(chunk);
    const file = spot && this.#now.files.get(spot.path);
    return file && { file, index: spot.index };
  }

  lineOf(chunk: Chunk): ChunkLine | undefined {
    return this.#lines.of(this.readingOf(chunk));
  }

  readingOf(chunk: Chunk): Chunk {
    return this.#spots.readingOf(chunk);
  }

  standing(entity: Entity): Entity {
    this.#sourceOf(this.#standings, entity.chunk).read();
    const at = this.#placed(entity.chunk);
    const now = at?.file.tree.chunks[at.index];
    return (now && counterpart(now, entity)) ?? entity;
  }

  paths(): Iterable<string> {
    this.#list.read();
    return this.#now.files.keys();
  }

  chunksIn(path: string): readonly Chunk[] {
    this.#sourceOf(this.#declaredFiles, path).read();
    return this.#spots.readingsOf(this.#now.files.get(path)?.tree.chunks ?? []);
  }

  /** Who reads a file depends on it alone. */
  fileAt(path: string): SourceFile | undefined {
    this.#sourceOf(this.#files, path).read();
    return this.#now.files.get(path);
  }

  pathOf(chunk: Chunk): string | undefined {
    return this.#spots.of(chunk)?.path;
  }

  follow(follower: Follower): void {
    this.#followers.push(follower);
    for (const chunk of this.#spots.chunks()) follower.came(chunk);
  }

  rankOf(chunk: Chunk): number {
    const spot = this.#spots.of(chunk);
    if (spot === undefined) return 0;
    return this.#rank * 1e13 + (this.#ranks.get(spot.path) ?? 0) * 1e7 + spot.index;
  }

  fileKeyOf(chunk: Chunk): string {
    return this.pathOf(chunk) ?? "";
  }

  /** What is told of one of several things, made when somebody reads it. */
  #sourceOf<Key>(sources: Map<Key, Source>, key: Key): Source {
    const source = sources.get(key) ?? new Source(this.engine);
    sources.set(key, source);
    return source;
  }

  /** The project as it is at the moment. */
  #view(): Project {
    const { config, data, tables, inWorkspace } = this.#parts;
    const files = () => {
      this.#texts.read();
      return this.#now.files;
    };
    return {
      root: this.root,
      get files() {
        return files();
      },
      get config() {
        return config.get();
      },
      get data() {
        return data.get();
      },
      get tables() {
        return tables.get();
      },
      get inWorkspace() {
        return inWorkspace.get();
      },
    };
  }

  /** Takes a later version: what comes and goes with it is told later. */
  move(project: Project, rank: number): void {
    const before = this.#now;
    this.#now = project;
    this.#rank = rank;
    this.came.length = 0;
    this.went.length = 0;
    this.isElsewhere = false;
    if (before.files === project.files) return;
    let isListed = false;
    // What goes from one file to another goes before it comes.
    for (const path of FileTable.differing(before.files, project.files)) {
      const [old, now] = [before.files.get(path)?.tree, project.files.get(path)?.tree];
      isListed ||= old === undefined || now === undefined;
      if (old !== now) this.#change(path, old, now);
    }
    if (!isListed) return;
    this.#list.touch();
    this.#ranks = new Map([...project.files.keys()].map((path, index) => [path, index]));
  }

  /** All that stays goes and comes, since it stands before or behind other projects now. */
  comeAgain(): void {
    const fresh = new Set(this.came);
    for (const chunk of this.#inOrder()) {
      if (fresh.has(chunk)) continue;
      this.went.push(chunk);
      this.came.push(chunk);
    }
  }

  /** All of it goes. */
  leave(): void {
    this.move({ ...this.#now, files: new Map() }, this.#rank);
  }

  /** Takes a file in another form; without one before or after it comes or goes. */
  #change(path: string, before: FileTree | undefined, after: FileTree | undefined): void {
    const step = this.#spots.change(path, before?.chunks ?? [], after?.chunks ?? []);
    for (const chunk of step.stayed) this.#standings.get(chunk)?.touch();
    for (const chunk of step.went) {
      // Where it comes again, who reads how it stands follows another source.
      this.#standings.get(chunk)?.touch();
      this.#standings.delete(chunk);
      this.went.push(chunk);
    }
    for (const chunk of step.came) this.came.push(chunk);
    this.#lines.change(before, after, step);
    this.#files.get(path)?.touch();
    if (step.came.length + step.went.length > 0) this.#declaredFiles.get(path)?.touch();
    // What was found for a file by its path goes with it.
    if (after === undefined) this.engine.forget(path);
    const changed = [...step.came, ...step.went];
    this.isElsewhere ||=
      before === undefined ||
      after === undefined ||
      changed.some((chunk) => outline(chunk).imports.length > 0);
  }

  /** Tells those who read it what has changed. */
  tell(workspace: Workspace, isElsewhere: boolean): void {
    const { config, data, tables, inWorkspace } = this.#parts;
    const now = this.#now;
    config.set(now.config);
    data.set(now.data);
    tables.set(now.tables);
    inWorkspace.set(now.inWorkspace);
    this.#today.set(day(now.config.today ?? workspace.today));
    if (isElsewhere) this.#aliases.set(aliasesOf(now, workspace));
    this.#texts.touch();
    if (this.came.length === 0 && this.went.length === 0) return;
    this.#declared.touch();
    this.#entities = undefined;
    const kinds = new Set<Kind>();
    for (const chunk of [...this.came, ...this.went])
      for (const { kind } of outline(chunk).entities) if (kind !== undefined) kinds.add(kind);
    const { went, came } = this;
    const step = { went, came, rankOf: (chunk: Chunk) => this.rankOf(chunk) };
    for (const kind of kinds) {
      const before = this.#ofKinds.get(kind);
      const after = before && patched(before, kind, step);
      if (after === undefined) this.#ofKinds.delete(kind);
      else this.#ofKinds.set(kind, after);
      this.#kinds.get(kind)?.touch();
    }
  }

  tellGone(): void {
    for (const chunk of this.went) for (const follower of this.#followers) follower.went(chunk);
  }

  tellCome(): void {
    for (const chunk of this.came) for (const follower of this.#followers) follower.came(chunk);
  }
}

const namesOf = indexed<LiveModel, string, Entity>(function* (_model, chunk) {
  for (const entity of outline(chunk).entities) {
    const name = nameGiven(entity);
    if (name !== undefined) yield [name, entity];
  }
});

const allNames = memo((model: LiveModel) => {
  const names = new Map<string, Entity>();
  for (const entity of model.entities) {
    const name = nameGiven(entity);
    if (name !== undefined && !names.has(name)) names.set(name, entity);
  }
  return names;
});

const strategyOf = memo((model: LiveModel) => model.of("strategy")[0]);

const fiscalIn = memo(
  (model: LiveModel) => fiscalOf(model.strategy),
  (a, b) => a?.month === b?.month && a?.namedBy === b?.namedBy,
);
