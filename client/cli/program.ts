// The words of a command line → the command that they name, done, and the exit code set.
import process from "node:process";
import { Command, CommanderError } from "commander";
import { plainly } from "./arguments.ts";
import { registerCheck } from "./check.ts";
import { exit, type Register, say, UsageFault, write } from "./command.ts";
import { registerExplain } from "./explain.ts";
import { registerExport } from "./export.ts";
import { registerFormat } from "./format.ts";
import { registerHelp } from "./help.ts";
import { registerInit } from "./init.ts";
import { registerLsp } from "./lsp.ts";
import { registerPreview } from "./preview.ts";
import { layout } from "./screen.ts";
import { whyRefused } from "./trouble.ts";
import { version } from "./version.ts";

const commands: readonly Register[] = [
  registerInit,
  registerCheck,
  registerFormat,
  registerExport,
  registerPreview,
  registerExplain,
  registerLsp,
  registerHelp,
];

/** Does what the words after `strategy` say, until all is done and written. What ends it is told. */
export async function run(words: readonly string[]): Promise<void> {
  // What is still on its way to standard output: the library of the command line does not wait.
  const written: Promise<void>[] = [];
  const program = new Command("strategy")
    .description("Checks, formats, draws and explains strategies that are written as code.")
    .version(version)
    .configureHelp(layout)
    .helpCommand(false)
    .configureOutput({
      writeOut: (text) => written.push(write(text)),
      outputError: (text) => say(...plainly(text)),
    })
    .showHelpAfterError("(strategy --help shows how it is used)")
    .exitOverride();
  for (const register of commands) register(program);
  for (const command of program.commands)
    command.showHelpAfterError(`(strategy ${command.name()} --help shows how it is used)`);
  try {
    await program.parseAsync(words, { from: "user" });
  } catch (error) {
    end(error);
  }
  await Promise.all(written).catch(end);
}

/** Sets the exit code for what ended a command, and says what the user needs to know of it. */
export function end(error: unknown): void {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? exit.fine : exit.usage;
  } else if (error instanceof UsageFault) {
    say(error.message, ...error.more);
    process.exitCode = exit.usage;
  } else if (isOfFiles(error)) {
    say(`'${error.path}' cannot be read or written: ${whyRefused(error)}`);
    process.exitCode = exit.usage;
  } else if (isOfFolderHere(error)) {
    say("The folder in which you are is not there any more. Go to another one and try again.");
    process.exitCode = exit.usage;
  } else {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    say("Something went wrong in 'strategy' itself. Please report this:", ...stack.split("\n"));
    process.exitCode = exit.ours;
  }
}

/** A file or folder that the user named and the system refuses. */
function isOfFiles(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error && "path" in error && "syscall" in error;
}

/** The folder in which the command runs has been removed. */
function isOfFolderHere(error: unknown): boolean {
  return error instanceof Error && "syscall" in error && error.syscall === "uv_cwd";
}
