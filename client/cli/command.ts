// What every command of the command line shares: exit codes, faults of use, results and talk.
import process from "node:process";
import type { Command } from "commander";
import { columnsOf, wrapped } from "./screen.ts";

/** 0 fine, 1 findings, 2 usage or configuration, 3 our fault. */
export const exit = { fine: 0, findings: 1, usage: 2, ours: 3 } as const;

/** Something that the user can mend: the message says how. Ends the command with exit code 2. */
export class UsageFault extends Error {}

/** Adds a command to the program. */
export type Register = (program: Command) => void;

/** Says something on standard error, where it does not mix with results. */
export function say(text: string): void {
  process.stderr.write(`${wrapped(text, columnsOf(process.stderr))}\n`);
}

/** A line on a terminal's standard error that is replaced by the next one; nothing elsewhere. */
export function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${text}`);
}

/** Whether nobody reads standard output any more; the stream itself forgets. */
let isGone = false;

/**
 * Writes a result to standard output and waits until it is written. A reader that has seen enough,
 * such as `head`, closes the pipe: that is no fault, and changes nothing of how the command ends.
 */
export async function write(text: string): Promise<void> {
  if (isGone) return;
  await new Promise<void>((done, failed) => {
    process.stdout.write(text, (error) => {
      const code = error && "code" in error ? error.code : undefined;
      isGone ||= code === "EPIPE";
      if (!error || isGone) done();
      else failed(new UsageFault(`The result cannot be written to standard output (${code}).`));
    });
  });
}

/** Whether what is written reaches somebody. */
export function isRead(): boolean {
  return !isGone;
}
