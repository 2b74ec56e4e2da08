// A disk → the door to files that the core asks for: what lies below a folder, and what a file says.
import { constants } from "node:fs";
import { type FileHandle, lstat, open } from "node:fs/promises";
import { longestText } from "../../../grammar/size.ts";
import type { Files } from "../load.ts";
import type { Trouble } from "../trouble.ts";
import { besideLinks, boundsOf, nameIn, realPath } from "./bounds.ts";
import { absent, codeOf } from "./codes.ts";
import { listFiles } from "./list.ts";

/** The files of this machine. */
export const diskFiles: Files = {
  list: listFiles,
  read: async (path, within) => {
    const found = await look(path, within);
    return typeof found === "string" ? found : undefined;
  },
  why: async (path, within) => {
    const found = await look(path, within);
    return typeof found === "string" ? undefined : found;
  },
};

/**
 * Without waiting for anybody: opening a FIFO that nobody writes to, or a device, would hang. The
 * path was resolved before, so a link that has come into its place since is not followed.
 */
const flags =
  constants.O_RDONLY |
  (constants.O_NONBLOCK ?? 0) |
  (constants.O_NOFOLLOW ?? 0) |
  (constants.O_NOCTTY ?? 0);

/** No character takes more bytes, so a longer file holds more characters than are read. */
const mostBytes = 3 * longestText + 3;

/**
 * The text of a file, why there is none, or undefined where nothing is there. What is looked at is
 * the file that was opened and not the path, which may mean another one a moment later.
 */
async function look(
  path: string,
  within: readonly string[] | undefined,
): Promise<string | Trouble | undefined> {
  try {
    if (within === undefined || constants.O_NOFOLLOW === undefined)
      return await lookAt(path, await realPath(path), within);
    return await lookAt(path, await besideLinks(path, within), within);
  } catch (error) {
    if (codeOf(error) !== "ELOOP" || within === undefined) return troubleOf(path, error);
  }
  // A link in the place of the file: most are none, so it is found out by not following it.
  try {
    return await lookAt(path, await realPath(path), within);
  } catch (error) {
    return troubleOf(path, error);
  }
}

async function lookAt(
  path: string,
  real: string,
  within: readonly string[] | undefined,
): Promise<string | Trouble> {
  if (within !== undefined && nameIn(await boundsOf(within), real) === undefined)
    return { path, is: "outside" };
  const handle = await open(real, flags);
  try {
    const found = await handle.stat();
    if (!found.isFile()) return { path, is: found.isDirectory() ? "folder" : "special" };
    const bytes = await upTo(handle, found.size);
    // Editors show a text without its byte order mark, so places are counted without it here too.
    const text = bytes?.toString("utf8").replace(/^\uFEFF/, "");
    return text === undefined || text.length > longestText ? { path, is: "large" } : text;
  } finally {
    await handle.close();
  }
}

/** All bytes of a file, or undefined where there are too many. `size` is what it said it has. */
async function upTo(handle: FileHandle, size: number): Promise<Buffer | undefined> {
  if (size > mostBytes) return undefined;
  let bytes = Buffer.allocUnsafe(size + 1);
  for (let filled = 0; filled <= mostBytes; ) {
    const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, filled);
    filled += bytesRead;
    if (bytesRead === 0 || (filled === size && bytesRead === size))
      return bytes.subarray(0, filled);
    if (filled === bytes.length) bytes = Buffer.concat([bytes, Buffer.allocUnsafe(filled)]);
  }
  return undefined;
}

/** What a refusal of the system means; undefined where nothing is there. */
async function troubleOf(path: string, error: unknown): Promise<Trouble | undefined> {
  const code = codeOf(error);
  if (code === undefined || absent.has(code)) return undefined;
  if (code === "ENXIO" || code === "EOPNOTSUPP") return { path, is: "special" };
  const isThere = await lstat(path).then(
    () => true,
    () => false,
  );
  return { path, is: isThere ? "unreadable" : "unreachable", code };
}
