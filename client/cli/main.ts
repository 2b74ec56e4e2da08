// Arguments → the command that they name: the entry of `strategy` on the command line.
import { enableCompileCache } from "node:module";
import process from "node:process";
import { Command, CommanderError } from "commander";
import { plainly } from "./arguments.ts";
import { registerCheck } from "./check.ts";
import { exit, type Register, say, UsageFault } from "./command.ts";
import { registerExplain } from "./explain.ts";
import { registerExport } from "./export.ts";
import { registerFormat } from "./format.ts";
import { registerLsp } from "./lsp.ts";
import { registerPreview } from "./preview.ts";
import { layout } from "./screen.ts";
import { version } from "./version.ts";

enableCompileCache();

const commands: readonly Register[] = [
  registerCheck,
  registerFormat,
  registerExport,
  registerPreview,
  registerExplain,
  registerLsp,
];

const program = new Command("strategy")
  .description("Checks, formats, draws and explains strategies that are written as code.")
  .version(version)
  .configureHelp(layout)
  .configureOutput({ outputError: (text) => say(plainly(text)) })
  .showHelpAfterError("(strategy --help shows how it is used)")
  .exitOverride();
for (const register of commands) register(program);
for (const command of program.commands) {
  command.showHelpAfterError(`(strategy ${command.name()} --help shows how it is used)`);
}

// What becomes of standard output is told where it is written; of standard error nobody can be told.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
process.on("uncaughtException", (error) => {
  end(error);
  process.exit();
});

try {
  await program.parseAsync();
} catch (error) {
  end(error);
}

/** Sets the exit code for what ended a command, and says what the user needs to know of it. */
function end(error: unknown): void {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? exit.fine : exit.usage;
  } else if (error instanceof UsageFault) {
    say(error.message);
    process.exitCode = exit.usage;
  } else if (isOfFiles(error)) {
    say(`'${error.path}' cannot be read or written (${error.code}).`);
    process.exitCode = exit.usage;
  } else {
    say("Something went wrong in 'strategy' itself. Please report this:");
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = exit.ours;
  }
}

/** A file or folder that the user named and the system refuses. */
function isOfFiles(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error && "path" in error && "syscall" in error;
}
