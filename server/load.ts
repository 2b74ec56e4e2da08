// Folders on a disk, or wherever files are → the projects in them, with all that they import and read.
import { parseFile } from "../grammar/parser.ts";
import type { FileTree } from "../grammar/tree.ts";
import { type Config, readConfig } from "./config.ts";
import { ignored, type Patterns } from "./ignored.ts";
import { valueIn } from "./model/entity.ts";
import { outline } from "./model/outline.ts";
import {
  folderOf,
  inOrder,
  type Project,
  resolveFrom,
  type SourceFile,
  type Workspace,
} from "./project.ts";

/** The one door to files. Paths are absolute, with `/`. */
export interface Files {
  /** All `*.strategy`, `strategy.config.json` and `.gitignore` files below a folder. */
  list(folder: string): Promise<readonly string[]>;
  /** The text of a file, or undefined where there is none that can be read. */
  read(path: string): Promise<string | undefined>;
}

const configName = "strategy.config.json";

/** What a load is told about its progress. */
export interface LoadOptions {
  readonly today: string;
  /** Called after each parsed file. */
  readonly onFile?: (path: string) => void;
  /** Trees of an earlier load, by absolute path: unchanged chunks are carried over. */
  readonly trees?: ReadonlyMap<string, FileTree>;
}

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
    const loaded = await loadProjects(files, root, true, options);
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

/** The nearest folder, from this one up, that holds a configuration. */
async function configAbove(files: Files, folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = folderOf(at)) {
    if ((await files.read(`${at}/${configName}`)) !== undefined) return at;
    if (folderOf(at) === "" || folderOf(at) === at) return undefined;
  }
}

/** The project of a root and, in the workspace, the projects nested in it. */
async function loadProjects(
  files: Files,
  root: string,
  inWorkspace: boolean,
  options: LoadOptions,
): Promise<readonly Project[]> {
  const paths = await files.list(root);
  const roots = paths.filter((path) => path.endsWith(`/${configName}`)).map(folderOf);
  if (!roots.includes(root)) roots.push(root);
  const owner = (path: string) =>
    roots
      .filter((one) => path.startsWith(`${one}/`))
      .reduce((a, b) => (b.length > a.length ? b : a), root);
  const patterns = await gitignores(files, root, paths);
  const wanted = inWorkspace ? roots : [root];
  const projects: Project[] = [];
  for (const one of wanted.sort()) {
    const config = readConfig((await files.read(`${one}/${configName}`)) ?? "");
    const leftOut = ignored([...patterns, { folder: one, lines: config.exclude }]);
    const own = paths.filter(
      (path) => path.endsWith(".strategy") && owner(path) === one && !leftOut(path),
    );
    const sources: SourceFile[] = [];
    for (const path of own) {
      const text = await files.read(path);
      if (text === undefined) continue;
      sources.push({ path: path.slice(one.length + 1), tree: parse(path, text, options) });
      options.onFile?.(path);
    }
    projects.push(projectOf(one, config, sources, inWorkspace));
  }
  return projects;
}

function parse(path: string, text: string, options: LoadOptions): FileTree {
  return parseFile(text, options.trees?.get(path));
}

function projectOf(
  root: string,
  config: Config,
  files: readonly SourceFile[],
  inWorkspace: boolean,
): Project {
  return { root, config, files: inOrder(files), data: new Map(), inWorkspace };
}

/** The `.gitignore` files in and below a root, and those above it up to the top of its repository. */
async function gitignores(
  files: Files,
  root: string,
  paths: readonly string[],
): Promise<readonly Patterns[]> {
  const found: Patterns[] = [];
  const add = async (folder: string) => {
    const text = await files.read(`${folder}/.gitignore`);
    if (text !== undefined) found.push({ folder, lines: text.split(/\r\n|\r|\n/) });
  };
  for (const path of paths) if (path.endsWith("/.gitignore")) await add(folderOf(path));
  const above: string[] = [];
  for (let at = root; at !== ""; at = folderOf(at)) {
    if (at !== root) above.push(at);
    if ((await files.read(`${at}/.git/HEAD`)) !== undefined) {
      for (const folder of above) await add(folder);
      break;
    }
  }
  return found;
}

/** What a workspace names but has not loaded: folders of imports and CSV files. */
interface Missing {
  readonly folders: Set<string>;
  readonly data: Map<Project, Set<string>>;
}

function missing(workspace: Workspace): Missing {
  const found: Missing = { folders: new Set(), data: new Map() };
  for (const project of workspace.projects.values()) {
    for (const file of project.files.values()) missingIn(workspace, project, file, found);
  }
  return found;
}

function missingIn(workspace: Workspace, project: Project, file: SourceFile, found: Missing): void {
  for (const folder of importsOf(project, file)) {
    if (!isLoaded(workspace, folder) && !workspace.absent.has(folder)) found.folders.add(folder);
  }
  for (const path of dataOf(project, file)) {
    if (project.data.has(path)) continue;
    const paths = found.data.get(project);
    if (paths === undefined) found.data.set(project, new Set([path]));
    else paths.add(path);
  }
}

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

function isLoaded(workspace: Workspace, folder: string): boolean {
  return [...workspace.projects.keys()].some(
    (root) => folder === root || folder.startsWith(`${root}/`),
  );
}

/** Loads what is missing, and what that makes missing, until a workspace is whole. */
export async function complete(
  files: Files,
  workspace: Workspace,
  options: LoadOptions,
): Promise<Workspace> {
  let whole = workspace;
  for (;;) {
    const { folders, data } = missing(whole);
    if (folders.size === 0 && data.size === 0) return whole;
    const projects = new Map(whole.projects);
    const absent = new Set(whole.absent);
    for (const [project, paths] of data) {
      const texts = new Map(project.data);
      for (const path of paths) texts.set(path, await readData(files, whole, path));
      projects.set(project.root, { ...project, data: texts });
    }
    for (const folder of folders) {
      const loaded = await importedProject(files, folder, options);
      if (loaded === undefined) absent.add(folder);
      else if (!projects.has(loaded.root)) projects.set(loaded.root, loaded);
      else absent.add(folder);
    }
    whole = { ...whole, projects, absent };
  }
}

async function importedProject(
  files: Files,
  folder: string,
  options: LoadOptions,
): Promise<Project | undefined> {
  const own = (await files.read(`${folder}/${configName}`)) !== undefined;
  const [project] = await loadProjects(files, folder, false, options);
  return own || (project !== undefined && project.files.size > 0) ? project : undefined;
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
