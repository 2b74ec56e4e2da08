// A box at the top of the window → what is typed in it, as it is typed; Escape brings back what was there before.
import * as vscode from "vscode";

/** Gives what is typed to `take`, once nobody types for a moment; `leave` closes the box and keeps it. */
export function askFilter(
  before: string,
  take: (typed: string) => void,
): { readonly leave: () => void } {
  const box = vscode.window.createInputBox();
  box.title = vscode.l10n.t("Filter the Strategy Tree");
  box.placeholder = vscode.l10n.t("Words of a title, an owner or a team, or 'at risk'");
  box.prompt = vscode.l10n.t("The tree shows what matches. An empty box shows all of it.");
  box.value = before;
  // Somebody looks at the tree meanwhile: it is left when something in there is chosen.
  box.ignoreFocusOut = true;
  let isKept = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOpen = true;
  const leave = () => {
    isKept = true;
    if (isOpen) box.hide();
  };
  box.onDidChangeValue((typed) => {
    clearTimeout(timer);
    timer = setTimeout(() => take(typed), 120);
  });
  box.onDidAccept(leave);
  box.onDidHide(() => {
    isOpen = false;
    clearTimeout(timer);
    take(isKept ? box.value : before);
    box.dispose();
  });
  box.show();
  return { leave };
}
