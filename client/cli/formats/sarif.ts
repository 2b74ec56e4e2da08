// A report → SARIF 2.1.0, as code scanning services read it.
import {
  SarifBuilder,
  SarifResultBuilder,
  SarifRuleBuilder,
  SarifRunBuilder,
} from "node-sarif-builder";
import type { Range } from "../../../grammar/lines.ts";
import type { Severity } from "../../../server/finding.ts";
import { rules } from "../../../server/rules/index.ts";
import { disarmedJsonText } from "../../../server/words/disarmed.ts";
import { fingerprints } from "../baseline.ts";
import { explanationOf, readPage } from "../pages.ts";
import type { Report, Reported } from "../report.ts";
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
  for (const id of new Set(report.diagnostics.map((one) => one.rule))) run.addRule(ruleOf(id));
  const prints = fingerprints(report.diagnostics);
  for (const [index, one] of report.diagnostics.entries())
    run.addResult(resultOf(one, prints[index] ?? ""));
  const log = new SarifBuilder();
  log.addRun(run);
  return `${disarmedJsonText(log.buildSarifJsonString({ indent: true }))}\n`;
}

/** A rule with its page, so that a service can show it without a browser. */
function ruleOf(id: string): SarifRuleBuilder {
  const rule = rules.find((one) => one.id === id);
  const page = readPage(id);
  return new SarifRuleBuilder({
    ...(page === undefined ? {} : { help: { text: page, markdown: page } }),
    defaultConfiguration: rule?.severity === "off" ? { enabled: false } : { level: levelOf(rule) },
  }).initSimple({
    ruleId: id,
    shortDescriptionText: explanationOf(id),
  });
}

function levelOf(rule: (typeof rules)[number] | undefined): (typeof levels)[Severity] {
  return rule === undefined || rule.severity === "off" ? "error" : levels[rule.severity];
}

function resultOf(one: Reported, print: string): SarifResultBuilder {
  const { start, end } = one.range;
  const related = one.related.map((other, index) => ({
    id: index + 1,
    message: { text: other.message },
    physicalLocation: {
      artifactLocation: { uri: uriOf(other.file) },
      region: regionOf(other.range),
    },
  }));
  return new SarifResultBuilder({
    partialFingerprints: { "strategy/v1": print },
    ...(related.length === 0 ? {} : { relatedLocations: related }),
  }).initSimple({
    level: levels[one.severity],
    messageText: one.message,
    ruleId: one.rule,
    fileUri: uriOf(one.file),
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  });
}

function regionOf({ start, end }: Range) {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** A relative path as a URI reference. */
function uriOf(file: string): string {
  return file.toWellFormed().split("/").map(encodeURIComponent).join("/");
}
