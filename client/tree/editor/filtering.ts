// A box at the top of the window → what is typed in it, as it is typed.
import * as vscode from "vscode";

/**
 * Gives what is typed to `take`, once nobody types for a moment. What was typed stays however the box is
 * left: who clicks on what was found leaves it, too.
 */
export function askFilter(before: string, take: (typed: string) => void): void {
  const box = vscode.window.createInputBox();
  box.title = vscode.l10n.t("Filter the Strategy Tree");
  box.placeholder = vscode.l10n.t("Words of a title, an owner or a team, or 'at risk'");
  box.prompt = vscode.l10n.t("The tree shows what matches. An empty box shows all of it.");
  box.value = before;
  let timer: ReturnType<typeof setTimeout> | undefined;
  box.onDidChangeValue((typed) => {
    clearTimeout(timer);
    timer = setTimeout(() => take(typed), 120);
  });
  box.onDidAccept(() => box.hide());
  box.onDidHide(() => {
    clearTimeout(timer);
    take(box.value);
    box.dispose();
  });
  box.show();
}
