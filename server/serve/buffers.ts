// A door to files and the documents that an editor has open → a door behind which what is typed counts.
import { isWithin } from "../project/project.ts";
import type { Files } from "../project/roots.ts";
import type { Known } from "./known.ts";
import type { Open } from "./snapshot.ts";

/**
 * The text of an open document stands for its file, and one that was never saved, or whose file is
 * gone, for a file: it is listed, left out and read as that file would be.
 */
export function withBuffers(known: Known, disk: Files, open: ReadonlyMap<string, Open>): Files {
  const isThere = async (path: string) =>
    (await disk.read(path)) !== undefined || (await disk.why?.(path)) !== undefined;
  return {
    ...known.files,
    list: async (folder, looking) => {
      const found = await known.files.list(folder, looking);
      const listed = new Set(found);
      const more: string[] = [];
      for (const path of open.keys()) {
        if (listed.has(path) || !isListable(folder, path)) continue;
        // What is there and is not listed has appeared just now, or was left out on purpose.
        if (await isThere(path)) known.doubt();
        else more.push(path);
      }
      return more.length === 0 ? found : [...found, ...more].sort();
    },
    read: async (path, within) => open.get(path)?.text ?? known.files.read(path, within),
  };
}

/** Whether a path would be among the files of a folder if it were on the disk. */
function isListable(folder: string, path: string): boolean {
  if (path === folder || !isWithin(folder, path)) return false;
  return isFileOfOurs(path) && !isOfTools(path.slice(folder.length));
}

/** Whether a path is by its name a file that may matter to a strategy. */
export function isFileOfOurs(path: string): boolean {
  return /(?:\.strategy|\.csv|\/strategy\.config\.json|\/\.gitignore)$/.test(path);
}

/** Whether what follows the folder that is looked through leads into a folder of tools, never of strategies. */
export function isOfTools(inside: string): boolean {
  return /\/(?:\.git|node_modules)(?:\/|$)/.test(inside);
}
