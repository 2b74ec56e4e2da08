// A report → the JSON shape of the contract.

import { disarmedJson } from "../../../server/words/disarmed.ts";
import type { Report } from "../report.ts";
import { severityCount } from "./counts.ts";

/** Lines and characters count from 0 as in LSP; files are relative to the project. */
export function jsonOf(report: Report): string {
  const value = {
    version: 1,
    today: report.today,
    diagnostics: report.diagnostics.map((one) => ({
      file: one.file,
      range: one.range,
      severity: one.severity,
      rule: one.rule,
      message: one.message,
      related: one.related,
      fixes: one.fixes(),
    })),
    summary: {
      error: severityCount(report, "error"),
      warning: severityCount(report, "warning"),
      info: severityCount(report, "info"),
      hint: severityCount(report, "hint"),
      files: report.files,
      alignedShare: report.alignedShare,
    },
  };
  return `${disarmedJson(value)}\n`;
}
