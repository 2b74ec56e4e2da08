// A folder on a disk, or wherever files are → the projects that lie in it, each with its parsed files.
import { parseFile } from "../grammar/parser.ts";
import type { FileTree } from "../grammar/tree.ts";
import { type Config, readConfig } from "./config.ts";
import { ignored, type Patterns } from "./ignored.ts";
import { folderOf, inOrder, type Project, type SourceFile } from "./project.ts";

/** The one door to files. Paths are absolute, with `/`. */
export interface Files {
  /** All `*.strategy`, `*.csv`, `strategy.config.json` and `.gitignore` files below a folder. */
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
  /** Called for each file that is there and cannot be read. */
  readonly onUnreadable?: (path: string) => void;
  /** Trees of an earlier load, by absolute path: unchanged chunks are carried over. */
  readonly trees?: ReadonlyMap<string, FileTree>;
}

/**
 * The project of a root and, in the workspace, those nested in it: below a configuration or in
 * another workspace folder. Without workspace folders the root is only imported.
 */
export async function loadProjects(
  files: Files,
  root: string,
  folders: readonly string[] | undefined,
  options: LoadOptions,
): Promise<readonly Project[]> {
  const paths = await files.list(root);
  const patterns = await gitignores(files, root, paths);
  const isOut = ignored(root, patterns);
  const configured = paths.filter((path) => path.endsWith(`/${configName}`) && !isOut(path));
  const roots = new Set([root, ...configured.map(folderOf)]);
  if (!configured.includes(`${root}/${configName}`)) {
    const inRoot = (folders ?? []).filter((folder) => folder.startsWith(`${root}/`));
    for (const folder of inRoot.filter((one) => rootAbove(`${one}/`, roots, root) === root))
      roots.add(folder);
  }
  const owned = Map.groupBy(
    paths.filter((path) => /\.(?:strategy|csv)$/.test(path)),
    (path) => rootAbove(path, roots, root),
  );
  const projects: Project[] = [];
  for (const one of folders === undefined ? [root] : [...roots].sort()) {
    const config = readConfig((await files.read(`${one}/${configName}`)) ?? "");
    const leftOut = ignored(one, [...patterns, { folder: one, lines: config.exclude }]);
    const own = (owned.get(one) ?? []).filter((path) => !leftOut(path));
    const [tables, texts] = split(own, (path) => path.endsWith(".csv"));
    const sources = await readAll(files, texts, one, options);
    const project = projectOf(one, config, sources, folders !== undefined);
    projects.push({ ...project, tables });
  }
  return projects;
}

function split(
  paths: readonly string[],
  isFirst: (path: string) => boolean,
): readonly [readonly string[], readonly string[]] {
  return [paths.filter(isFirst), paths.filter((path) => !isFirst(path))];
}

/** The nearest root in which a path lies. */
function rootAbove(path: string, roots: ReadonlySet<string>, top: string): string {
  for (let at = folderOf(path); at.length > top.length; at = folderOf(at))
    if (roots.has(at)) return at;
  return top;
}

/** How many files are asked for at once: enough that a disk is never idle. */
const atOnce = 32;

async function readAll(
  files: Files,
  paths: readonly string[],
  root: string,
  options: LoadOptions,
): Promise<readonly SourceFile[]> {
  const sources: SourceFile[] = [];
  for (let from = 0; from < paths.length; from += atOnce) {
    const some = paths.slice(from, from + atOnce);
    const texts = await Promise.all(some.map((path) => files.read(path)));
    for (const [index, path] of some.entries()) {
      const text = texts[index];
      if (text === undefined) {
        options.onUnreadable?.(path);
        continue;
      }
      sources.push({ path: path.slice(root.length + 1), tree: parse(path, text, options) });
      options.onFile?.(path);
    }
  }
  return sources;
}

export function parse(path: string, text: string, options: LoadOptions): FileTree {
  return parseFile(text, options.trees?.get(path));
}

export function projectOf(
  root: string,
  config: Config,
  files: readonly SourceFile[],
  inWorkspace: boolean,
): Project {
  return { root, config, files: inOrder(files), data: new Map(), tables: [], inWorkspace };
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
  // As in git, a deeper file may take back what a higher one leaves out.
  return found.sort((a, b) => a.folder.length - b.folder.length);
}

/** The nearest folder, from this one up, that holds a configuration. */
export async function configAbove(files: Files, folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = folderOf(at)) {
    if ((await files.read(`${at}/${configName}`)) !== undefined) return at;
    if (folderOf(at) === "" || folderOf(at) === at) return undefined;
  }
}
