// A workspace → a model for each of its projects: entities in project order, names and imports.
import type { Chunk, Import } from "../../grammar/tree.ts";
import { nfc } from "../../grammar/values.ts";
import type { Kind } from "../../grammar/vocabulary.ts";
import { memo } from "../memo.ts";
import {
  type Project,
  resolve,
  resolveFrom,
  type SourceFile,
  type Workspace,
} from "../project/project.ts";
import { calendarYear, type Day, day, type Fiscal } from "./calendar.ts";
import { choiceOf, type Entity, unknownIn, valueIn } from "./entity.ts";
import { outline } from "./outline.ts";

/** Where a chunk lies. */
export interface Place {
  readonly file: SourceFile;
  /** Offset of the chunk in the file. */
  readonly start: number;
}

/** An `import` line and the project that it names, if it is there. */
export interface Alias {
  readonly name: string;
  readonly node: Import;
  readonly chunk: Chunk;
  readonly root: string | undefined;
}

/** What one project says, with its names. */
export interface Model {
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
  readonly names: ReadonlyMap<string, Entity>;
  readonly aliases: ReadonlyMap<SourceFile, ReadonlyMap<string, Alias>>;
  readonly places: ReadonlyMap<Chunk, Place>;
  /** The fiscal year that its dates use; undefined where it is written but faulty. */
  readonly fiscal: Fiscal | undefined;
}

/** All models that were loaded together; they see one another through imports. */
export interface Universe {
  readonly workspace: Workspace;
  readonly models: ReadonlyMap<string, Model>;
  /** The model that an entity belongs to. */
  modelOf(entity: Entity): Model;
}

/** What a project holds, without its imports: computed once per version of the project. */
interface Local {
  readonly entities: readonly Entity[];
  readonly kinds: ReadonlyMap<Kind, readonly Entity[]>;
  readonly names: ReadonlyMap<string, Entity>;
  readonly places: ReadonlyMap<Chunk, Place>;
}

/** The root of the project in which a chunk was seen last: mostly still the right one. */
const lastRoots = new WeakMap<Chunk, string>();

const local: (project: Project) => Local = memo((project) => {
  const entities: Entity[] = [];
  const kinds = new Map<Kind, Entity[]>();
  const names = new Map<string, Entity>();
  const places = new Map<Chunk, Place>();
  for (const file of project.files.values()) {
    file.tree.chunks.forEach((chunk, index) => {
      lastRoots.set(chunk, project.root);
      places.set(chunk, { file, start: file.tree.starts[index] ?? 0 });
      for (const entity of outline(chunk).entities) {
        entities.push(entity);
        const name = nameOf(entity);
        if (name !== "" && !isWithin(entity) && !names.has(name)) names.set(name, entity);
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
export function isWithin({ kind, parent }: Entity): boolean {
  return kind === "milestone" && parent !== undefined;
}

/** Where a declaration lacks one of its two words, the one that is there is its name if it is no kind. */
function nameOf({ name, kind, node }: Entity): string {
  return name === "" && kind === undefined ? nfc(node.kind.text) : name;
}

/** The models of all projects of a workspace. */
export const universe: (workspace: Workspace) => Universe = memo((workspace) => {
  const models = new Map<string, Model>();
  const self: Universe = {
    workspace,
    models,
    modelOf({ chunk, name }) {
      const likely = models.get(lastRoots.get(chunk) ?? "");
      if (likely?.places.has(chunk)) return likely;
      for (const model of models.values()) if (model.places.has(chunk)) return model;
      throw new Error(`No project holds '${name}'.`);
    },
  };
  for (const project of workspace.projects.values())
    models.set(project.root, modelOf(project, self));
  return self;
});

function modelOf(project: Project, all: Universe): Model {
  const { entities, kinds, names, places } = local(project);
  const strategy = kinds.get("strategy")?.[0];
  return {
    project,
    universe: all,
    today: day(project.config.today ?? all.workspace.today),
    entities,
    of: (kind) => kinds.get(kind) ?? [],
    strategy,
    names,
    places,
    aliases: aliasesOf(project, all.workspace),
    fiscal: fiscalOf(strategy),
  };
}

function fiscalOf(strategy: Entity | undefined): Fiscal | undefined {
  if (strategy === undefined) return calendarYear;
  if (unknownIn(strategy, "fiscal-year-start") || unknownIn(strategy, "fiscal-year-named-by"))
    return undefined;
  const month = valueIn(strategy, "fiscal-year-start", "number")?.value.toNumber() ?? 1;
  return {
    month,
    namedBy: choiceOf(strategy, "fiscal-year-named-by") === "start" ? "start" : "end",
  };
}

function aliasesOf(project: Project, workspace: Workspace): Model["aliases"] {
  const aliases = new Map<SourceFile, ReadonlyMap<string, Alias>>();
  for (const file of project.files.values()) {
    const inFile = new Map<string, Alias>();
    for (const chunk of file.tree.chunks) {
      for (const node of outline(chunk).imports) {
        const name = nfc(node.name?.text ?? "");
        if (name === "" || inFile.has(name)) continue;
        inFile.set(name, { name, node, chunk, root: targetOf(node, file, project, workspace) });
      }
    }
    if (inFile.size > 0) aliases.set(file, inFile);
  }
  return aliases;
}

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
