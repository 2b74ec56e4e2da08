// A folder → the paths of all files in it that matter to a strategy, those behind links included.
import type { Dirent } from "node:fs";
import { opendir, readdir, stat } from "node:fs/promises";
import { configName, folderOf, isWithin } from "../project.ts";
import type { Looking } from "../roots.ts";
import { type Bound, boundsOf, nameIn, realPath } from "./bounds.ts";
import { absent, codeOf } from "./codes.ts";

/*
 * The rule of links (docs/language.md, "What is read, and what is not", tells it to users):
 *
 * - A link is resolved before anything is done with it. What leads out of the folders in `within` is
 *   never read: a folder is not entered (told here), a file is refused where it is read.
 * - Within them links to files and folders are followed. What lies in a folder itself is looked at
 *   first, then its links in the order of their paths. One that leads to a folder of the same
 *   project, or to one in which it lies, brings nothing new and is not entered; behind one link each
 *   folder is entered once. So circles end.
 * - Who asked is told of each link and where it leads, and reads each real file once in a project:
 *   under its own name, else under the first link by path (`server/project/roots.ts`).
 */

/** Folders that hold the work of tools, never a strategy; leaving them out keeps large checkouts quick. */
const skipped: ReadonlySet<string> = new Set([".git", "node_modules"]);

/** So many files and folders are looked at behind links: links to links can multiply what is there. */
const mostBehindLinks = 100_000;

/** How many folders are read at once: enough that a disk is never idle. */
const atOnce = 32;

/** A folder by the path that leads to it, and where it really lies. */
interface Folder {
  readonly path: string;
  readonly real: string;
}

interface Walk extends Required<Omit<Looking, "within">> {
  readonly bounds: readonly Bound[];
  /** Where each link leads, by the place where it really lies. */
  readonly targets: Map<string, Target>;
  readonly found: string[];
  /** How many files and folders were looked at. */
  seen: number;
}

/** Where a link leads. */
interface Target {
  readonly real: string;
  /** As it is named from the folders that are looked through; undefined where it leads out. */
  readonly named: string | undefined;
  readonly isFolder: boolean;
}

/** What there is in a folder, by what is to be done with it. */
interface Contents {
  readonly folders: readonly Folder[];
  readonly links: readonly Folder[];
}

/** The files below a folder. None where there is more in it than the caller wants to be looked at. */
export async function listFiles(folder: string, looking: Looking = {}): Promise<readonly string[]> {
  const { within = [folder], most = Number.POSITIVE_INFINITY } = looking;
  const { onLink = () => {}, onTrouble = () => {} } = looking;
  const own = await boundsOf([folder]);
  const walk: Walk = {
    bounds: [...own, ...(await boundsOf(within))],
    targets: new Map(),
    found: [],
    seen: 0,
    most,
    onLink,
    onTrouble,
  };
  const links = await walkDown(walk, { path: folder, real: own[0]?.real ?? folder });
  const limit = Math.min(most, walk.seen + mostBehindLinks);
  const behind: Walk = { ...walk, most: limit };
  const configs = walk.found.filter((path) => path.endsWith(`/${configName}`));
  const roots = new Set([folder, ...within, ...configs.map(folderOf)]);
  for (const link of inOrder(links)) {
    if (behind.seen > limit) break;
    await follow(behind, link, roots);
  }
  if (behind.seen > limit) onTrouble({ path: folder, is: "crowded", most: limit });
  return behind.seen > most ? [] : walk.found.sort();
}

/** Looks at all that lies in a folder itself; gives the links in it. */
async function walkDown(walk: Walk, top: Folder): Promise<readonly Folder[]> {
  const links: Folder[] = [];
  let wave: readonly Folder[] = [top];
  while (wave.length > 0 && walk.seen <= walk.most) {
    const next: Folder[] = [];
    for (let from = 0; from < wave.length; from += atOnce) {
      const some = wave.slice(from, from + atOnce);
      for (const contents of await Promise.all(some.map((one) => contentsOf(walk, one)))) {
        for (const one of contents.folders) next.push(one);
        for (const one of contents.links) links.push(one);
      }
    }
    wave = next;
  }
  return links;
}

