// `strategy check`: the diagnostics of the editor in a terminal, in CI and for other programs.
import { existsSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import process from "node:process";
import { type Command, InvalidArgumentError, Option } from "commander";
import { baselineOf, newOnly, readBaseline } from "./baseline.ts";
import { exit, isRead, type Register, say, UsageFault, write } from "./command.ts";
import { count, summaryOf } from "./formats/counts.ts";
import { githubOf } from "./formats/github.ts";
import { gitlabOf } from "./formats/gitlab.ts";
import { jsonOf } from "./formats/json.ts";
import { junitOf } from "./formats/junit.ts";
import { sarifOf } from "./formats/sarif.ts";
import { textOf } from "./formats/text.ts";
import { nothingIn, type Opened, openProject, repositoryOf, slashed } from "./open.ts";
import { noRule, pageNames } from "./pages.ts";
import { type Report, relative, report, seenFrom } from "./report.ts";
import { columnsOf, pageWidth, paper, type Screen, screen, wrapped } from "./screen.ts";
import { holds, insidePath } from "./select.ts";
import { onChange } from "./watch.ts";

type Print = (report: Report, screen: Screen, limit: number) => string;

const formats: Readonly<Record<string, Print>> = {
  text: textOf,
  json: jsonOf,
  sarif: sarifOf,
  junit: junitOf,
  github: githubOf,
  gitlab: gitlabOf,
};

/** More findings than these end with the counts: nobody reads on. */
const defaultLimit = 200;

interface Options {
  readonly project?: string;
  readonly format: string;
  readonly output?: string;
  readonly summary?: boolean;
  readonly limit?: number;
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
    .option("--project <dir>", "folder of the strategy; else here, or where the paths lie")
    .addOption(
      new Option("--format <format>", "how to print").choices(Object.keys(formats)).default("text"),
    )
    .option("--output <file>", "write to this file instead of standard output")
    .option("--summary", "print only how often each rule speaks (text)")
    .addOption(
      new Option(
        "--limit <number>",
        "how many findings to print before their counts, 0 for all (text)",
      )
        .argParser(wholeNumber)
        .default(defaultLimit),
    )
    .option("--today <date>", "the date that counts as today")
    .option("--rule <rules>", "tell only of these rules, with commas between", collect)
    .option("--max-warnings <number>", "how many warnings are fine", wholeNumber)
    .option(
      "--min-aligned <percent>",
      "fail where less of the money is aligned, such as 90%",
      percent,
    )
    .option("--baseline <file>", "tell only what this file does not know")
    .option("--write-baseline <file>", "write what is found to a baseline file")
    .option("--watch", "check again when a file changes")
    .addHelpText("after", ending)
    .action(async (paths: readonly string[], options: Options) => {
      const { code, base } = await check(paths, options);
      process.exitCode = code;
      if (!options.watch || !isRead()) return;
      onChange(base, async () => {
        say(`\nChecked again at ${new Date().toLocaleTimeString()}:\n`);
        process.exitCode = (await check(paths, options)).code;
        if (!isRead()) process.exit();
      });
      say("Watching for changes; Ctrl+C ends it.");
    });
};

/** What the help says of how it ends. */
function ending(): string {
  const says =
    "Ends with 0 where all is fine, 1 where there are errors or warnings, 2 for a fault of use or configuration.";
  return `\n${wrapped(says, columnsOf(process.stdout) ?? pageWidth)}`;
}

/** A list with commas; the option may be repeated. */
function collect(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...text.split(",").map((one) => one.trim())].filter((one) => one !== "");
}

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

async function check(
  paths: readonly string[],
  options: Options,
): Promise<{ readonly code: number; readonly base: string }> {
  const rules = [...pageNames(), "configuration"];
  for (const rule of options.rule ?? []) if (!rules.includes(rule)) throw noRule(rule, rules);
  const known = options.baseline === undefined ? undefined : readKnown(options.baseline);
  const opened = await openProject({ ...options, paths });
  const whole = report(opened);
  if (whole.files === 0) throw await nothingIn(opened, { ...options, paths });
  const asked = filtered(whole, opened, paths, options);
  const shown =
    known === undefined ? asked : { ...asked, diagnostics: newOnly(asked.diagnostics, known) };
  await tell(shown, options);
  const { base, isPartial } = opened;
  if (options.writeBaseline === undefined)
    return { code: isPartial ? exit.usage : verdict(whole, shown, options), base };
  writeFileSync(options.writeBaseline, baselineOf(asked.diagnostics));
  say(`Wrote ${asked.diagnostics.length} known findings to ${options.writeBaseline}.`);
  return { code: isPartial || isFaulty(whole) ? exit.usage : exit.fine, base };
}

async function tell(shown: Report, options: Options): Promise<void> {
  const { format, output, summary, limit = defaultLimit } = options;
  const print = formats[format] ?? textOf;
  const seen = format === "json" ? shown : seenFrom(shown, viewpoint(shown.base, format));
  const on = output === undefined ? screen() : paper;
  const isBrief = summary && format === "text";
  if (summary && !isBrief) say(`--summary is for text: ${format} gives all findings.`);
  const text = isBrief ? summaryOf(seen, on) : print(seen, on, limit);
  if (output === undefined) await write(text);
  else writeFileSync(output, text);
}

/**
 * The folder from which files are named: a terminal opens them from here, and what reads the other
 * formats looks for them from the top of the repository. Elsewhere they are told from the project.
 */
function viewpoint(base: string, format: string): string {
  const here = slashed(realpathSync(process.cwd()));
  const from = format === "text" ? here : (repositoryOf(base) ?? here);
  return isIn(base, from) || (format === "text" && isIn(from, base)) ? from : base;
}

function isIn(folder: string, outer: string): boolean {
  return folder === outer || folder.startsWith(`${outer}/`);
}

function readKnown(file: string): ReadonlySet<string> {
  const known = existsSync(file) ? readBaseline(readFileSync(file, "utf8")) : undefined;
  if (known !== undefined) return known;
  throw new UsageFault(`'${file}' is no baseline. Write one with --write-baseline ${file}.`);
}

/** What is said of the rules and paths that were asked for. */
function filtered(
  whole: Report,
  { base, models }: Opened,
  paths: readonly string[],
  { rule: rules }: Options,
): Report {
  let { diagnostics, files } = whole;
  if (rules !== undefined) diagnostics = diagnostics.filter((one) => rules.includes(one.rule));
  if (paths.length > 0) {
    const all = models.flatMap(({ project }) =>
      [...project.files.keys()].map((file) => relative(base, `${project.root}/${file}`)),
    );
    const wanted = paths.map((one) => insidePath(one, base, all));
    const isWanted = (file: string) => wanted.some((one) => holds(one, file));
    diagnostics = diagnostics.filter(({ file }) => isWanted(file));
    files = all.filter(isWanted).length;
  }
  return { ...whole, diagnostics, files };
}

/** Whether a configuration cannot be used as it is written. */
function isFaulty({ diagnostics }: Report): boolean {
  return diagnostics.some((one) => one.rule === "configuration" && one.severity === "error");
}

/** The exit code, with a word on standard error where a limit was passed. */
function verdict(whole: Report, shown: Report, options: Options): number {
  if (isFaulty(whole)) return exit.usage;
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
    say(
      `${is} of the money is aligned; at least ${Math.round(minAligned * 1000) / 10}% should be.`,
    );
    code = exit.findings;
  }
  return code;
}
