// A disk → the door to files that the core asks for: what lies below a folder, and what a file says.
import { readdir, readFile, stat } from "node:fs/promises";
import type { Files } from "./load.ts";

/** Folders that hold the work of tools, never a strategy; leaving them out keeps large checkouts quick. */
const skipped: ReadonlySet<string> = new Set([".git", "node_modules"]);

/** The files of this machine. */
export const diskFiles: Files = {
  list: async (folder) => {
    const found: string[] = [];
    await walk(folder, found);
    return found.sort();
  },
  read: async (path) => {
    try {
      // Editors show a text without its byte order mark, so places are counted without it here too.
      return (await readFile(path, "utf8")).replace(/^\uFEFF/, "");
    } catch {
      return undefined;
    }
  },
};

/** Links to folders are not followed: they may lead round in a circle. */
async function walk(folder: string, found: string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const folders: string[] = [];
  for (const entry of entries) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!skipped.has(entry.name)) folders.push(path);
    } else if (isAsked(entry.name) && (entry.isFile() || (await isLinkToFile(path)))) {
      found.push(path);
    }
  }
  await Promise.all(folders.map((one) => walk(one, found)));
}

function isAsked(name: string): boolean {
  return /\.(?:strategy|csv)$/.test(name) || /^(?:strategy\.config\.json|\.gitignore)$/.test(name);
}

async function isLinkToFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
