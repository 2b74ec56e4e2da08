// What every command of the command line shares: exit codes, faults of use, results and talk.

import process from "node:process";
import type { Command } from "commander";
import { codeOf } from "../../server/project/disk/codes.ts";
import { disarmed } from "../../server/words/disarmed.ts";
import { columnsOf, wrapped } from "./screen.ts";
import { whyRefused } from "./trouble.ts";

/** 0 fine, 1 findings, 2 usage or configuration, 3 our fault. */
export const exit = { fine: 0, findings: 1, usage: 2, ours: 3 } as const;

/** Something that the user can mend: the message says how. Ends the command with exit code 2. */
export class UsageFault extends Error {
  /** Lines that follow the message on a terminal, such as an example. */
  readonly more: readonly string[];

  constructor(message: string, more: readonly string[] = []) {
    super(message);
    this.more = more;
  }
}

/** Adds a command to the program. */
export type Register = (program: Command) => void;

/** Says lines on standard error, where they do not mix with results. Names in them are made safe. */
export function say(...lines: readonly string[]): void {
  const width = columnsOf(process.stderr);
  process.stderr.write(lines.map((line) => `${wrapped(disarmed(line), width)}\n`).join(""));
}

/** A line on a terminal's standard error that is replaced by the next one; nothing elsewhere. */
export function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${disarmed(text)}`);
}

/** Whether results reach nobody any more; the stream itself forgets. */
let isGone = false;

/**
 * Writes a result to standard output, or error, and waits until it is written. A reader that has
 * seen enough, such as `head`, closes the pipe: that is no fault, and changes nothing of how the
 * command ends. Anything else is told once, and no more is written.
 */
export async function write(
  text: string | Uint8Array,
  stream: NodeJS.WriteStream = process.stdout,
): Promise<void> {
  if (isGone) return;
  await new Promise<void>((done, failed) => {
    stream.write(text, (error) => {
      isGone ||= Boolean(error);
      if (!error || codeOf(error) === "EPIPE") done();
      else failed(new UsageFault(`The result cannot be written: ${whyRefused(error)}`));
    });
  });
}

/** Whether what is written reaches somebody. */
export function isRead(): boolean {
  return !isGone;
}
