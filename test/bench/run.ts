// `npm run bench`: programs side by side, in turns → how long each takes, and whether the goals hold.
import process from "node:process";
import { parseArgs } from "node:util";
import { buildAll } from "./build.ts";
import { sizes } from "./generate.ts";
import type { Measure } from "./measure.ts";
import { burst } from "./measures/burst.ts";
import { check } from "./measures/check.ts";
import { completion } from "./measures/completion.ts";
import { drawn } from "./measures/drawn.ts";
import { growth } from "./measures/growth.ts";
import { heap } from "./measures/heap.ts";
import { hover } from "./measures/hover.ts";
import { keystroke } from "./measures/keystroke.ts";
import { pack } from "./measures/pack.ts";
import { start } from "./measures/start.ts";
import { view } from "./measures/view.ts";
import { writePage } from "./page.ts";
import { echo } from "./peers/echo.ts";
import { langium, tuned } from "./peers/langium.ts";
import { reading } from "./peers/reading.ts";
import { asked, strategy } from "./peers/strategy.ts";
import { withSessions } from "./sessions.ts";
import { figures, goals } from "./table.ts";
import type { Measured } from "./turns.ts";
import { workspaceOf } from "./workspace.ts";

const programs = [strategy, asked, echo, langium, tuned, reading];
const measures: readonly Measure[] = [
  ...[start, check, heap, keystroke, burst],
  ...[completion, hover, view, drawn, pack, growth],
];

const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name).join(",");
const { values } = parseArgs({
  options: {
    only: { type: "string", default: names(measures) },
    peers: { type: "string", default: names(programs) },
    sizes: { type: "string", default: "M,L,XL" },
    runs: { type: "string", default: "30" },
    seconds: { type: "string", default: "10" },
    write: { type: "boolean", default: false },
  },
});
const effort = { runs: Number(values.runs), seconds: Number(values.seconds) };
const peers = chosen(values.peers, programs, ({ name }) => name);
const wanted = chosen(values.only, measures, ({ name }) => name);
const shapes = chosen(values.sizes, Object.entries(sizes), ([size]) => size);

await buildAll(peers.some(({ needs }) => needs === "packages"));
const measured: Measured[] = [];
for (const { name, once } of wanted) {
  if (once === undefined) continue;
  console.error(name);
  measured.push(...(await once(peers, effort)));
}
for (const [size, shape] of shapes) {
  const inSize = wanted.filter((one) => one.inSize ?? one.inSessions);
  if (inSize.length === 0) break;
  const workspace = workspaceOf(shape);
  const ground = { size, workspace, peers, effort };
  console.error(`${size}: ${workspace.texts.size} files, ${workspace.lines} lines`);
  for (const one of inSize) measured.push(...((await one.inSize?.(ground)) ?? []));
  if (inSize.every(({ inSessions }) => inSessions === undefined)) continue;
  await withSessions(peers, workspace, async (sessions) => {
    for (const { name, inSessions } of inSize) {
      if (inSessions === undefined) continue;
      console.error(`  ${name}`);
      measured.push(...(await inSessions(ground, sessions)));
    }
  });
}
console.log(`\n${figures(measured)}\n\n${goals(measured)}`);
if (values.write) writePage(measured);

/** Those whose names are in a list with commas; a name that there is not ends the run. */
function chosen<One>(list: string, all: readonly One[], nameOf: (one: One) => string) {
  const asked = list.split(",").map((name) => name.trim());
  const strange = asked.filter((name) => !all.some((one) => nameOf(one) === name));
  if (strange.length > 0) {
    console.error(`There is no '${strange.join(", ")}' among ${all.map(nameOf).join(",")}.`);
    process.exit(2);
  }
  return all.filter((one) => asked.includes(nameOf(one)));
}
