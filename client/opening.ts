// The first strategy that is opened in a window → the preview beside it, where the user has set that.
import * as vscode from "vscode";
import { isPlan } from "./preview/last-edited.ts";
import { isPreviewTab } from "./preview/places.ts";

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

function hasPreview(): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(isPreviewTab));
}
