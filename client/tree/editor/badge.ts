// Mistakes in strategies → their number beside the icon of the tree; what is only worth a second look makes no number.
import * as vscode from "vscode";
import { createRest } from "../../preview/rest.ts";

/** A text that is not understood makes a tree that is not whole, so that much is told from afar. */
export function registerBadge(view: vscode.TreeView<unknown>): vscode.Disposable {
  const rest = createRest(300);
  const show = () => {
    const value = mistakes();
    if ((view.badge?.value ?? 0) === value) return;
    const tooltip =
      value === 1
        ? vscode.l10n.t("One mistake in the text keeps the tree from being whole.")
        : vscode.l10n.t("{0} mistakes in the text keep the tree from being whole.", value);
    view.badge = value === 0 ? undefined : { value, tooltip };
  };
  show();
  return vscode.Disposable.from(
    rest,
    vscode.languages.onDidChangeDiagnostics(() => rest.after(show)),
  );
}

function mistakes(): number {
  const found = vscode.languages
    .getDiagnostics()
    .filter(([uri]) => uri.path.endsWith(".strategy"))
    .flatMap(([, all]) => all);
  const { Error: mistake } = vscode.DiagnosticSeverity;
  return found.filter((one) => one.source === "strategy" && one.severity === mistake).length;
}
