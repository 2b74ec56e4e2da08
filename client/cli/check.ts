// `strategy check`: the diagnostics of the editor in a terminal, in CI and for other programs.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import { type Command, InvalidArgumentError, Option } from "commander";
import { meant } from "../../server/model/words.ts";
import { baselineOf, newOnly, readBaseline } from "./baseline.ts";
import { exit, type Register, say, UsageFault, write } from "./command.ts";
import { githubOf } from "./formats/github.ts";
import { gitlabOf } from "./formats/gitlab.ts";
import { jsonOf } from "./formats/json.ts";
import { junitOf } from "./formats/junit.ts";
import { sarifOf } from "./formats/sarif.ts";
import { count, textOf } from "./formats/text.ts";
import { type Opened, openProject } from "./open.ts";
import { pageNames } from "./pages.ts";
import { type Report, report } from "./report.ts";
import { holds, insidePath } from "./select.ts";
import { watchProject } from "./watch.ts";

const formats: Readonly<Record<string, (report: Report) => string>> = {
  text: textOf,
  json: jsonOf,
  sarif: sarifOf,
  junit: junitOf,
  github: githubOf,
  gitlab: gitlabOf,
};

interface Options {
  readonly project: string;
  readonly format: string;
  readonly output?: string;
  readonly today?: string;
  readonly rule?: readonly string[];
  readonly maxWarnings?: number;
  readonly minAligned?: number;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly watch?: boolean;
}

export const registerCheck: Register = (program: Command) => {
  program
    .command("check")
    .description("says what is missing or wrong in a strategy")
    .argument("[paths...]", "files or folders to tell of; else all of the project")
    .option("--project <dir>", "folder of the strategy", ".")
    .addOption(
      new Option("--format <format>", "how to print").choices(Object.keys(formats)).default("text"),
    )
    .option("--output <file>", "write to this file instead of standard output")
    .option("--today <date>", "the date that counts as today")
    .option("--rule <rules...>", "tell only of these rules")
    .option("--max-warnings <number>", "how many warnings are fine", wholeNumber)
    .option(
      "--min-aligned <percent>",
      "fail where less of the money is aligned, such as 90%",
      percent,
    )
    .option("--baseline <file>", "tell only what this file does not know")
    .option("--write-baseline <file>", "write what is found to a baseline file")
    .option("--watch", "check again when a file changes")
    .addHelpText(
      "after",
      "\nEnds with 0 where all is fine, 1 where there are errors or warnings, 2 for a fault of use or configuration.",
    )
    .action(async (paths: readonly string[], options: Options) => {
      process.exitCode = await check(paths, options);
      if (options.watch) await watchProject(options.project, () => check(paths, options));
    });
};

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError("Write a whole number, such as 0.");
  return Number(text);
}

function percent(text: string): number {
  const number = /^(\d+(?:\.\d+)?)%?$/.exec(text)?.[1];
  if (number === undefined || Number(number) > 100)
    throw new InvalidArgumentError("Write a percentage, such as 90%.");
  return Number(number) / 100;
}

async function check(paths: readonly string[], options: Options): Promise<number> {
  const opened = await openProject(options.project, options.today);
  const whole = report(opened);
  if (whole.files === 0) {
    throw new UsageFault(
      `There is no .strategy file in '${options.project}'. Name a folder with --project.`,
    );
  }
  const shown = filtered(whole, opened, paths, options);
  if (options.writeBaseline !== undefined) {
    writeFileSync(options.writeBaseline, baselineOf(shown.diagnostics));
    say(`Wrote ${shown.diagnostics.length} known findings to ${options.writeBaseline}.`);
  }
  const text = (formats[options.format] ?? textOf)(shown);
  if (options.output === undefined) await write(text);
  else writeFileSync(options.output, text);
  return verdict(whole, shown, options);
}

function filtered(
  whole: Report,
  opened: Opened,
  paths: readonly string[],
  options: Options,
): Report {
  let { diagnostics } = whole;
  const rules = options.rule?.flatMap((list) => list.split(",")).filter((rule) => rule !== "");
  if (rules !== undefined) {
    for (const rule of rules) knownRule(rule);
    diagnostics = diagnostics.filter((one) => rules.includes(one.rule));
  }
  if (paths.length > 0) {
    const wanted = paths.map((one) => insidePath(one, opened.base));
    diagnostics = diagnostics.filter(({ file }) => wanted.some((one) => holds(one, file)));
  }
  if (options.baseline !== undefined) {
    const known = existsSync(options.baseline)
      ? readBaseline(readFileSync(options.baseline, "utf8"))
      : undefined;
    if (known === undefined) {
      throw new UsageFault(
        `'${options.baseline}' is no baseline. Write one with --write-baseline ${options.baseline}.`,
      );
    }
    diagnostics = newOnly(diagnostics, known);
  }
  return { ...whole, diagnostics };
}

function knownRule(rule: string): void {
  const names = [...pageNames(), "configuration"];
  if (names.includes(rule)) return;
  const near = meant(
    rule,
    names.map((name) => ({ name })),
  );
  throw new UsageFault(
    `There is no rule '${rule}'. ${near === undefined ? "'strategy explain' lists them." : `Did you mean '${near}'?`}`,
  );
}

/** The exit code, with a word on standard error where a limit was passed. */
function verdict(whole: Report, shown: Report, options: Options): number {
  const isFaultyConfig = whole.diagnostics.some(
    (one) => one.rule === "configuration" && one.severity === "error",
  );
  if (isFaultyConfig) return exit.usage;
  const warnings = count(shown, "warning");
  const limit = options.maxWarnings ?? 0;
  let code: number = count(shown, "error") > 0 || warnings > limit ? exit.findings : exit.fine;
  if (options.maxWarnings !== undefined && warnings > limit) {
    say(`There are ${warnings} warnings; ${limit} would be fine.`);
  }
  const { minAligned } = options;
  if (
    minAligned !== undefined &&
    (whole.alignedShare === null || whole.alignedShare < minAligned)
  ) {
    const is =
      whole.alignedShare === null
        ? "It is not known how much"
        : `${Math.floor(whole.alignedShare * 1000) / 10}%`;
    say(`${is} of the money is aligned; at least ${minAligned * 100}% should be.`);
    code = exit.findings;
  }
  return code;
}
