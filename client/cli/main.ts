// A process and its arguments → the command that they name: the entry of `strategy` on the command line.
import process from "node:process";
import { end, run } from "./program.ts";

// What becomes of standard output is told where it is written; of standard error nobody can be told.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
// A file that grows over a limit of the system is an error of that file, not the end of the command.
process.on("SIGXFSZ", () => {});
process.on("uncaughtException", (error) => {
  end(error);
  process.exit();
});

await run(process.argv.slice(2));
