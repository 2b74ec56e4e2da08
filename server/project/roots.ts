// A folder on a disk, or wherever files are → the projects that lie in it, each with its parsed files.
import { readText, unread } from "../../grammar/size.ts";
import type { FileTree } from "../../grammar/tree.ts";
import { type Config, longestSettings, readConfig, unreadConfig } from "./config.ts";
import { ignored, limits, type Patterns, patternFault } from "./ignored.ts";
import { onceEach, realPaths } from "./links.ts";
import { configName, folderOf, inOrder, type Project, type SourceFile } from "./project.ts";
import { type Trouble, whyNot } from "./trouble.ts";

/** The one door to files. Paths are absolute, with `/`. */
export interface Files {
  /** All `*.strategy`, `*.csv`, `strategy.config.json` and `.gitignore` files below a folder. */
  list(folder: string, looking?: Looking): Promise<readonly string[]>;
  /**
   * The text of a file, or undefined where there is none that can be read. With `within`, a file
   * that does not really lie in one of these folders, once all links are followed, is not read.
   */
  read(path: string, within?: readonly string[]): Promise<string | undefined>;
  /** Why a file that is there is not read; undefined where it is read, or nothing is there. */
  why?(path: string, within?: readonly string[]): Promise<Trouble | undefined>;
}

/** How a folder is looked through. */
export interface Looking {
  /** Folders out of which no link leads; without any, the folder that is looked through. */
  readonly within?: readonly string[];
  /** Where there are more files and folders, the list is empty. */
  readonly most?: number;
  /** Called for each link that is followed, with what it leads to. */
  readonly onLink?: (path: string, target: string) => void;
  /** Called for each folder that is there and is not looked through. */
  readonly onTrouble?: (trouble: Trouble) => void;
}

/** What a load is told about its progress. */
export interface LoadOptions {
  readonly today: string;
  /** Called after each parsed file. */
  readonly onFile?: (path: string) => void;
  /** Called for each file and folder that is there and left out because it is not to be read. */
  readonly onTrouble?: (trouble: Trouble) => void;
  /** Trees of an earlier load, by absolute path: unchanged chunks are carried over. */
  readonly trees?: ReadonlyMap<string, FileTree>;
  /**
   * Where the texts of files go that import nothing, by absolute path, instead of being parsed; their
   * projects are without them.
   */
  readonly unparsed?: Map<string, string>;
}

/** Projects, and the links that were followed to find their files. */
export interface Loaded {
  readonly projects: readonly Project[];
  readonly links: ReadonlyMap<string, string>;
}

/**
 * The project of a root and, in the workspace, those nested in it: below a configuration or in
 * another workspace folder. One that is only imported comes alone, and not where `most` files and
 * folders are not enough to find it; no link leads out of it and the workspace.
 */
export async function loadProjects(
  files: Files,
  root: string,
  workspace: readonly string[],
  options: LoadOptions,
  imported?: { readonly most: number },
): Promise<Loaded> {
  const within = [root, ...workspace];
  const troubles: Trouble[] = [];
  const links = new Map<string, string>();
  const paths = await files.list(root, {
    within,
    ...imported,
    onLink: (path, target) => links.set(path, target),
    onTrouble: (trouble) => troubles.push(trouble),
  });
  const real = realPaths(links);
  const patterns = await gitignores(files, root, paths, within, options);
  const isIgnored = ignored(root, patterns);
  const configured = paths.filter(
    (path) => path.endsWith(`/${configName}`) && !isIgnored(path) && !isIgnored(real(path)),
  );
  const roots = new Set([root, ...configured.map(folderOf)]);
  if (!configured.includes(`${root}/${configName}`)) {
    const inRoot = workspace.filter((folder) => folder.startsWith(`${root}/`));
    for (const folder of inRoot.filter((one) => rootAbove(`${one}/`, roots, root) === root))
      roots.add(folder);
  }
  const owned = Map.groupBy(
    paths.filter((path) => /\.(?:strategy|csv)$/.test(path)),
    (path) => rootAbove(path, roots, root),
  );
  // A folder that is a project where it lies is none once more behind a link.
  const doubles = new Set(roots);
  for (const folder of onceEach([...roots].sort(), real)) doubles.delete(folder);
  for (const folder of doubles) roots.delete(folder);
  const projects: Project[] = [];
  for (const one of imported === undefined ? [...roots].sort() : [root]) {
    const config = await readSettings(files, one, within);
    const isExcluded = ignored(one, [...patterns, { folder: one, lines: config.exclude }]);
    const isOut = (path: string) => {
      if (isExcluded(path)) return true;
      const target = real(path);
      return target !== path && (isExcluded(target) || isIgnored(target));
    };
    const own = onceEach(
      (owned.get(one) ?? []).filter((path) => !isOut(path)),
      real,
    );
    const [tables, texts] = split(own, (path) => path.endsWith(".csv"));
    const sources = await readAll(files, texts, one, within, options);
    const project = projectOf(one, config, sources, imported === undefined);
    projects.push({ ...project, tables });
    for (const trouble of troubles) {
      if (rootAbove(trouble.path, roots, root) !== one) continue;
      if (!isExcluded(trouble.path) && !isExcluded(`${trouble.path}/`))
        options.onTrouble?.(trouble);
    }
    for (const path of links.keys()) {
      if (rootAbove(path, roots, root) !== one || !path.endsWith(".strategy")) continue;
      if (isOut(path) && !isExcluded(path)) options.onTrouble?.({ path, is: "left-out" });
    }
  }
  return { projects, links: followed(links, projects, options) };
}

