// A report → SARIF 2.1.0, as code scanning services read it.
import {
  SarifBuilder,
  SarifResultBuilder,
  SarifRuleBuilder,
  SarifRunBuilder,
} from "node-sarif-builder";
import type { Severity } from "../../../server/finding.ts";
import { rules } from "../../../server/rules/index.ts";
import { fingerprints } from "../baseline.ts";
import { pageAddress } from "../pages.ts";
import type { Report } from "../report.ts";
import { version } from "../version.ts";

const levels: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  info: "note",
  hint: "note",
};

/** One run; lines and columns count from 1, in UTF-16 code units. */
export function sarifOf(report: Report): string {
  const run = new SarifRunBuilder({ columnKind: "utf16CodeUnits" }).initSimple({
    toolDriverName: "strategy",
    toolDriverVersion: version,
  });
  for (const id of new Set(report.diagnostics.map((one) => one.rule))) {
    const says = rules.find((rule) => rule.id === id)?.says ?? "A fault of the language.";
    const rule = new SarifRuleBuilder().initSimple({ ruleId: id, shortDescriptionText: says });
    rule.setHelpUri(pageAddress(id));
    run.addRule(rule);
  }
  const prints = fingerprints(report.diagnostics);
  for (const [index, one] of report.diagnostics.entries()) {
    const result = new SarifResultBuilder({
      partialFingerprints: { "strategy/v1": prints[index] ?? "" },
    }).initSimple({
      level: levels[one.severity],
      messageText: one.message,
      ruleId: one.rule,
      fileUri: encodeURI(one.file),
      startLine: one.range.start.line + 1,
      startColumn: one.range.start.character + 1,
      endLine: one.range.end.line + 1,
      endColumn: one.range.end.character + 1,
    });
    run.addResult(result);
  }
  const log = new SarifBuilder();
  log.addRun(run);
  return `${log.buildSarifJsonString({ indent: true })}\n`;
}
