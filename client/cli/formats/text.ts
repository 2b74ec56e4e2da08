// A report → text for people: each diagnostic with the line it stands on and what to do.
import stringWidth from "string-width";
import type { Severity } from "../../../server/finding.ts";
import type { Colours } from "../command.ts";
import type { Report, Reported } from "../report.ts";

const looks = {
  error: "red",
  warning: "yellow",
  info: "cyan",
  hint: "gray",
} as const satisfies Readonly<Record<Severity, keyof Colours>>;

/** The report as `strategy check` prints it on a terminal. */
export function textOf(report: Report, out: Colours): string {
  const blocks = report.diagnostics.map((one) => block(one, out));
  return `${[...blocks, summary(report, out)].join("\n\n")}\n`;
}

function block(one: Reported, out: Colours): string {
  const { line, character } = one.range.start;
  const place = `${out.bold(one.file)}:${line + 1}:${character + 1}`;
  const lines = [
    `${place}  ${out[looks[one.severity]](one.severity)}  ${out.gray(one.rule)}`,
    `  ${one.message}`,
    ...frame(one, out),
    ...one.related.map((other) => out.gray(`  see ${placeOf(other)}: ${other.message}`)),
  ];
  const fixes = one.fixes().slice(0, 3);
  if (fixes.length > 0) lines.push(out.gray(`  fix: ${fixes.join("; or ")}`));
  return lines.join("\n");
}

function placeOf({ file, range: { start } }: Pick<Reported, "file" | "range">): string {
  return `${file}:${start.line + 1}:${start.character + 1}`;
}

function frame(one: Reported, out: Colours): readonly string[] {
  const { start, end } = one.range;
  const source = one.line;
  const number = String(start.line + 1);
  const last = start.line === end.line ? end.character : source.length;
  const shown = visible(source);
  // A very long line is cut around the place.
  const from = Math.max(0, start.character - 60);
  const cut = shown.slice(from, from + 120);
  const lead = " ".repeat(stringWidth(shown.slice(from, start.character)));
  const marked = stringWidth(
    shown.slice(start.character, Math.min(Math.max(last, start.character + 1), from + 120)),
  );
  return [
    out.gray(`  ${number} | `) + cut,
    out.gray(`  ${" ".repeat(number.length)} | `) +
      lead +
      out[looks[one.severity]]("^".repeat(Math.max(1, marked))),
  ];
}

/** Tabs and control characters as one column each, so that the marks stand below their text. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\uFEFF]/gu, " ");
}

const order: readonly Severity[] = ["error", "warning", "info", "hint"];

/** How many of a severity: `2 warnings`. */
export function count(report: Report, severity: Severity): number {
  return report.diagnostics.filter((one) => one.severity === severity).length;
}

function summary(report: Report, out: Colours): string {
  const found = order.flatMap((severity) => {
    const number = count(report, severity);
    const noun = severity === "info" ? "note" : severity;
    return number === 0
      ? []
      : [out[looks[severity]](`${number} ${noun}${number === 1 ? "" : "s"}`)];
  });
  const files = `${report.files} ${report.files === 1 ? "file" : "files"}`;
  const share =
    report.alignedShare === null
      ? ""
      : `, ${Math.round(report.alignedShare * 100)}% of the money is aligned`;
  const head = found.length === 0 ? out.green("Nothing to mend") : found.join(", ");
  return `${head} in ${files}, as of ${report.today}${share}.`;
}
