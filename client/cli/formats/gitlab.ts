// A report → the JSON of GitLab's code quality widget.
import { createHash } from "node:crypto";
import type { Severity } from "../../../server/finding.ts";
import { disarmedJson } from "../../../server/words/disarmed.ts";
import { fingerprints } from "../baseline.ts";
import type { Report } from "../report.ts";

const severities: Readonly<Record<Severity, string>> = {
  error: "critical",
  warning: "major",
  info: "minor",
  hint: "info",
};

/** Lines count from 1; the fingerprint stays the same when lines above change. */
export function gitlabOf(report: Report): string {
  const prints = fingerprints(report.diagnostics);
  const issues = report.diagnostics.map((one, index) => ({
    type: "issue",
    check_name: one.rule,
    description: one.message,
    categories: ["Clarity"],
    severity: severities[one.severity],
    fingerprint: createHash("sha256")
      .update(prints[index] ?? "")
      .digest("hex"),
    location: {
      path: one.file,
      lines: { begin: one.range.start.line + 1, end: one.range.end.line + 1 },
    },
  }));
  return `${disarmedJson(issues)}\n`;
}
