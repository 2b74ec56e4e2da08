// `npm run bench`: programs side by side, in turns → how long each takes, and whether the goals hold.
import { parseArgs } from "node:util";
import { buildAll } from "./build.ts";
import { sizes } from "./generate.ts";
import { measureCheck } from "./measures/check.ts";
import { measureHeap } from "./measures/heap.ts";
import { measureKeystrokes } from "./measures/keystroke.ts";
import { measureStart } from "./measures/start.ts";
import { echo } from "./peers/echo.ts";
import { langium, tuned } from "./peers/langium.ts";
import { reading } from "./peers/reading.ts";
import { strategy } from "./peers/strategy.ts";
import { withSessions } from "./sessions.ts";
import { figures, goals } from "./table.ts";
import type { Measured } from "./turns.ts";
import { workspaceOf } from "./workspace.ts";

const all = [strategy, echo, langium, tuned, reading];
const known = ["start", "check", "keystroke", "heap"] as const;

const { values } = parseArgs({
  options: {
    only: { type: "string", default: known.join(",") },
    peers: { type: "string", default: all.map(({ name }) => name).join(",") },
    sizes: { type: "string", default: "M,L,XL" },
    runs: { type: "string", default: "30" },
    seconds: { type: "string", default: "15" },
  },
});
const only = values.only.split(",");
const peers = all.filter(({ name }) => values.peers.split(",").includes(name));
const effort = { runs: Number(values.runs), seconds: Number(values.seconds) };

await buildAll(peers.some(({ needs }) => needs === "packages"));
const measured: Measured[] = [];
if (only.includes("start")) measured.push(await measureStart(peers, effort));
for (const [size, shape] of Object.entries(sizes)) {
  if (!values.sizes.split(",").includes(size)) continue;
  const workspace = workspaceOf(shape);
  console.error(`${size}: ${workspace.texts.size} files, ${workspace.lines} lines`);
  if (only.includes("check")) measured.push(await measureCheck(size, workspace, peers, effort));
  if (!only.some((one) => one === "keystroke" || one === "heap")) continue;
  await withSessions(peers, workspace, async (sessions) => {
    if (only.includes("heap")) measured.push(await measureHeap(size, workspace, sessions));
    if (only.includes("keystroke"))
      measured.push(...(await measureKeystrokes(size, workspace, sessions, effort)));
  });
}
console.log(`\n${figures(measured)}\n\n${goals(measured)}`);
