// Workspace folders → the projects in them, with all that they import and the data that they read.
import { readText } from "../../grammar/size.ts";
import { memo } from "../cells/memo.ts";
import { readConfig } from "./config.ts";
import { namesOutside } from "./named.ts";
import {
  folderOf,
  isWithin,
  type Project,
  resolveFrom,
  type SourceFile,
  type Workspace,
} from "./project.ts";
import {
  configAbove,
  type Files,
  type LoadOptions,
  loadProjects,
  projectOf,
  treeOf,
} from "./roots.ts";
import type { Trouble } from "./trouble.ts";

export type { Files } from "./roots.ts";

/**
 * So many files and folders are looked at for the sake of one import: a strategy lies in a folder of
 * its own, and an import that names a whole disk by mistake must not read it. A configuration says
 * that somebody means the folder; what is in the workspace is looked at without a limit.
 */
const mostImported = { configured: 200_000, plain: 10_000 };

/**
 * Loads the workspace folders, then whatever their projects import and the CSV files they name,
 * until nothing is missing.
 */
export async function loadWorkspace(
  files: Files,
  folders: readonly string[],
  options: LoadOptions,
): Promise<Workspace> {
  return complete(files, await loadFolders(files, folders, options), options);
}

/** The projects in the workspace folders, without what they name elsewhere. */
export async function loadFolders(
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
    const { projects, links } = await loadProjects(files, root, folders, options);
    workspace = {
      ...workspace,
      projects: cutOut(new Map([...workspace.projects, ...projects.map(byRoot)])),
      links: new Map([...(workspace.links ?? []), ...links]),
    };
  }
  return workspace;
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
  const text = await files.read(path);
  const tree = await treeOf(files, path, text, [folder], options);
  const file: SourceFile = {
    path: path.slice(folder.length + 1),
    tree: tree ?? readText("", options.trees?.get(path)),
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
      const { folders, data } = outsideOf(project, file);
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

interface Outside {
  readonly folders: readonly string[];
  readonly data: readonly string[];
}

/** The absolute folders that a file imports and CSV files that it names, found once in each version of it. */
export function outsideOf(project: Project, file: SourceFile): Outside {
  const { root } = project;
  const known = outsides(file);
  let here = known.get(root);
  if (here === undefined) {
    const { imports, tables } = namesOutside(file.tree);
    const absolute = (path: string) => resolveFrom(project, file, path);
    here = { folders: imports.map(absolute), data: tables.map(absolute) };
    known.set(root, here);
  }
  return here;
}

/** By the root of the project: a file may be seen from the workspace and as one opened alone. */
const outsides = memo((_file: SourceFile) => new Map<string, Outside>());

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
    const troubles = new Map(whole.troubles);
    const links = new Map(whole.links);
    for (const [project, paths] of data) {
      const texts = new Map(project.data);
      for (const path of paths) {
        const { text, trouble } = await readData(files, whole, path);
        texts.set(path, text);
        if (trouble !== undefined) troubles.set(path, trouble);
      }
      projects.set(project.root, { ...project, data: texts });
    }
    for (const folder of folders) {
      seen.add(folder);
      const loaded = await importedProject(files, folder, { ...whole, projects }, options);
      if (loaded === "known") continue;
      if (loaded !== "absent" && "is" in loaded) troubles.set(folder, loaded);
      if (loaded === "absent" || "is" in loaded) {
        absent.add(folder);
        continue;
      }
      projects.set(loaded.project.root, loaded.project);
      for (const [path, target] of loaded.links) links.set(path, target);
    }
    whole = { ...whole, projects: cutOut(projects), absent, troubles, links };
  }
}

/**
 * No file is in two projects: what lies in a project that was found first, such as a plain folder
 * that somebody imports, is cut out of one found later in whose folder it lies.
 */
function cutOut(projects: ReadonlyMap<string, Project>): ReadonlyMap<string, Project> {
  const roots = [...projects.keys()];
  const cut = [...projects.values()].map((project): [string, Project] => {
    const { root, files, tables } = project;
    const inner = roots.filter((one) => one !== root && isWithin(root, one));
    const isOwn = (path: string) => !inner.some((one) => isWithin(one, path));
    const own = [...files].filter(([path]) => isOwn(`${root}/${path}`));
    const ownTables = tables.filter(isOwn);
    const isWhole = own.length === files.size && ownTables.length === tables.length;
    return [root, isWhole ? project : { ...project, files: new Map(own), tables: ownTables }];
  });
  return new Map(cut);
}

interface Imported {
  readonly project: Project;
  readonly links: ReadonlyMap<string, string>;
}

/**
 * The project that holds a folder, if it is not known yet: at the nearest configuration, else the
 * folder. An import names a project, so no more is looked at than a check of that would look at,
 * and not the whole disk.
 */
async function importedProject(
  files: Files,
  folder: string,
  { projects, folders }: Workspace,
  options: LoadOptions,
): Promise<Imported | Trouble | "known" | "absent"> {
  if (isTop(folder)) return { path: folder, is: "top" };
  const configured = await configAbove(files, folder);
  if (configured !== undefined && projects.has(configured)) return "known";
  if (configured === undefined && holds(projects, folder)) return "known";
  const root = configured ?? folder;
  let crowded: Trouble | undefined;
  const onTrouble = (trouble: Trouble) => {
    if (trouble.is === "crowded" && trouble.path === root) crowded = trouble;
    else options.onTrouble?.(trouble);
  };
  const most = configured === undefined ? mostImported.plain : mostImported.configured;
  const found = await loadProjects(files, root, folders, { ...options, onTrouble }, { most });
  if (crowded !== undefined) return crowded;
  const [project] = found.projects;
  if (project === undefined) return "absent";
  if (configured !== folder && project.files.size === 0) return "absent";
  return { project, links: found.links };
}

/** Whether a folder is the top of a disk or of an address, in which everything lies. */
function isTop(folder: string): boolean {
  return /^(?:[A-Za-z]:|[a-z][\w+.-]*:\/\/[^/]*)?\/?$/.test(folder);
}

/** Whether files of a known project lie in a folder. */
function holds(projects: ReadonlyMap<string, Project>, folder: string): boolean {
  return [...projects.values()].some(
    ({ root, files }) =>
      folder.startsWith(`${root}/`) &&
      [...files.keys()].some((path) => `${root}/${path}`.startsWith(`${folder}/`)),
  );
}

/** The text of a CSV file, or why there is none. It is read only inside the workspace and the loaded projects. */
async function readData(
  files: Files,
  workspace: Workspace,
  path: string,
): Promise<{ readonly text?: string; readonly trouble?: Trouble }> {
  if (!isInside(workspace, path)) return {};
  const within = rootsOf(workspace);
  const text = await files.read(path, within);
  if (text !== undefined) return { text };
  const trouble = await files.why?.(path, within);
  return trouble === undefined ? {} : { trouble };
}

/** Whether a path lies in a workspace folder or a loaded project. */
export function isInside(workspace: Workspace, path: string): boolean {
  return rootsOf(workspace).some((root) => path !== root && isWithin(root, path));
}

/** The folders in which everything that is read must lie. */
function rootsOf(workspace: Workspace): readonly string[] {
  return [...workspace.folders, ...workspace.projects.keys()];
}
