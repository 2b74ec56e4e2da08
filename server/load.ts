// Workspace folders → the projects in them, with all that they import and the data that they read.
import { readConfig } from "./config.ts";
import { memo } from "./memo.ts";
import { valueIn } from "./model/entity.ts";
import { outline } from "./model/outline.ts";
import { folderOf, type Project, resolveFrom, type SourceFile, type Workspace } from "./project.ts";
import {
  configAbove,
  type Files,
  type LoadOptions,
  loadProjects,
  parse,
  projectOf,
} from "./roots.ts";

export type { Files } from "./roots.ts";

/**
 * Loads the workspace folders, then whatever their projects import and the CSV files they name,
 * until nothing is missing.
 */
export async function loadWorkspace(
  files: Files,
  folders: readonly string[],
  options: LoadOptions,
): Promise<Workspace> {
  let workspace: Workspace = {
    projects: new Map(),
    today: options.today,
    folders,
    absent: new Set(),
  };
  for (const folder of folders) {
    const root = (await configAbove(files, folder)) ?? folder;
    if (workspace.projects.has(root)) continue;
    const loaded = await loadProjects(files, root, folders, options);
    workspace = { ...workspace, projects: new Map([...workspace.projects, ...loaded.map(byRoot)]) };
  }
  return complete(files, workspace, options);
}

/** A single file opened alone: its project is that file, or the one whose configuration lies above it. */
export async function loadFile(
  files: Files,
  path: string,
  options: LoadOptions,
): Promise<Workspace> {
  const folder = folderOf(path);
  const root = await configAbove(files, folder);
  if (root !== undefined) return loadWorkspace(files, [root], options);
  const text = (await files.read(path)) ?? "";
  const file: SourceFile = {
    path: path.slice(folder.length + 1),
    tree: parse(path, text, options),
  };
  const project = projectOf(folder, readConfig(""), [file], true);
  const workspace = {
    projects: new Map([[folder, project]]),
    today: options.today,
    folders: [folder],
    absent: new Set<string>(),
  };
  return complete(files, workspace, options);
}

function byRoot(project: Project): [string, Project] {
  return [project.root, project];
}

/** What a workspace names but has not loaded: folders of imports and CSV files. */
interface Missing {
  readonly folders: Set<string>;
  readonly data: Map<Project, Set<string>>;
}

function missing(workspace: Workspace, seen: ReadonlySet<string>): Missing {
  const found: Missing = { folders: new Set(), data: new Map() };
  for (const project of workspace.projects.values()) {
    for (const file of project.files.values()) {
      const { folders, data } = named(project, file);
      for (const folder of folders) {
        if (seen.has(folder) || workspace.absent.has(folder)) continue;
        if (!workspace.projects.has(folder)) found.folders.add(folder);
      }
      for (const path of data) {
        if (project.data.has(path)) continue;
        const paths = found.data.get(project);
        if (paths === undefined) found.data.set(project, new Set([path]));
        else paths.add(path);
      }
    }
  }
  return found;
}

interface Named {
  readonly folders: readonly string[];
  readonly data: readonly string[];
}

/** What a file names outside itself, looked for once in each version of it. */
const named: (project: Project, file: SourceFile) => Named = (project, file) => {
  const { root } = project;
  const known = names(file);
  let here = known.get(root);
  if (here === undefined) {
    here = { folders: importsOf(project, file), data: dataOf(project, file) };
    known.set(root, here);
  }
  return here;
};

/** By the root of the project: a file may be seen from the workspace and as one opened alone. */
const names = memo((_file: SourceFile) => new Map<string, Named>());

/** The absolute folders that a file imports. */
function importsOf(project: Project, file: SourceFile): readonly string[] {
  const nodes = file.tree.chunks.flatMap((chunk) => outline(chunk).imports);
  return nodes.flatMap((node) => (node.path ? [resolveFrom(project, file, node.path.value)] : []));
}

/** The absolute paths of the CSV files that the KPIs of a file name. */
export function dataOf(project: Project, file: SourceFile): readonly string[] {
  return file.tree.chunks
    .flatMap((chunk) => outline(chunk).entities)
    .flatMap((entity) => {
      const actuals = entity.kind === "kpi" ? valueIn(entity, "actuals", "text") : undefined;
      return actuals === undefined ? [] : [resolveFrom(project, file, actuals.text)];
    });
}

/** Loads what is missing, and what that makes missing, until a workspace is whole. */
export async function complete(
  files: Files,
  workspace: Workspace,
  options: LoadOptions,
): Promise<Workspace> {
  let whole = workspace;
  const seen = new Set<string>();
  for (;;) {
    const { folders, data } = missing(whole, seen);
    if (folders.size === 0 && data.size === 0) return whole;
    const projects = new Map(whole.projects);
    const absent = new Set(whole.absent);
    for (const [project, paths] of data) {
      const texts = new Map(project.data);
      for (const path of paths) texts.set(path, await readData(files, whole, path));
      projects.set(project.root, { ...project, data: texts });
    }
    for (const folder of folders) {
      seen.add(folder);
      const loaded = await importedProject(files, folder, projects, options);
      if (loaded === "absent") absent.add(folder);
      else if (loaded !== "known") projects.set(loaded.root, loaded);
    }
    whole = { ...whole, projects, absent };
  }
}

/** The project that holds a folder, if it is not known yet: at the nearest configuration, else the folder. */
async function importedProject(
  files: Files,
  folder: string,
  projects: ReadonlyMap<string, Project>,
  options: LoadOptions,
): Promise<Project | "known" | "absent"> {
  const configured = await configAbove(files, folder);
  if (configured !== undefined && projects.has(configured)) return "known";
  if (configured === undefined && holds(projects, folder)) return "known";
  const [project] = await loadProjects(files, configured ?? folder, undefined, options);
  if (project === undefined) return "absent";
  return configured === folder || project.files.size > 0 ? project : "absent";
}

/** Whether files of a known project lie in a folder. */
function holds(projects: ReadonlyMap<string, Project>, folder: string): boolean {
  return [...projects.values()].some(
    ({ root, files }) =>
      folder.startsWith(`${root}/`) &&
      [...files.keys()].some((path) => `${root}/${path}`.startsWith(`${folder}/`)),
  );
}

/** A CSV file is read only inside the workspace and the loaded projects. */
async function readData(
  files: Files,
  workspace: Workspace,
  path: string,
): Promise<string | undefined> {
  return isInside(workspace, path) ? files.read(path) : undefined;
}

/** Whether a path lies in a workspace folder or a loaded project. */
export function isInside(workspace: Workspace, path: string): boolean {
  const roots = [...workspace.folders, ...workspace.projects.keys()];
  return roots.some((root) => path.startsWith(`${root}/`));
}
