// What Node is given → a process that ends with this one, whatever becomes of it.
import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import process from "node:process";

const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const one of running) one.kill("SIGKILL");
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

/** Room for a million lines, for every program the same. */
const room = "--max-old-space-size=8192";

/** Starts a program of Node's. */
export function startNode(words: readonly string[], stdio: StdioOptions): ChildProcess {
  const child = spawn(process.execPath, [room, ...words], { stdio });
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}
