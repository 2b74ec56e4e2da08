// Files of a workspace → immutable snapshots: a workspace holds projects, a project holds parsed files.
import type { FileTree } from "../../grammar/tree.ts";
import type { Config } from "./config.ts";
import { FileTable, type SourceFile } from "./table.ts";
import type { Trouble } from "./trouble.ts";

export type { SourceFile } from "./table.ts";

/** The file that sets up a project, in its folder. */
export const configName = "strategy.config.json";

/** A folder whose `.strategy` files are one model. */
export interface Project {
  /** Absolute path or URI without a slash at its end, with `/`. */
  readonly root: string;
  /** By path, in the order of their paths. */
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly config: Config;
  /** Texts of the CSV files that `actuals` name, by absolute path; undefined where it cannot be read. */
  readonly data: ReadonlyMap<string, string | undefined>;
  /** The CSV files that lie in its folder, by absolute path, whether or not a KPI names them. */
  readonly tables: readonly string[];
  /** False for a project that was loaded only because another one imports it. */
  readonly inWorkspace: boolean;
}

/** All that is known at one moment. Two edits apart, everything untouched is the same object. */
export interface Workspace {
  readonly projects: ReadonlyMap<string, Project>;
  /** The clock's date, `2026-11-23`; a project's configuration may set another. */
  readonly today: string;
  /** Absolute folders: a CSV file must lie in one of them. */
  readonly folders: readonly string[];
  /** Folders that an import names and where nothing was found. */
  readonly absent: ReadonlySet<string>;
  /** Why folders that an import names and files that `actuals` name are not read, by absolute path. */
  readonly troubles?: ReadonlyMap<string, Trouble>;
  /** Where the links in it lead, by absolute path: what changes there changes here. */
  readonly links?: ReadonlyMap<string, string>;
}

/** The files in project order: by path, compared by code unit. */
export function inOrder(files: Iterable<SourceFile>): ReadonlyMap<string, SourceFile> {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return new Map(sorted.map((file) => [file.path, file]));
}

/**
 * A path from a folder, normalised: `resolve("/a/b", "../c")` is `/a/c`. One that is absolute
 * already starts at its own beginning: no `..` leads above that.
 */
export function resolve(folder: string, path: string): string {
  const start = /^(?:[a-z][\w+.-]*:\/\/[^/]*|[A-Za-z]:(?=\/)|\/(?=\/)|(?=\/))/.exec(path)?.[0];
  if (start !== undefined) return resolve(start, `.${path.slice(start.length)}`) || "/";
  const prefix = /^[a-z][\w+.-]*:\/\/[^/]*/.exec(folder)?.[0] ?? "";
  const parts = folder.slice(prefix.length).split("/");
  for (const part of path.replaceAll("\\", "/").split("/")) {
    if (part === "..") {
      if (parts.length > 1) parts.pop();
    } else if (part !== "." && part !== "") parts.push(part);
  }
  return prefix + parts.join("/");
}

/** The folder of a path, `""` for a bare file name. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

/** Whether a path is a folder, or lies below it. */
export function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}

/** The absolute path that a text in a file of a project means. */
export function resolveFrom(
  project: Pick<Project, "root">,
  file: Pick<SourceFile, "path">,
  path: string,
): string {
  return resolve(resolve(project.root, folderOf(file.path)), path);
}

/** The project that holds a file of an absolute path, and the path within it. */
export function projectAt(
  workspace: Workspace,
  path: string,
): { readonly project: Project; readonly path: string } | undefined {
  let best: Project | undefined;
  for (const project of workspace.projects.values()) {
    if (!path.startsWith(`${project.root}/`)) continue;
    if (best === undefined || project.root.length > best.root.length) best = project;
  }
  return best && { project: best, path: path.slice(best.root.length + 1) };
}

/** The workspace with a new text of a file, or without the file where the tree is undefined. */
export function withFile(
  workspace: Workspace,
  path: string,
  tree: FileTree | undefined,
): Workspace {
  const place = projectAt(workspace, path);
  if (place === undefined) return workspace;
  const { project } = place;
  const old = project.files.get(place.path);
  let files: ReadonlyMap<string, SourceFile>;
  if (old !== undefined && tree !== undefined) {
    files = FileTable.with(project.files, { path: place.path, tree });
  } else {
    const others = [...project.files.values()].filter((file) => file !== old);
    files = inOrder(tree === undefined ? others : [...others, { path: place.path, tree }]);
  }
  return withProject(workspace, { ...project, files });
}

/** The workspace with a new version of a project. */
export function withProject(workspace: Workspace, project: Project): Workspace {
  return { ...workspace, projects: new Map(workspace.projects).set(project.root, project) };
}
