// Diagnostics of strategies → one status item: how many errors and warnings, and where to see them.
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type Recovery, sentenceOf } from "./recovery.ts";

/** Keeps the status item of strategy files up to date. */
export function registerStatus(client: BaseLanguageClient, recovery: Recovery): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem("strategy.status", {
    language: "strategy",
  });
  item.name = vscode.l10n.t("Strategy");
  const problems = { command: "strategy.check", title: vscode.l10n.t("Show problems") };
  const restart = {
    command: "strategy.restartServer",
    title: vscode.l10n.t("Restart the Checker"),
  };
  const show = () => {
    const ailment = recovery.ailment();
    item.busy = ailment === "starting" || ailment === "again";
    item.command = ailment === "stopped" ? restart : problems;
    if (ailment !== undefined) {
      // Nothing is marked then, which must not look as if nothing were wrong.
      item.severity =
        ailment === "stopped"
          ? vscode.LanguageStatusSeverity.Error
          : vscode.LanguageStatusSeverity.Information;
      item.text = ailment === "starting" ? vscode.l10n.t("Checking …") : sentenceOf(ailment);
      return;
    }
    const found = vscode.languages
      .getDiagnostics()
      .filter(([uri]) => uri.path.endsWith(".strategy"))
      .flatMap(([, diagnostics]) => diagnostics);
    const count = (severity: vscode.DiagnosticSeverity) =>
      found.filter((one) => one.severity === severity).length;
    const errors = count(vscode.DiagnosticSeverity.Error);
    const warnings = count(vscode.DiagnosticSeverity.Warning);
    item.severity =
      errors > 0
        ? vscode.LanguageStatusSeverity.Error
        : warnings > 0
          ? vscode.LanguageStatusSeverity.Warning
          : vscode.LanguageStatusSeverity.Information;
    item.text =
      errors + warnings === 0
        ? vscode.l10n.t("Nothing to mend")
        : vscode.l10n.t("Errors: {0}, warnings: {1}", errors, warnings);
  };
  show();
  return vscode.Disposable.from(
    item,
    vscode.languages.onDidChangeDiagnostics(show),
    client.onDidChangeState(show),
  );
}
