// Peers and a workspace → how long a whole process takes that tells, once, what is wrong in it.
import { startNode } from "../children.ts";
import type { Measure } from "../measure.ts";
import { type Goal, inTurns } from "../turns.ts";

export const check: Measure = {
  name: "check",
  inSize: async ({ size, workspace: { folder }, peers, effort }) => {
    const checks = new Map<string, readonly string[]>();
    for (const peer of peers)
      if (peer.check !== undefined) checks.set(peer.name, peer.check(folder));
    const columns = await inTurns(checks, effort, run);
    const what = `a check of everything, ${size}`;
    return [{ what, unit: "ms", columns, goals: size === "L" ? goals : [] }];
  },
};

const goals: readonly Goal[] = [
  { of: "strategy", than: "langium", most: 1 },
  { of: "strategy", than: "reading", most: 12 },
];

/** Nobody waits longer for an answer. */
const patience = 120_000;

/** Runs a program to its end, and reads what it says; how long it took. */
export function run(words: readonly string[]): Promise<number> {
  const start = performance.now();
  const program = startNode(words, ["ignore", "pipe", "inherit"]);
  program.stdout?.resume();
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => program.kill("SIGKILL"), patience);
    program.once("close", (code, signal) => {
      clearTimeout(late);
      // 1 says that something was found.
      if (code === 0 || code === 1) resolve(performance.now() - start);
      else if (signal === null) reject(new Error(`it ended with ${code}`));
      else reject(new Error(`it did not end within ${patience / 1000} s`));
    });
  });
}
