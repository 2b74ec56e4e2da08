// Node's process → a language server on its standard streams, or on the channel to its parent.
import { Console } from "node:console";
import process from "node:process";
import { flushCompiled, keepCompiled } from "./compiled.ts";

/** Serves an editor over standard input and output. */
export function serveStdio(): Promise<void> {
  return start("streams");
}

async function start(over: "streams" | "channel"): Promise<void> {
  keepCompiled();
  // Nothing but messages goes to standard output.
  globalThis.console = new Console(process.stderr);
  const { connect } = await import("./serve/process.ts");
  const greeted = await connect(process, over);
  // The editor has its answer; what it asks next waits until the rest is there.
  const { serveHere } = await import("./local.ts");
  serveHere(greeted);
  // By then all is compiled that the first check takes; who is killed has nothing to keep at its end.
  setTimeout(flushCompiled, 5000).unref();
}

// Started by itself, not by the command line: the arguments say how to talk.
if (/(?:server[\\/]main\.ts|server\.js)$/.test(process.argv[1] ?? ""))
  void start(process.argv.includes("--node-ipc") ? "channel" : "streams");
