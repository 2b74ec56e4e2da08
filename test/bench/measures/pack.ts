// A strategy of 300 initiatives → how long its board takes as a file of each kind, and how much memory at most, beside a check of it.
import { once } from "node:events";
import { join } from "node:path";
import { startNode } from "../children.ts";
import type { Measure } from "../measure.ts";
import { strategy } from "../peers/strategy.ts";
import type { Used } from "../programs/probe.ts";
import { type Column, type Goal, inTurns } from "../turns.ts";
import { workspaceOf } from "../workspace.ts";

/** Thirty initiatives a file. */
const size = { files: 10, lines: 660 };

const bench = join(import.meta.dirname, "..");
const cli = join(bench, "../../dist/cli.js");
const formats = ["pptx", "pdf", "html"] as const;

export const pack: Measure = {
  name: "pack",
  once: async (_peers, effort) => {
    const { folder } = workspaceOf(size);
    const written = formats.map((format): [string, readonly string[]] => {
      const output = ["--output", join(folder, `board.${format}`)];
      return [format, [cli, "export", "board", "--to", format, "--project", folder, ...output]];
    });
    const commands = new Map([["check", strategy.check?.(folder) ?? []], ...written]);
    const peaks = new Map<string, number[]>([...commands.keys()].map((name) => [name, []]));
    const named = new Map([...commands].map(([name, words]) => [name, { name, words }]));
    const columns = await inTurns(named, effort, async ({ name, words }) => {
      const start = performance.now();
      const { peak } = await ran(words);
      peaks.get(name)?.push(peak / 1e6);
      return performance.now() - start;
    });
    const most = new Map(
      [...peaks].map(([name, samples]): [string, Column] => [name, { samples }]),
    );
    const what = "the board of 300 initiatives";
    return [
      { what, unit: "ms", by: "command", columns, goals: goals(20) },
      {
        what: `${what}, memory at most`,
        unit: "MB",
        by: "command",
        columns: most,
        goals: goals(4),
      },
    ];
  },
};

/** A pack is at most so many times a check. */
function goals(most: number): readonly Goal[] {
  return formats.map((format) => ({ of: format, than: "check", most }));
}

/** Runs a program to its end, with its answer read: what it has used. */
async function ran(words: readonly string[]): Promise<Used> {
  const program = startNode(
    ["--require", join(bench, "dist/probe.cjs"), ...words],
    ["ignore", "pipe", "ignore", "ipc"],
  );
  program.stdout?.resume();
  let used: Used | undefined;
  program.on("message", (message: Used) => {
    used = message;
  });
  const [code] = await once(program, "close");
  // 1 says that something was found.
  if (code !== 0 && code !== 1) throw new Error(`it ended with ${code}`);
  if (used === undefined) throw new Error("it did not say what it has used");
  return used;
}
