// `strategy check`: the diagnostics of the editor in a terminal, in CI and for other programs.
import { realpathSync } from "node:fs";
import process from "node:process";
import { type Command, Option } from "commander";
import { type Broken, traceOf, unjudgedCode } from "../../server/diagnosis/unjudged.ts";
import { relative } from "../exports/relative.ts";
import { asShare, named, nameList, wholeNumber } from "./arguments.ts";
import { baselineFrom, baselineOf, newOnly } from "./baseline.ts";
import { exit, isRead, type Register, say, write } from "./command.ts";
import { severityCount, summaryOf } from "./formats/counts.ts";
import { githubOf } from "./formats/github.ts";
import { gitlabOf } from "./formats/gitlab.ts";
import { jsonOf } from "./formats/json.ts";
import { junitOf } from "./formats/junit.ts";
import { sarifOf } from "./formats/sarif.ts";
import { textOf } from "./formats/text.ts";
import { nothingIn, type Opened, openProject, repositoryOf, slashed } from "./open.ts";
import { type Output, outputTo } from "./output.ts";
import { noRule, pageNames } from "./pages.ts";
import { type Report, type Reported, report, seenFrom } from "./report.ts";
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
    .option(
      "--project <dir>",
      "folder of the strategy; else here, or where the paths lie",
      named("a folder"),
    )
    .addOption(
      new Option("--format <format>", "how to print").choices(Object.keys(formats)).default("text"),
    )
    .option("--output <file>", "write to this file instead of standard output", named("a file"))
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
    .option("--rule <rules>", "tell only of these rules, with commas between", nameList)
    .option("--max-warnings <number>", "how many warnings are fine", wholeNumber)
    .option(
      "--min-aligned <percent>",
      "fail where less of the money is aligned, such as 90%",
      asShare,
    )
    .option("--baseline <file>", "tell only what this file does not know", named("a file"))
    .option("--write-baseline <file>", "write what is found to a baseline file", named("a file"))
    .option("--watch", "check again when a file changes")
    .addHelpText("after", ending)
    .action(async (paths: readonly string[], options: Options) => {
      const { code, base } = await check(paths, options);
      process.exitCode = code;
      if (!options.watch || !isRead()) return;
      onChange(base, async () => {
        say("", `Checked again at ${new Date().toLocaleTimeString()}:`, "");
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

async function check(
  paths: readonly string[],
  options: Options,
): Promise<{ readonly code: number; readonly base: string }> {
  const rules = pageNames();
  for (const rule of options.rule ?? []) if (!rules.includes(rule)) throw noRule(rule, rules);
  const known = options.baseline === undefined ? undefined : baselineFrom(options.baseline);
  // What is written to a file must not end one that is read, so all that is read is known then.
  const isNarrow = options.output === undefined && options.writeBaseline === undefined;
  const opened = await openProject({ ...options, paths, isNarrow });
  const whole = report(opened);
  if (whole.files === 0) throw await nothingIn(opened, { ...options, paths });
  const place = (name: string | undefined) =>
    name === undefined ? undefined : outputTo(name, opened);
  const output = place(options.output);
  const baseline = place(options.writeBaseline);
  const asked = filtered(whole, opened, paths, options);
  const shown = known === undefined ? asked : unknownTo(known, asked);
  await tell(shown, options, output);
  const { base, isPartial } = opened;
  const ended = (code: number) => ({ code: isPartial ? Math.max(code, exit.usage) : code, base });
  if (baseline === undefined) return ended(verdict(whole, shown, options));
  const told = asked.diagnostics.filter((one) => one.rule !== unjudgedCode);
  await baseline(baselineOf(told));
  say(`Wrote ${told.length} known findings to ${options.writeBaseline}.`);
  return ended(verdictOfAll(whole) ?? exit.fine);
}

async function tell(shown: Report, options: Options, output: Output = write): Promise<void> {
  const { format, summary, limit = defaultLimit } = options;
  const print = formats[format] ?? textOf;
  const seen = format === "json" ? shown : seenFrom(shown, viewpoint(shown.base, format));
  const on = output === write ? screen() : paper;
  const isBrief = summary && format === "text";
  if (summary && !isBrief) say(`--summary is for text: ${format} gives all findings.`);
  await output(isBrief ? summaryOf(seen, on) : print(seen, on, limit));
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

/** What a baseline does not know; it never knows what could not be judged. */
function unknownTo(known: ReadonlySet<string>, asked: Report): Report {
  const fresh = new Set(newOnly(asked.diagnostics, known));
  const isTold = (one: Reported) => fresh.has(one) || one.rule === unjudgedCode;
  return { ...asked, diagnostics: asked.diagnostics.filter(isTold) };
}

/** What is said of the rules and paths that were asked for. */
function filtered(
  whole: Report,
  { base, models }: Opened,
  paths: readonly string[],
  { rule: rules }: Options,
): Report {
  let { diagnostics, files } = whole;
  // What could not be judged is told whatever was asked for: it might have been just that.
  const isOurs = (one: Reported) => one.rule === unjudgedCode;
  if (rules !== undefined)
    diagnostics = diagnostics.filter((one) => rules.includes(one.rule) || isOurs(one));
  if (paths.length > 0) {
    const all = models.flatMap(({ project }) =>
      [...project.files.keys()].map((file) => relative(base, `${project.root}/${file}`)),
    );
    const wanted = paths.map((one) => insidePath(one, base, all));
    const isWanted = (file: string) => wanted.some((one) => holds(one, file));
    diagnostics = diagnostics.filter((one) => isWanted(one.file) || isOurs(one));
    files = all.filter(isWanted).length;
  }
  return { ...whole, diagnostics, files };
}

/** Whether a configuration cannot be used as it is written. */
function isFaulty({ diagnostics }: Report): boolean {
  return diagnostics.some((one) => one.rule === "configuration" && one.severity === "error");
}

/** The exit code where what is found cannot be relied on as a whole. */
function verdictOfAll(whole: Report): number | undefined {
  if (whole.broken.length > 0) {
    say(ours(whole.broken));
    return exit.ours;
  }
  return isFaulty(whole) ? exit.usage : undefined;
}

/** What broke, each fault once, as those who mend it want to have it. */
function ours(broken: readonly Broken[]): string {
  const alike = Map.groupBy(broken, ({ error }) => String(error));
  const faults = [...alike.values()].map((all) => {
    const parts = new Set(all.map(({ part }) => part));
    return `${[...parts].join(", ")}: ${traceOf(all[0]?.error)}`;
  });
  return ["Something went wrong in 'strategy' itself. Please report this:", ...faults].join("\n");
}

/** The exit code, with a word on standard error where a limit was passed. */
function verdict(whole: Report, shown: Report, options: Options): number {
  const all = verdictOfAll(whole);
  if (all !== undefined) return all;
  const warnings = severityCount(shown, "warning");
  const limit = options.maxWarnings ?? 0;
  let code: number =
    severityCount(shown, "error") > 0 || warnings > limit ? exit.findings : exit.fine;
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