/** Goes where a link leads, and where the links behind it lead. */
async function follow(walk: Walk, link: Folder, roots: ReadonlySet<string>): Promise<void> {
  const project = rootAbove(link.path, roots);
  const entered = new Set<string>();
  const waiting = [link];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    const target = await folderBehind(walk, one);
    if (target === undefined || walk.seen > walk.most) continue;
    // It leads back to where it lies, or to what is there under its own name.
    if (isWithin(target.real, one.real) || isWithin(target.real, link.real)) continue;
    if (rootAbove(target.named, roots) === project) continue;
    walk.onLink(one.path, target.named);
    const inner: Folder[] = [];
    let wave: readonly Folder[] = [{ path: one.path, real: target.real }];
    while (wave.length > 0 && walk.seen <= walk.most) {
      const next: Folder[] = [];
      for (const folder of wave) {
        if (entered.has(folder.real)) continue;
        entered.add(folder.real);
        const contents = await contentsOf(walk, folder);
        for (const found of contents.folders) next.push(found);
        for (const found of contents.links) inner.push(found);
      }
      wave = next;
    }
    for (const found of inOrder(inner).reverse()) waiting.push(found);
  }
}

/** The nearest of some folders in which a path lies, or which it is. */
function rootAbove(path: string, roots: ReadonlySet<string>): string | undefined {
  for (let at = path; at !== ""; at = folderOf(at)) if (roots.has(at)) return at;
  return undefined;
}

/** The folder to which a link leads; a file is kept here. */
async function folderBehind(
  walk: Walk,
  link: Folder,
): Promise<{ readonly real: string; readonly named: string } | undefined> {
  const { path } = link;
  const name = path.slice(path.lastIndexOf("/") + 1);
  try {
    const target = walk.targets.get(link.real) ?? (await targetOf(walk, link));
    walk.targets.set(link.real, target);
    const { real, named, isFolder } = target;
    if (!isFolder) {
      // What leads out is told by those who read it.
      if (isAsked(name)) walk.found.push(path);
      if (isAsked(name) && named !== undefined) walk.onLink(path, named);
      return undefined;
    }
    if (skipped.has(name)) return undefined;
    if (named === undefined) {
      walk.onTrouble({ path, is: "outside" });
      return undefined;
    }
    return { real, named };
  } catch (error) {
    // A link that leads nowhere is a sign that some editors leave while they have a file open.
    if (isAsked(name) && !absent.has(codeOf(error) ?? "")) walk.found.push(path);
    return undefined;
  }
}

async function targetOf(walk: Walk, { path }: Folder): Promise<Target> {
  const real = await realPath(path);
  const isFolder = (await stat(real)).isDirectory();
  return { real, named: nameIn(walk.bounds, real), isFolder };
}

/** Keeps the files of a folder; gives the folders and links in it. */
async function contentsOf(walk: Walk, { path, real }: Folder): Promise<Contents> {
  const folders: Folder[] = [];
  const links: Folder[] = [];
  for (const entry of await entriesOf(walk, path)) {
    const { name } = entry;
    const one = { path: below(path, name), real: below(real, name) };
    if (entry.isSymbolicLink()) {
      links.push(one);
      continue;
    }
    if (entry.isDirectory() && !skipped.has(name)) folders.push(one);
    // Who reads them tells what is no ordinary file, and a folder in the place of a configuration.
    if (isAsked(name) && (!entry.isDirectory() || name === configName)) walk.found.push(one.path);
  }
  return { folders, links };
}

/** What lies in a folder, up to the limit. */
async function entriesOf(walk: Walk, path: string): Promise<readonly Dirent[]> {
  try {
    if (walk.most === Number.POSITIVE_INFINITY) {
      const entries = await readdir(path, { withFileTypes: true });
      walk.seen += entries.length;
      return entries;
    }
    const entries: Dirent[] = [];
    for await (const entry of await opendir(path)) {
      if (walk.seen > walk.most) break;
      walk.seen += 1;
      entries.push(entry);
    }
    return entries;
  } catch (error) {
    const code = codeOf(error) ?? "";
    if (!absent.has(code)) walk.onTrouble({ path, is: "unreadable", code });
    return [];
  }
}

function below(folder: string, name: string): string {
  return folder.endsWith("/") ? folder + name : `${folder}/${name}`;
}

function inOrder(links: readonly Folder[]): Folder[] {
  return links.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function isAsked(name: string): boolean {
  return /\.(?:strategy|csv)$/.test(name) || /^(?:strategy\.config\.json|\.gitignore)$/.test(name);
}
