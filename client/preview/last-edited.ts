// What is edited and looked at → the strategy that somebody works on, also while a page or a tree is in front.
import * as vscode from "vscode";
import { isThere } from "./there.ts";

export interface LastEdited extends vscode.Disposable {
  /** The strategy that was edited last, else one in sight, else some strategy of the workspace. */
  readonly find: () => Promise<vscode.Uri | undefined>;
}

export function followEdited(): LastEdited {
  let last: vscode.Uri | undefined;
  const note = (document: vscode.TextDocument | undefined) => {
    if (document !== undefined && isPlan(document)) last = document.uri;
  };
  note(vscode.window.activeTextEditor?.document);
  const listeners = vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor((editor) => note(editor?.document)),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) note(document);
    }),
  );
  return {
    find: async () => {
      if (last !== undefined && (isOpen(last) || (await isThere(last)))) return last;
      const inSight = vscode.window.visibleTextEditors.find(({ document }) => isPlan(document));
      if (inSight !== undefined) return inSight.document.uri;
      const [found] = await vscode.workspace.findFiles("**/*.strategy", "**/node_modules/**", 1);
      return found;
    },
    dispose: () => listeners.dispose(),
  };
}

/** Whether a document is a strategy that can be worked on: what a comparison shows of an earlier version is none. */
export function isPlan({ languageId, uri }: vscode.TextDocument): boolean {
  if (languageId !== "strategy") return false;
  const isOurs = vscode.workspace.getWorkspaceFolder(uri) !== undefined;
  return isOurs || uri.scheme === "file" || uri.scheme === "untitled";
}

/** What was never saved is there as long as it is open. */
function isOpen(uri: vscode.Uri): boolean {
  const address = uri.toString();
  return vscode.workspace.textDocuments.some((one) => one.uri.toString() === address);
}
