// A workspace → a model for each of its projects: entities in project order, names and imports.
import type { Chunk, FileTree, Import } from "../../grammar/tree.ts";
import { nfc } from "../../grammar/values.ts";
import type { Kind } from "../../grammar/vocabulary.ts";
import type { Whole } from "../cells/contributions.ts";
import { memo } from "../cells/memo.ts";
import {
  type Project,
  resolve,
  resolveFrom,
  type SourceFile,
  type Workspace,
} from "../project/project.ts";
import { calendarYear, type Day, day, type Fiscal } from "./calendar.ts";
import { choiceOf, type Entity, unknownIn, valueIn } from "./entity.ts";
import { type ChunkLine, lineAt } from "./lines.ts";
import { outline } from "./outline.ts";
import { ChunkPlace } from "./reading.ts";
import { titleWritten } from "./title.ts";

/** An `import` line and the project that it names, if it is there. */
export interface Alias {
  readonly name: string;
  readonly node: Import;
  readonly chunk: Chunk;
  readonly root: string | undefined;
}

/** What one project says, with its names; or the same with only a part of it in sight. */
export interface Model extends Whole {
  /** Of a part: the model of the whole project. */
  readonly whole?: Model;
  readonly project: Project;
  readonly universe: Universe;
  readonly today: Day;
  /** All declarations in project order (by path and position), unsure ones too. */
  readonly entities: readonly Entity[];
  /** The sure ones of a kind, in project order. */
  of(kind: Kind): readonly Entity[];
  /** The first `strategy` declaration. */
  readonly strategy: Entity | undefined;
  /** By name; the first where a name is declared twice. Milestones in an initiative are found there. */
  readonly names: Names;
  /** The imports of each file that has some, by its path and their names. */
  readonly aliases: ReadonlyMap<string, ReadonlyMap<string, Alias>>;
  /** Where a chunk of it lies now; undefined of one that is not its own. */
  placeOf(chunk: Chunk): ChunkPlace | undefined;
  /**
   * The line on which a chunk of it stands, and what stands there now. Who asks depends on that alone,
   * and not on what else is typed into the file.
   */
  lineOf(chunk: Chunk): ChunkLine | undefined;
  /**
   * The chunk from which it has the declarations of one that stands in a file: mostly the same. Where
   * it says the same under another title or further down, that of before.
   */
  readingOf(chunk: Chunk): Chunk;
  /** A file by its path. */
  fileAt(path: string): SourceFile | undefined;
  /** The chunks of a file, in its order, as they were read. */
  chunksIn(path: string): readonly Chunk[];
  /** The paths of its files. */
  paths(): Iterable<string>;
  /** The path of the file of a chunk; undefined of one that is not its own. */
  pathOf(chunk: Chunk): string | undefined;
  /** The fiscal year that its dates use; undefined where it is written but faulty. */
  readonly fiscal: Fiscal | undefined;
}

/** The declarations that can be named in a project. */
export interface Names {
  get(name: string): Entity | undefined;
  has(name: string): boolean;
  /** All of them. */
  all(): ReadonlyMap<string, Entity>;
}

/** All models that were loaded together; they see one another through imports. */
export interface Universe extends Whole {
  readonly workspace: Workspace;
  readonly models: ReadonlyMap<string, Model>;
  /** The model that an entity belongs to. */
  modelOf(entity: Entity): Model;
  /** The model that a chunk belongs to; undefined of one that belongs to none. */
  homeOf(chunk: Chunk): Model | undefined;
  /** A declaration as it stands in its file now, whose title and places may be others than those that were read. */
  standing(entity: Entity): Entity;
  /** The title of a declaration as it is now; undefined where it has none. */
  titleOf(entity: Entity): string | undefined;
}

/** What a project holds, without its imports: computed once per version of the project. */
interface Local {
  readonly entities: readonly Entity[];
  readonly kinds: ReadonlyMap<Kind, readonly Entity[]>;
  readonly names: ReadonlyMap<string, Entity>;
  readonly places: ReadonlyMap<Chunk, ChunkPlace>;
}

/** The root of the project in which a chunk was seen last: mostly still the right one. */
const lastRoots = new WeakMap<Chunk, string>();

const local: (project: Project) => Local = memo((project) => {
  const entities: Entity[] = [];
  const kinds = new Map<Kind, Entity[]>();
  const names = new Map<string, Entity>();
  const places = new Map<Chunk, ChunkPlace>();
  for (const file of project.files.values()) {
    file.tree.chunks.forEach((chunk, index) => {
      lastRoots.set(chunk, project.root);
      places.set(chunk, new ChunkPlace(file, index, chunk));
      for (const entity of outline(chunk).entities) {
        entities.push(entity);
        const name = nameGiven(entity);
        if (name !== undefined && !names.has(name)) names.set(name, entity);
        if (!entity.sure || entity.kind === undefined) continue;
        const same = kinds.get(entity.kind);
        if (same === undefined) kinds.set(entity.kind, [entity]);
        else same.push(entity);
      }
    });
  }
  return { entities, kinds, names, places };
});

/** Whether a name belongs to the declaration around it and not to the project: that of a milestone in one. */
export function isLocalName({ kind, parent }: Entity): boolean {
  return kind === "milestone" && parent !== undefined;
}

/**
 * The name that a declaration gives its project, if any. Where it lacks one of its two words, the one
 * that is there is its name if it is no kind.
 */
