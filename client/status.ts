// Diagnostics of strategies → one status item: how many errors and warnings, and where to see them.
import * as vscode from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";

/** Keeps the status item of strategy files up to date. */
export function registerStatus(client: BaseLanguageClient): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem("strategy.status", {
    language: "strategy",
  });
  item.name = vscode.l10n.t("Strategy");
  item.command = { command: "strategy.check", title: vscode.l10n.t("Show problems") };
  const show = () => {
    if (client.state === State.Starting) {
      item.busy = true;
      item.text = vscode.l10n.t("Checking …");
      return;
    }
    item.busy = false;
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
