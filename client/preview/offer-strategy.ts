// A sentence that says what lacks a strategy → a notice with a button that begins one.
import * as vscode from "vscode";

export async function offerStrategy(says: string): Promise<void> {
  const begin = vscode.l10n.t("New Strategy…");
  const chosen = await vscode.window.showInformationMessage(says, begin);
  if (chosen === begin) await vscode.commands.executeCommand("strategy.new");
}
