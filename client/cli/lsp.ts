// `strategy lsp --stdio`: the language server for any editor.
import { serveStdio } from "../../server/main.ts";
import type { Register } from "./command.ts";

export const registerLsp: Register = (program) => {
  program
    .command("lsp")
    .description("serves an editor over the Language Server Protocol")
    .option("--stdio", "speak over standard input and output (the default)")
    .action(() => serveStdio());
};