export function nameGiven(entity: Entity): string | undefined {
  const { name, kind, node } = entity;
  const given = name === "" && kind === undefined ? nfc(node.kind.text) : name;
  return given === "" || isLocalName(entity) ? undefined : given;
}

/** What a workspace has as its universe, or what makes it when somebody asks. */
type Seat = Universe | (() => Universe);

const seats = new WeakMap<Workspace, Seat>();

/** The models of all projects of a workspace. */
export function universe(workspace: Workspace): Universe {
  const seat = seats.get(workspace) ?? frozen(workspace);
  const found = typeof seat === "function" ? seat() : seat;
  if (found !== seats.get(workspace)) seats.set(workspace, found);
  return found;
}

/** Says what makes the universe of a workspace when somebody asks for it; undefined: a new one is made. */
export function seat(workspace: Workspace, make: (() => Universe) | undefined): void {
  if (make === undefined) seats.delete(workspace);
  else seats.set(workspace, make);
}

/** The models of a workspace that never changes. */
function frozen(workspace: Workspace): Universe {
  const models = new Map<string, Model>();
  const self: Universe = {
    workspace,
    models,
    *chunks() {
      for (const model of models.values()) yield* model.chunks();
    },
    homeOf(chunk) {
      const likely = models.get(lastRoots.get(chunk) ?? "");
      if (likely?.placeOf(chunk) !== undefined) return likely;
      for (const model of models.values()) if (model.placeOf(chunk) !== undefined) return model;
      return undefined;
    },
    standing: (entity) => entity,
    titleOf: titleWritten,
    modelOf({ chunk, name }) {
      const home = self.homeOf(chunk);
      if (home === undefined) throw new Error(`No project holds '${name}'.`);
      return home;
    },
  };
  for (const project of workspace.projects.values())
    models.set(project.root, modelOf(project, self));
  return self;
}

function modelOf(project: Project, all: Universe): Model {
  const { entities, kinds, names, places } = local(project);
  const strategy = kinds.get("strategy")?.[0];
  return {
    project,
    universe: all,
    today: day(project.config.today ?? all.workspace.today),
    entities,
    chunks: () => places.keys(),
    of: (kind) => kinds.get(kind) ?? [],
    strategy,
    names: { get: (name) => names.get(name), has: (name) => names.has(name), all: () => names },
    placeOf: (chunk) => places.get(chunk),
    lineOf: (chunk) => {
      const place = places.get(chunk);
      return place && lineAt(place.file.tree, place.index);
    },
    readingOf: (chunk) => chunk,
    fileAt: (path) => project.files.get(path),
    chunksIn: (path) => project.files.get(path)?.tree.chunks ?? [],
    paths: () => project.files.keys(),
    pathOf: (chunk) => places.get(chunk)?.file.path,
    aliases: aliasesOf(project, all.workspace),
    fiscal: fiscalOf(strategy),
  };
}

/** The fiscal year that a strategy names. */
export function fiscalOf(strategy: Entity | undefined): Fiscal | undefined {
  if (strategy === undefined) return calendarYear;
  if (unknownIn(strategy, "fiscal-year-start") || unknownIn(strategy, "fiscal-year-named-by"))
    return undefined;
  const month = valueIn(strategy, "fiscal-year-start", "number")?.value.toNumber() ?? 1;
  return {
    month,
    namedBy: choiceOf(strategy, "fiscal-year-named-by") === "start" ? "start" : "end",
  };
}

/** The imports of a project. */
export function aliasesOf(project: Project, workspace: Workspace): Model["aliases"] {
  const aliases = new Map<string, ReadonlyMap<string, Alias>>();
  for (const file of project.files.values()) {
    const inFile = new Map<string, Alias>();
    for (const { node, chunk } of importsIn(file.tree)) {
      const name = nfc(node.name?.text ?? "");
      if (name === "" || inFile.has(name)) continue;
      inFile.set(name, { name, node, chunk, root: targetOf(node, file, project, workspace) });
    }
    if (inFile.size > 0) aliases.set(file.path, inFile);
  }
  return aliases;
}

/** The imports of a file, in the order of the text. */
const importsIn: (tree: FileTree) => readonly { readonly node: Import; readonly chunk: Chunk }[] =
  memo((tree) =>
    tree.chunks.flatMap((chunk) => outline(chunk).imports.map((node) => ({ node, chunk }))),
  );

/** The root of the project that an import names: its folder, or one below it. */
function targetOf(
  node: Import,
  file: SourceFile,
  project: Project,
  workspace: Workspace,
): string | undefined {
  if (node.path === undefined) return undefined;
  const folder = resolveFrom(project, file, node.path.value);
  const best = aroundOf(folder, workspace);
  // In the own project nothing is imported; a folder in another one stands for it, if it is there.
  if (best === undefined || best === project) return undefined;
  const { root, files } = best;
  const isThere = (path: string) => resolve(root, path).startsWith(`${folder}/`);
  return folder === root || [...files.keys()].some(isThere) ? root : undefined;
}

/** The innermost project in which a folder lies. */
function aroundOf(folder: string, { projects }: Workspace): Project | undefined {
  for (let at = folder; ; at = at.slice(0, at.lastIndexOf("/"))) {
    const project = projects.get(at);
    if (project !== undefined || !at.includes("/")) return project;
  }
}