/** The links by which something was found: one to what is read under its own name says nothing of its own. */
function followed(
  links: ReadonlyMap<string, string>,
  projects: readonly Project[],
  { unparsed }: LoadOptions,
): ReadonlyMap<string, string> {
  const isRead = new Set(unparsed?.keys());
  for (const { root, files } of projects)
    for (const one of files.keys()) isRead.add(`${root}/${one}`);
  return new Map([...links].filter(([path]) => !path.endsWith(".strategy") || isRead.has(path)));
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
  within: readonly string[],
  options: LoadOptions,
): Promise<readonly SourceFile[]> {
  const sources: SourceFile[] = [];
  for (let from = 0; from < paths.length; from += atOnce) {
    const some = paths.slice(from, from + atOnce);
    const texts = await Promise.all(some.map((path) => files.read(path, within)));
    for (const [index, path] of some.entries()) {
      const text = texts[index];
      if (options.unparsed !== undefined && text !== undefined && !mayImport(text)) {
        options.unparsed.set(path, text);
        continue;
      }
      const tree = await treeOf(files, path, text, within, options);
      if (tree === undefined) continue;
      sources.push({ path: path.slice(root.length + 1), tree });
      options.onFile?.(path);
    }
  }
  return sources;
}

/** Whether there may be an import in a text: its first word stands somewhere. */
function mayImport(text: string): boolean {
  return /import(?![a-z])/.test(text);
}

/**
 * The tree of a file whose text was read. Where there is no text, it says why; undefined where
 * nothing is there, or what is there is no file of the workspace, which is told.
 */
export async function treeOf(
  files: Files,
  path: string,
  text: string | undefined,
  within: readonly string[],
  { trees, onTrouble }: Pick<LoadOptions, "trees" | "onTrouble">,
): Promise<FileTree | undefined> {
  if (text !== undefined) return readText(text, trees?.get(path));
  const trouble = await files.why?.(path, within);
  if (trouble === undefined) return undefined;
  if (trouble.is !== "outside" && trouble.is !== "special")
    return unread("", `This file is not read. ${whyNot(trouble)}`);
  onTrouble?.(trouble);
  return undefined;
}

/** What the configuration of a root says; where it is there and cannot be read, that it cannot. */
async function readSettings(
  files: Files,
  root: string,
  within: readonly string[],
): Promise<Config> {
  const path = `${root}/${configName}`;
  const text = await files.read(path, within);
  if (text !== undefined) return readConfig(text);
  const trouble = await files.why?.(path, within);
  if (trouble === undefined || trouble.is === "unreachable") return readConfig("");
  return unreadConfig(whyNot(trouble));
}

export function projectOf(
  root: string,
  config: Config,
  files: readonly SourceFile[],
  inWorkspace: boolean,
): Project {
  return { root, config, files: inOrder(files), data: new Map(), tables: [], inWorkspace };
}

/** Why the patterns of a .gitignore are not read; undefined where they are. */
function patternTrouble(path: string, text: string, lines: readonly string[]): Trouble | undefined {
  if (text.length > longestSettings) return { path, is: "large", most: longestSettings };
  const isPattern = (line: string) => !/^(?:#|\s*$)/.test(line);
  const told = (why: string): Trouble => ({ path, is: "patterns", why });
  if (lines.filter(isPattern).length > limits.patterns)
    return told(
      `It has more than ${limits.patterns.toLocaleString("en-US")} patterns. Take some away.`,
    );
  for (const [index, line] of lines.entries()) {
    const fault = isPattern(line) ? patternFault(line) : undefined;
    if (fault !== undefined) return told(`Look at its line ${index + 1}. ${fault}`);
  }
  return undefined;
}

/** The `.gitignore` files in and below a root, and those above it up to the top of its repository. */
async function gitignores(
  files: Files,
  root: string,
  paths: readonly string[],
  within: readonly string[],
  { onTrouble }: LoadOptions,
): Promise<readonly Patterns[]> {
  const found: Patterns[] = [];
  const add = async (folder: string, inside: readonly string[]) => {
    const path = `${folder}/.gitignore`;
    const text = await files.read(path, inside);
    const lines = (text ?? "").split(/\r\n|\r|\n/);
    const trouble =
      text === undefined ? await files.why?.(path, inside) : patternTrouble(path, text, lines);
    if (text !== undefined && trouble === undefined) found.push({ folder, lines });
    if (trouble !== undefined && trouble.is !== "unreachable") onTrouble?.(trouble);
  };
  for (const path of paths) if (path.endsWith("/.gitignore")) await add(folderOf(path), within);
  const above: string[] = [];
  for (let at = root; at !== ""; at = folderOf(at)) {
    if (at !== root) above.push(at);
    if ((await files.read(`${at}/.git/HEAD`)) !== undefined) {
      const repository = [...within, at];
      for (const folder of above) await add(folder, repository);
      break;
    }
  }
  // As in git, a deeper file may take back what a higher one leaves out.
  return found.sort((a, b) => a.folder.length - b.folder.length);
}

/** The nearest folder, from this one up, that holds a configuration, be it one that cannot be read. */
export async function configAbove(files: Files, folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = folderOf(at)) {
    if (await holdsConfig(files, at)) return at;
    if (folderOf(at) === "" || folderOf(at) === at) return undefined;
  }
}

/** Whether there is a configuration in a folder, be it one that cannot be read. */
async function holdsConfig(files: Files, folder: string): Promise<boolean> {
  const path = `${folder}/${configName}`;
  if ((await files.read(path)) !== undefined) return true;
  const trouble = await files.why?.(path);
  return trouble !== undefined && trouble.is !== "unreachable";
}
