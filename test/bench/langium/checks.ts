// A document that Langium has linked → what four of our rules, and the fault of an unknown name, say of it.
import {
  DefaultDocumentValidator,
  type LangiumDocument,
  type ValidationAcceptor,
  type ValidationChecks,
  type ValidationOptions,
} from "langium";
import type { Diagnostic } from "vscode-languageserver";
import {
  type Initiative,
  isInitiative,
  isObjective,
  type StrategyAstType,
} from "../dist/langium/ast.ts";

/** The day that counts as today; the other programs read it from the configuration. */
const today = "2026-11-23";

/** References to an objective or an initiative have to lead somewhere; who else is named need not be declared. */
export class Validator extends DefaultDocumentValidator {
  protected override processLinkingErrors(
    document: LangiumDocument,
    diagnostics: Diagnostic[],
    _options: ValidationOptions,
  ): void {
    const told = new Set<string>();
    for (const { error, $refNode, $refText: name } of document.references) {
      if (error === undefined || $refNode === undefined) continue;
      const { container: node, property } = error.info;
      const at = { node, property, range: $refNode.range };
      if (property === "supports" || property === "dependsOn") {
        const message = `'${name}' is declared nowhere.`;
        diagnostics.push(this.toDiagnostic("error", message, { ...at, code: "unknown-name" }));
      } else if (!told.has(name)) {
        told.add(name);
        const message = `'${name}' is declared nowhere. Declare it, so that more can be said of it.`;
        diagnostics.push(this.toDiagnostic("info", message, { ...at, code: "undeclared-name" }));
      }
    }
  }
}

export const checks: ValidationChecks<StrategyAstType> = {
  Initiative: [unalignedInitiative, notStarted, dependencyOrder],
};

function unalignedInitiative(initiative: Initiative, accept: ValidationAcceptor): void {
  const { supports, status, name, $container } = initiative;
  if (isClosed(status) || supports.length > 0 || isObjective($container)) return;
  accept("warning", `Initiative '${name}' supports no objective. Align it, or say why not.`, {
    node: initiative,
    property: "name",
    code: "unaligned-initiative",
  });
}

function notStarted(initiative: Initiative, accept: ValidationAcceptor): void {
  const { status, timeline, name } = initiative;
  if (status !== "planned" || timeline === undefined) return;
  if (firstDay(timeline.start) >= today || lastDay(timeline.end) < today) return;
  const message = `Initiative '${name}' should have started on ${timeline.start} and is still planned.`;
  accept("warning", message, { node: initiative, property: "timeline", code: "not-started" });
}

function dependencyOrder(initiative: Initiative, accept: ValidationAcceptor): void {
  const { status, timeline, name, dependsOn } = initiative;
  if (isClosed(status) || status === "proposed" || timeline === undefined) return;
  for (const [index, { ref: other }] of dependsOn.entries()) {
    if (!isInitiative(other) || other.timeline === undefined || isClosed(other.status)) continue;
    const until = lastDay(other.timeline.end);
    const hasBegun = status === "active" || status === "on-hold";
    const isLate = hasBegun ? lastDay(timeline.end) < until : firstDay(timeline.start) <= until;
    if (!isLate) continue;
    const message = `Initiative '${name}' starts or ends before '${other.name}' has ended (${until}).`;
    const code = "dependency-order";
    accept("warning", message, { node: initiative, property: "dependsOn", index, code });
  }
}

function isClosed(status: string | undefined): boolean {
  return status === "completed" || status === "cancelled";
}

function firstDay(date: string): string {
  return date.length === 7 ? `${date}-01` : date;
}

function lastDay(date: string): string {
  if (date.length !== 7) return date;
  const [year, month] = date.split("-").map(Number);
  return `${date}-${new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate()}`;
}
