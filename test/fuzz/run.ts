// `npm run fuzz`: random input of every kind, seed by seed → what breaks, as small as can be, and how to see it again.
import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { kindsOfInput } from "./kinds.ts";
import type { Outcome, Task } from "./worker.ts";

/** What takes so long on one input hangs. The machine may be busy: this is far above all that is sound. */
const hangs = 120_000;
const progress = 5_000;

const { values } = parseArgs({
  options: {
    kind: { type: "string", multiple: true },
    seed: { type: "string", default: "1" },
    count: { type: "string", default: "1000" },
    minutes: { type: "string", default: "10" },
  },
});
const known = (await kindsOfInput()).map(({ name }) => name);
const wanted = values.kind ?? known;
const [first, count, minutes] = [values.seed, values.count, values.minutes].map(Number);
const strange = wanted.filter((name) => !known.includes(name));
if (strange.length > 0 || ![first, count, minutes].every(Number.isFinite)) {
  console.error(`There is no kind '${strange.join(", ")}', or a number is none.`);
  console.error("Use: npm run fuzz -- --kind KIND --seed 1 --count 1000 --minutes 10");
  console.error(`Kinds: ${known.join(", ")}. Without --kind all of them share the time.`);
  process.exit(2);
}

let worker: ChildProcess | undefined;
const failed: string[] = [];
for (const [index, kind] of wanted.entries()) {
  // Who ends early leaves its time to the others.
  const left = (minutes ?? 0) * 60_000 - process.uptime() * 1000;
  if (!(await fuzz(kind, process.uptime() * 1000 + left / (wanted.length - index))))
    failed.push(kind);
}
worker?.kill();
console.log(failed.length === 0 ? "All holds." : `Broken: ${failed.join(", ")}.`);
process.exit(failed.length === 0 ? 0 : 1);

/** Tries the seeds of a kind until one fails, all are done or the time is up; false where one failed. */
async function fuzz(kind: string, until: number): Promise<boolean> {
  const last = (first ?? 1) + (count ?? 0);
  let told = process.uptime() * 1000;
  for (let seed = first ?? 1; ; seed++) {
    const now = process.uptime() * 1000;
    if (seed >= last || now > until) {
      console.log(`${kind}: seeds ${first} to ${seed - 1} hold`);
      return true;
    }
    if (now - told > progress) {
      told = now;
      console.log(`${kind}: ${seed - (first ?? 1)} of ${count}`);
    }
    const { failure } = await outcomeOf({ kind, seed });
    if (failure === undefined) continue;
    console.log(`\n${kind}, seed ${seed}: ${failure}\n`);
    console.log(`Again: npm run fuzz -- --kind ${kind} --seed ${seed} --count 1\n`);
    return false;
  }
}

/** What becomes of a seed in the process beside this one, which starts anew where it died or hangs. */
function outcomeOf(task: Task): Promise<Outcome> {
  const child = worker ?? fork(path.join(import.meta.dirname, "worker.ts"));
  worker = child;
  return new Promise((resolve) => {
    const end = (outcome: Outcome) => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(outcome);
    };
    const lost = (failure: string) => {
      worker = undefined;
      child.kill("SIGKILL");
      end({ failure });
    };
    const timer = setTimeout(() => lost("It hangs: nothing came back in two minutes."), hangs);
    child.once("message", (outcome: Outcome) => end(outcome));
    child.once("exit", (code, signal) => lost(`The process died (${signal ?? code}).`));
    child.send(task);
  });
}
