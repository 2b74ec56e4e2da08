// Peers and a workspace → how long a whole process takes that tells, once, what is wrong in it.
import { spawn } from "node:child_process";
import process from "node:process";
import type { Peer } from "../peer.ts";
import { type Effort, type Goal, inTurns, type Measured } from "../turns.ts";
import type { Workspace } from "../workspace.ts";

/** Checks the workspace with each of those that can. */
export async function measureCheck(
  size: string,
  workspace: Workspace,
  peers: readonly Peer[],
  effort: Effort,
): Promise<Measured> {
  const checks = new Map<string, readonly string[]>();
  for (const { name, check } of peers)
    if (check !== undefined) checks.set(name, check(workspace.folder));
  return {
    what: `a check of everything, ${size}`,
    unit: "ms",
    columns: await inTurns(checks, effort, run),
    goals: size === "L" ? goals : [],
  };
}

const goals: readonly Goal[] = [
  { of: "strategy", than: "langium", most: 1 },
  { of: "strategy", than: "reading", most: 12 },
];

/** Runs a program to its end, reading what it says. */
function run(words: readonly string[]): Promise<number> {
  const start = performance.now();
  const program = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
  program.stdout.resume();
  return new Promise((resolve, reject) => {
    program.once("error", reject);
    program.once("close", (code) => {
      // 1 says that something was found.
      if (code === 0 || code === 1) resolve(performance.now() - start);
      else reject(new Error(`it ended with ${code}`));
    });
  });
}
