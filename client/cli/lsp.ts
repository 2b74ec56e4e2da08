// `strategy lsp --stdio`: the language server for any editor.
import process from "node:process";
import { serveStdio } from "../../server/main.ts";
import { type Register, say } from "./command.ts";

export const registerLsp: Register = (program) => {
  program
    .command("lsp")
    .description("serves an editor over the Language Server Protocol")
    .option("--stdio", "speak over standard input and output (the default)")
    .action(() => {
      if (process.stdin.isTTY) say("Waits for an editor to speak to it. Ctrl+C ends it.");
      serveStdio();
    });
};
