// `strategy format`: the canonical form of the files of a project.
import process from "node:process";
import { formatText } from "../../grammar/format.ts";
import { lineStarts, positionAt } from "../../grammar/lines.ts";
import { parseFile } from "../../grammar/parser.ts";
import { sourceOf } from "../../grammar/source.ts";
import { disarmed } from "../../server/words/disarmed.ts";
import { relative } from "../exports/relative.ts";
import { named } from "./arguments.ts";
import { exit, type Register, say, UsageFault, write } from "./command.ts";
import { nothingIn, openProject } from "./open.ts";
import { realIn, saidBy } from "./own-file.ts";
import { replaceFile } from "./replace.ts";
import { selectPaths } from "./select.ts";

interface Options {
  readonly project?: string;
  readonly check?: boolean;
}

/** What became of a file. */
type Outcome = "changed" | "left in part" | "refused";

export const registerFormat: Register = (program) => {
  program
    .command("format")
    .description("lays out files in the canonical form")
    .argument("[paths...]", "files or folders; else all of the project")
    .option("--check", "change nothing; end with 1 where a file is not in the canonical form")
    .option(
      "--project <dir>",
      "folder of the strategy; else here, or where the paths lie",
      named("a folder"),
    )
    .action(async (paths: readonly string[], options: Options) => {
      const opened = await openProject({ ...options, paths });
      const { base, models } = opened;
      const all = models.flatMap(({ project }) =>
        [...project.files.keys()].map((file) => `${project.root}/${file}`),
      );
      const files = selectPaths(all, paths, base);
      if (files.length === 0) throw await nothingIn(opened, { ...options, paths });
      const found = new Set<Outcome>();
      for (const file of files)
        for (const outcome of await formatFile(file, base, options)) found.add(outcome);
      if (found.has("refused") || opened.isPartial) process.exitCode = exit.usage;
      else if (found.has("left in part") || (options.check && found.has("changed")))
        process.exitCode = exit.findings;
    });
};

/** Formats a file and says what became of it; what is wrong with one is nothing to the next. */
async function formatFile(
  file: string,
  base: string,
  { check }: Options,
): Promise<readonly Outcome[]> {
  const name = relative(base, file);
  try {
    const { bytes: before, text } = saidBy(file, name);
    const formatted = formatText(text);
    const outcomes: Outcome[] = [];
    if (formatted !== text) {
      if (!check) {
        const real = realIn(base, file, name, "Format");
        await replaceFile({ file: real, name, text: formatted, before });
      }
      outcomes.push("changed");
      await write(`${disarmed(name)}\n`);
    }
    const left = leftIn(text);
    if (left !== undefined) {
      say(`'${name}' ${left}`);
      outcomes.push("left in part");
    }
    return outcomes;
  } catch (error) {
    if (!(error instanceof UsageFault)) throw error;
    say(error.message);
    return ["refused"];
  }
}

/** What is said of a text of which something stays as it is, because it cannot be understood. */
function leftIn(text: string): string | undefined {
  const tree = parseFile(text);
  const starts = lineStarts(text);
  const lines = sourceOf(tree).faultStarts.map((start) => positionAt(starts, text, start).line + 1);
  const [first, ...others] = new Set(lines);
  if (first === undefined) return undefined;
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  return `is left as it is in line ${first}${more}, where something is wrong. 'strategy check' says what.`;
}
