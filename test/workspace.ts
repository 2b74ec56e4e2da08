// Texts of files → the workspace, the model and the entities that tests ask about, without a disk.
import { parseFile } from "../grammar/parser.ts";
import type { Entity } from "../server/model/entity.ts";
import { type Model, type Universe, universe } from "../server/model/universe.ts";
import { readConfig } from "../server/project/config.ts";
import {
  folderOf,
  inOrder,
  type Project,
  resolve,
  type Workspace,
} from "../server/project/project.ts";

const folder = "/workspace";
const configName = "strategy.config.json";

export interface WorkspaceOptions {
  /** The clock's date. */
  readonly today?: string;
  /** Folders of projects that are there only because another one imports them. */
  readonly outside?: readonly string[];
}

/**
 * Files by path, relative to the workspace: `.strategy` files, `strategy.config.json` (each makes
 * its folder a project) and CSV files. A single text is the file `plan.strategy`.
 */
export function workspaceOf(
  source: string | Readonly<Record<string, string>>,
  { today = "2026-11-23", outside = [] }: WorkspaceOptions = {},
): Workspace {
  const files = new Map(
    Object.entries(typeof source === "string" ? { "plan.strategy": source } : source).map(
      ([path, text]) => [resolve(folder, path), text] as const,
    ),
  );
  const roots = [...files.keys()].filter((path) => path.endsWith(`/${configName}`)).map(folderOf);
  const owner = (path: string) =>
    roots
      .filter((root) => path.startsWith(`${root}/`))
      .reduce((a, b) => (b.length > a.length ? b : a), folder);
  const isCsv = ([path]: readonly [string, string]) => path.endsWith(".csv");
  const projects = new Map<string, Project>();
  for (const root of new Set([...files.keys()].map(owner).toSorted())) {
    const own = [...files].filter(([path]) => path.endsWith(".strategy") && owner(path) === root);
    projects.set(root, {
      root,
      config: readConfig(files.get(`${root}/${configName}`) ?? ""),
      files: inOrder(
        own.map(([path, text]) => ({ path: path.slice(root.length + 1), tree: parseFile(text) })),
      ),
      data: new Map([...files].filter(isCsv)),
      tables: [...files.keys()].filter((path) => path.endsWith(".csv") && owner(path) === root),
      inWorkspace: !outside.some((one) => resolve(folder, one) === root),
    });
  }
  return { projects, today, folders: [folder], absent: new Set() };
}

/** A universe, with a way to find what a test speaks of. */
interface Known {
  readonly all: Universe;
  /** The model of a folder; without one, of the only project. */
  model(path?: string): Model;
  /** The first entity of a name, milestones as `crm.pilot`; from a project, `division/crm`. */
  entity(name: string): Entity;
}

/** The same as a universe. */
export function universeOf(
  source: string | Readonly<Record<string, string>>,
  options: WorkspaceOptions = {},
): Known {
  return knownIn(universe(workspaceOf(source, options)));
}

export function knownIn(all: Universe): Known {
  const model = (path?: string): Model => {
    const found =
      path === undefined ? [...all.models.values()][0] : all.models.get(resolve(folder, path));
    if (found === undefined) throw new Error(`There is no project '${path}'.`);
    return found;
  };
  return {
    all,
    model,
    entity(name) {
      const slash = name.lastIndexOf("/");
      const [outer = "", inner] = name.slice(slash + 1).split(".");
      const of = slash < 0 ? [...all.models.values()] : [model(name.slice(0, slash))];
      const first = of.map((one) => one.names.get(outer)).find((one) => one !== undefined);
      const found = inner ? first?.children.find((child) => child.name === inner) : first;
      if (found === undefined) throw new Error(`Nothing is called '${name}'.`);
      return found;
    },
  };
}
