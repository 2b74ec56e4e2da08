// What every command of the command line shares: exit codes, faults of use, colour and talk.
import process from "node:process";
import type { Command } from "commander";
import pc from "picocolors";

/** 0 fine, 1 findings, 2 usage or configuration, 3 our fault. */
export const exit = { fine: 0, findings: 1, usage: 2, ours: 3 } as const;

/** Something that the user can mend: the message says how. Ends the command with exit code 2. */
export class UsageFault extends Error {}

/** Adds a command to the program. */
export type Register = (program: Command) => void;

/** Ways to colour a piece of text. */
export type Colours = ReturnType<typeof pc.createColors>;

/** Colours for standard output: none unless it is a terminal, or colour is asked for. */
export function colours(): Colours {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  const isForced = Boolean(FORCE_COLOR) && FORCE_COLOR !== "0";
  const isPlain = Boolean(NO_COLOR) || FORCE_COLOR === "0";
  return pc.createColors(
    !isPlain && (isForced || (Boolean(process.stdout.isTTY) && TERM !== "dumb")),
  );
}

/** No colours, for files. */
export const plain: Colours = pc.createColors(false);

/** Says something on standard error, where it does not mix with results. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** A line on a terminal's standard error that is replaced by the next one; nothing elsewhere. */
export function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[2K${text}`);
}

/** Writes a result to standard output, or to a file, and waits until it is written. */
export async function write(text: string): Promise<void> {
  await new Promise<void>((done, failed) => {
    process.stdout.write(text, (error) => (error ? failed(error) : done()));
  });
}
