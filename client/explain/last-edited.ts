// What is edited and looked at → the strategy that somebody works on, also while a page is in front.
import * as vscode from "vscode";
import { strategyInSight } from "../preview/panel.ts";

export interface LastEdited extends vscode.Disposable {
  /** The strategy that was edited last, else one in sight, else some strategy of the workspace. */
  readonly find: () => Promise<vscode.Uri | undefined>;
}

export function followEdited(): LastEdited {
  let last = strategyOf(vscode.window.activeTextEditor?.document);
  const note = (document: vscode.TextDocument | undefined) => {
    last = strategyOf(document) ?? last;
  };
  const listeners = vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor((editor) => note(editor?.document)),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) note(document);
    }),
  );
  return {
    find: async () => {
      if (last !== undefined && (await isThere(last))) return last;
      return await strategyInSight();
    },
    dispose: () => listeners.dispose(),
  };
}

function strategyOf(document: vscode.TextDocument | undefined): vscode.Uri | undefined {
  return document?.languageId === "strategy" ? document.uri : undefined;
}

/** What was never saved is there as long as it is open. */
async function isThere(uri: vscode.Uri): Promise<boolean> {
  const address = uri.toString();
  if (vscode.workspace.textDocuments.some((one) => one.uri.toString() === address)) return true;
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
