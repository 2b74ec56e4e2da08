// A report → how much was found: by rule, and in all.
import type { Severity } from "../../../server/finding.ts";
import { sharePercent } from "../../../server/views/amounts.ts";
import type { Report, Reported } from "../report.ts";
import type { Colours, Screen } from "../screen.ts";

export const looks = {
  error: "red",
  warning: "yellow",
  info: "cyan",
  hint: "gray",
} as const satisfies Readonly<Record<Severity, keyof Colours>>;

/** The most severe first. */
const order: readonly Severity[] = ["error", "warning", "info", "hint"];

/** How many of a severity: `2 warnings`. */
export function severityCount(report: Report, severity: Severity): number {
  return report.diagnostics.filter((one) => one.severity === severity).length;
}

/** The report as `strategy check --summary` prints it: a line a rule, then the totals. */
export function summaryOf(report: Report, screen: Screen): string {
  const rows = byRule(report, screen);
  return rows === "" ? totals(report, screen) : `${rows}\n${totals(report, screen)}`;
}

/** A line for each rule and severity, the most severe and then the most frequent first. */
export function byRule({ diagnostics }: Report, { out }: Screen): string {
  const groups = [...Map.groupBy(diagnostics, ({ severity, rule }) => `${severity} ${rule}`)];
  const rows = groups.flatMap(([, all]) => (all[0] === undefined ? [] : [{ all, one: all[0] }]));
  const digits = Math.max(...rows.map(({ all }) => String(all.length).length));
  const widest = Math.max(...rows.map(({ one }) => one.severity.length));
  return rows
    .toSorted((a, b) => rank(a.one) - rank(b.one) || b.all.length - a.all.length)
    .map(({ all, one: { severity, rule } }) => {
      const label = out[looks[severity]](severity) + " ".repeat(widest - severity.length);
      return `  ${String(all.length).padStart(digits)}  ${label}  ${rule}\n`;
    })
    .join("");
}

/** Where a diagnostic stands among the severities. */
export function rank({ severity }: Reported): number {
  return order.indexOf(severity);
}

/** The last line of a report. */
export function totals(report: Report, { out }: Screen): string {
  const found = order.flatMap((severity) => {
    const number = severityCount(report, severity);
    const noun = severity === "info" ? "note" : severity;
    return number === 0
      ? []
      : [out[looks[severity]](`${number} ${noun}${number === 1 ? "" : "s"}`)];
  });
  const files = `${report.files} ${report.files === 1 ? "file" : "files"}`;
  const share =
    report.alignedShare === null
      ? ""
      : `, ${sharePercent(report.alignedShare)} of the money is aligned`;
  const head = found.length === 0 ? out.green("Nothing to mend") : found.join(", ");
  return `${head} in ${files}, as of ${report.today}${share}.\n`;
}
