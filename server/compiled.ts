// A process → a folder that keeps, compiled, what is loaded, so that the next start need not compile it again.
import { lstatSync, mkdirSync } from "node:fs";
import module from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";

/** Keeps what is loaded from here on. What lies there is run as it is, so it is a folder of one's own or none. */
export function keepCompiled(): void {
  const user = process.getuid?.();
  const folder = path.join(tmpdir(), user === undefined ? "strategy" : `strategy-${user}`);
  if (user === undefined || isOwn(folder, user)) module.enableCompileCache?.(folder);
}

/** Keeps what was loaded up to now, whatever becomes of the process. */
export function flushCompiled(): void {
  module.flushCompileCache?.();
}

/** Whether a folder can be made or is there, and nobody but this user can put anything into it. */
function isOwn(folder: string, user: number): boolean {
  try {
    mkdirSync(folder, { mode: 0o700, recursive: true });
    const found = lstatSync(folder);
    return found.isDirectory() && found.uid === user && (found.mode & 0o022) === 0;
  } catch {
    return false;
  }
}
