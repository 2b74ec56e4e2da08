// The diagnostics of the editor → what is found in strategies: of which kind, how bad, how often, and where the cursor stands.
import * as vscode from "vscode";
import type { SeverityName } from "./messages.ts";

/** Something that is found, with the file in which it lies. */
export interface Found {
  readonly uri: vscode.Uri;
  readonly diagnostic: vscode.Diagnostic;
  /** The rule or fault, as its page is called. */
  readonly code: string;
}

/** The findings of each file that has any. */
export function findingsByFile(): readonly (readonly [vscode.Uri, readonly vscode.Diagnostic[]])[] {
  return vscode.languages
    .getDiagnostics()
    .map(([uri, all]) => [uri, all.filter(isOurs)] as const)
    .filter(([, ours]) => ours.length > 0);
}

/** All findings of the workspace, by file and place. */
export function allFound(): readonly Found[] {
  const inOrder = findingsByFile().toSorted(([a], [b]) => (a.path < b.path ? -1 : 1));
  return inOrder.flatMap(([uri, all]) =>
    all
      .map((diagnostic) => foundAs(uri, diagnostic))
      .sort((a, b) => a.diagnostic.range.start.compareTo(b.diagnostic.range.start)),
  );
}

function foundAs(uri: vscode.Uri, diagnostic: vscode.Diagnostic): Found {
  return { uri, diagnostic, code: diagnosticCode(diagnostic) };
}

/** What is found where the cursor stands, the worst first: at its place, or else on its line. */
export function foundAtCursor({ document, selection }: vscode.TextEditor): readonly Found[] {
  const { line } = selection.active;
  // It is asked at every step of the cursor: nothing is made of those on other lines.
  const onLine = vscode.languages
    .getDiagnostics(document.uri)
    .filter((one) => one.range.start.line <= line && line <= one.range.end.line && isOurs(one))
    .map((diagnostic) => foundAs(document.uri, diagnostic));
  const here = onLine.filter(({ diagnostic }) => diagnostic.range.contains(selection.active));
  return (here.length > 0 ? here : onLine).toSorted(
    (a, b) =>
      a.diagnostic.severity - b.diagnostic.severity ||
      a.diagnostic.range.start.compareTo(b.diagnostic.range.start),
  );
}

/** The kinds of what is found: the worst and most frequent first. */
export function kindsFound(
  all: readonly Found[],
): readonly { readonly code: string; readonly severity: SeverityName; readonly count: number }[] {
  const kinds = [...Map.groupBy(all, ({ code }) => code)].map(([code, own]) => ({
    code,
    count: own.length,
    worst: own.reduce((worst, { diagnostic }) => Math.min(worst, diagnostic.severity), 3),
  }));
  return kinds
    .sort((a, b) => a.worst - b.worst || b.count - a.count || (a.code < b.code ? -1 : 1))
    .map(({ code, count, worst }) => ({ code, count, severity: severities[worst] ?? "hint" }));
}

/** By the numbers that the editor has for them. */
const severities: readonly SeverityName[] = ["error", "warning", "info", "hint"];

export function severityName({ severity }: vscode.Diagnostic): SeverityName {
  return severities[severity] ?? "hint";
}

export function severityWord(severity: SeverityName): string {
  switch (severity) {
    case "error":
      return vscode.l10n.t("Error");
    case "warning":
      return vscode.l10n.t("Warning");
    case "info":
      return vscode.l10n.t("Note");
    case "hint":
      return vscode.l10n.t("Hint");
  }
}

/** As an icon of the editor. */
export function severityIcon(severity: SeverityName): string {
  return { error: "$(error)", warning: "$(warning)", info: "$(info)", hint: "$(lightbulb)" }[
    severity
  ];
}

function isOurs({ source }: vscode.Diagnostic): boolean {
  return source === "strategy";
}

/** The rule or fault of a diagnostic, as its page is called. */
export function diagnosticCode({ code }: vscode.Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}
