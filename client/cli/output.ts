// A file that an option names → a place for a result: never the plan itself, and never half a file.
import { realpathSync, type Stats, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { codeOf } from "../../server/project/disk/codes.ts";
import { type Project, resolve } from "../../server/project/project.ts";
import { UsageFault, write } from "./command.ts";
import type { Opened } from "./open.ts";
import { replaceFile } from "./replace.ts";
import { inWords } from "./trouble.ts";

/** Writes a result to its place. */
export type Output = (text: string | Uint8Array) => Promise<void>;

/**
 * The place that an option names. What is no regular file, such as `/dev/stdout` or a pipe with a
 * name, is written straight through; a link is followed.
 */
export function outputTo(name: string, opened: Opened): Output {
  const stream = streamOf(name);
  if (stream !== undefined) return (text) => write(text, stream);
  try {
    return placeOf(name, opened);
  } catch (error) {
    throw error instanceof UsageFault ? error : unwritable(name, error);
  }
}

function placeOf(name: string, opened: Opened): Output {
  const file = path.resolve(name);
  const there = statOf(file);
  if (there?.isDirectory()) throw new UsageFault(`'${name}' is a folder. Name a file in it.`);
  if (there !== undefined && (!there.isFile() || isOpen(file)))
    return async (text) => through(file, name, text);
  const real = there === undefined ? newFile(file, name) : realpathSync(file);
  refusePlan(real, name, there, opened);
  return (text) => replaceFile({ file: real, name, text });
}

/** Standard output and error by their names, to which what is there already is not lost. */
function streamOf(name: string): NodeJS.WriteStream | undefined {
  const number = /^\/(?:dev|proc\/self)\/(?:std|fd\/)(out|err|1|2)$/.exec(name)?.[1];
  if (number === undefined) return undefined;
  return number === "out" || number === "1" ? process.stdout : process.stderr;
}

/** Whether a path means a file by the number under which it is open. */
function isOpen(file: string): boolean {
  return /^\/(?:dev|proc\/self)\/fd\//.test(file);
}

/** Nothing where there is nothing, also where a folder of the path is a file. */
function statOf(file: string): Stats | undefined {
  return statSync(file, { throwIfNoEntry: false });
}

/** The real path of a file that is not there yet; its folder must be. */
function newFile(file: string, name: string): string {
  const folder = path.dirname(file);
  if (statOf(folder)?.isDirectory()) return path.join(realpathSync(folder), path.basename(file));
  const missing = path.dirname(name);
  throw new UsageFault(`There is no folder '${missing}'. Make it first, or name another one.`);
}

function through(file: string, name: string, text: string | Uint8Array): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    if (codeOf(error) !== "EPIPE") throw unwritable(name, error);
  }
}

function unwritable(name: string, error: unknown): UsageFault {
  return new UsageFault(`'${name}' cannot be written: ${inWords(error)}`);
}

/** A result in the place of a file of the plan would be the end of that file. */
function refusePlan(real: string, name: string, there: Stats | undefined, opened: Opened): void {
  const projects = [...opened.workspace.projects.values()];
  if (there !== undefined && projects.some((one) => readsFile(one, there)))
    throw new UsageFault(`'${name}' belongs to the plan and would be overwritten. ${advice}`);
  if (/\.strategy$|^strategy\.config\.json$/i.test(path.basename(real)))
    throw new UsageFault(`'${name}' would be read as a part of the plan. ${advice}`);
}

const advice = "Name another file.";

/** Whether a project reads a file, be it by another name. */
function readsFile({ root, files, data }: Project, { dev, ino }: Stats): boolean {
  const own = ["strategy.config.json", ...files.keys()].map((file) => resolve(root, file));
  return [...own, ...data.keys()].some((one) => {
    const other = statOf(one);
    return other !== undefined && other.ino === ino && other.dev === dev;
  });
}
