// A folder → the paths of all files in it that matter to a strategy, those behind links included.
import type { Dirent } from "node:fs";
import { opendir, readdir, stat } from "node:fs/promises";
import { isWithin } from "../project.ts";
import type { Looking } from "../roots.ts";
import { type Bound, boundsOf, nameIn, realPath } from "./bounds.ts";
import { absent, codeOf } from "./codes.ts";

/*
 * The rule of links (docs/files.md tells it to users):
 *
 * - A link is resolved before anything is done with it. What leads out of the folders in `within` is
 *   never read: a folder is not entered (told here), a file is refused where it is read.
 * - Within them links to files and folders are followed. What lies in a folder itself is looked at
 *   first, then its links in the order of their paths. One that leads back to a folder in which it
 *   lies is not followed, and behind one link each folder is entered once: circles end.
 * - Who asked is told of each link and where it leads, and reads each real file once in a project:
 *   under its own name, else under the first link by path (`server/roots.ts`).
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
  readonly found: string[];
  /** How many files and folders were looked at. */
  seen: number;
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
    found: [],
    seen: 0,
    most,
    onLink,
    onTrouble,
  };
  const links = await walkDown(walk, { path: folder, real: own[0]?.real ?? folder });
  const limit = Math.min(most, walk.seen + mostBehindLinks);
  const behind: Walk = { ...walk, most: limit };
  for (const link of inOrder(links)) {
    if (behind.seen > limit) break;
    await follow(behind, link, new Set());
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

/** Goes where a link leads. `entered` are the real folders that were entered behind the same link. */
async function follow(walk: Walk, link: Folder, entered: Set<string>): Promise<void> {
  const waiting = [link];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (walk.seen > walk.most) return;
    const target = await targetOf(walk, one);
    if (target === undefined || entered.has(target.real)) continue;
    // It leads back to where it lies.
    if (isWithin(target.real, one.real) || isWithin(target.real, link.real)) continue;
    const inner: Folder[] = [];
    let wave: readonly Folder[] = [target];
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

/** The folder to which a link leads; a file is kept here. */
async function targetOf(walk: Walk, link: Folder): Promise<Folder | undefined> {
  const { path } = link;
  const name = path.slice(path.lastIndexOf("/") + 1);
  try {
    const real = await realPath(path);
    const named = nameIn(walk.bounds, real);
    if (!(await stat(real)).isDirectory()) {
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
    walk.onLink(path, named);
    return { path, real };
  } catch (error) {
    // A link that leads nowhere is a sign that some editors leave while they have a file open.
    if (isAsked(name) && !absent.has(codeOf(error) ?? "")) walk.found.push(path);
    return undefined;
  }
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
    if (isAsked(name) && (!entry.isDirectory() || name === "strategy.config.json"))
      walk.found.push(one.path);
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
