// The first strategy that is opened in a window → the preview beside it, where the user has set that.
import * as vscode from "vscode";
import { isPlan } from "./preview/last-edited.ts";

/** Opens it once in a window; one that is there already, as after a reload, is enough. */
export function openPreviewWithStrategy(): vscode.Disposable {
  let isDone = false;
  const look = (editor: vscode.TextEditor | undefined) => {
    if (isDone || editor === undefined || !isPlan(editor.document)) return;
    isDone = true;
    const isWanted = vscode.workspace.getConfiguration("strategy.preview").get("openWithStrategy");
    if (isWanted !== true || hasPreview()) return;
    void vscode.commands.executeCommand("strategy.openPreview", editor.document.uri);
  };
  look(vscode.window.activeTextEditor);
  return vscode.window.onDidChangeActiveTextEditor(look);
}

/** Also one that is still to be restored when somebody looks at it. */
function hasPreview(): boolean {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some(({ input }) => {
    return input instanceof vscode.TabInputWebview && input.viewType.endsWith("strategy.preview");
  });
}
