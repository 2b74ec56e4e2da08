// Node's process → a language server on its standard streams, or on the channel to its parent.
import { Console } from "node:console";
import { existsSync } from "node:fs";
import module from "node:module";
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";

/** Serves an editor over standard input and output. */
export function serveStdio(): Promise<void> {
  return start("streams");
}

async function start(over: "streams" | "channel"): Promise<void> {
  module.enableCompileCache?.();
  // Nothing but messages goes to standard output.
  globalThis.console = new Console(process.stderr);
  const { connect } = await import("./serve/process.ts");
  const { diskFiles } = await import("./project/disk/files.ts");
  const { serve } = await import("./serve.ts");
  serve(connect(process, over), { files: diskFiles, today: localDate, ...localPages() });
}

/** The pages that come with the program, so that they can be read without a network. */
function localPages(): { pages?: string } {
  const docs = path.join(import.meta.dirname, "..", "docs");
  return existsSync(docs) ? { pages: `${pathToFileURL(docs).href}/` } : {};
}

function localDate(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

// Started by itself, not by the command line: the arguments say how to talk.
if (/(?:server[\\/]main\.ts|server\.cjs)$/.test(process.argv[1] ?? ""))
  void start(process.argv.includes("--node-ipc") ? "channel" : "streams");
