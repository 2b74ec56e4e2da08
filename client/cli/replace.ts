// A file and what it should hold → the file with that, whole, or as it was.
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import { setImmediate as turn } from "node:timers/promises";
import writeFileAtomic from "write-file-atomic";
import { codeOf } from "../../server/project/disk/codes.ts";
import { UsageFault } from "./command.ts";
import { reasonOf } from "./trouble.ts";

interface Replacement {
  /** The real path, with no link in it. */
  readonly file: string;
  /** What the user calls it. */
  readonly name: string;
  readonly text: string | Uint8Array;
  /** What was read from it: where it says something else by now, somebody has saved it meanwhile. */
  readonly before?: Uint8Array;
}

/** Bytes in the place of bytes that are known. */
export interface Exchange extends Replacement {
  readonly text: Uint8Array;
  readonly before: Uint8Array;
}

/**
 * Writes a text beside a file and puts it in the file's place, with the file's mode and, where the
 * system lets us, its owner. A fault of use says why where that cannot be; the file is as it was.
 *
 * The library names the file beside, removes it where something fails or the command is ended, and
 * does the renaming. It writes only once and does not look how much of it a full disk has taken, so
 * the writing is ours; so is the look at the file, as late as can be. The folder is not flushed:
 * after a power cut there is the old file or the new one, and each is whole.
 */
export async function replaceFile(one: Replacement): Promise<void> {
  replaceNow(one);
  await turn();
}

/**
 * Replaces all of these files, or none: where one cannot be written, those before it get back what
 * they held. Nothing of this program, and no Ctrl+C, comes between two of them.
 */
export async function replaceFiles(all: readonly Exchange[]): Promise<void> {
  const done: Exchange[] = [];
  try {
    for (const one of all) {
      replaceNow(one);
      done.push(one);
    }
  } catch (error) {
    const stuck = done.flatMap(putBack);
    if (!(error instanceof UsageFault) || stuck.length === 0) throw error;
    throw new UsageFault([error.message, ...stuck].join(" "));
  }
  await turn();
}

/** Gives a file what it held before; a sentence where that cannot be. */
function putBack(one: Exchange): readonly string[] {
  try {
    replaceNow({ ...one, text: one.before, before: one.text });
    return [];
  } catch (error) {
    if (!(error instanceof UsageFault)) throw error;
    return [error.message];
  }
}

function replaceNow({ file, name, text, before }: Replacement): void {
  endBetweenFiles();
  let moved: string | undefined;
  const fill = (beside: string) => {
    writeFileSync(beside, bytesOf(text), { flag: "r+", flush: true });
    moved = before === undefined ? undefined : since(file, before);
    if (moved !== undefined) throw new Error(moved);
  };
  try {
    if (existsSync(file)) accessSync(file, constants.W_OK);
    writeFileAtomic.sync(file, "", { fsync: false, tmpfileCreated: fill });
  } catch (error) {
    if (moved !== undefined) throw new UsageFault(`'${name}' ${moved}`);
    const { because, advice } = reasonOf(error);
    const left = existsSync(file) ? " It is as it was." : "";
    throw new UsageFault(`'${name}' cannot be written: ${because}.${left} ${advice}`);
  }
}

function bytesOf(text: string | Uint8Array): Uint8Array {
  return typeof text === "string" ? Buffer.from(text) : text;
}

/** What has become of a file since it was read, if anything has. */
function since(file: string, before: Uint8Array): string | undefined {
  try {
    if (readFileSync(file).equals(before)) return undefined;
    return "was changed by somebody else meanwhile and is left as it is now. Try again.";
  } catch (error) {
    return codeOf(error) === "ENOENT"
      ? "was removed meanwhile and stays away."
      : `cannot be read any more: ${reasonOf(error).because}. It is left as it is.`;
  }
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** From now on Ctrl+C ends the command between two files, never while one is written. */
function endBetweenFiles(): void {
  for (const signal of signals)
    if (process.listenerCount(signal) === 0)
      process.once(signal, () => process.kill(process.pid, signal));
}
