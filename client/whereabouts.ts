// Files that come and go → whether there is a strategy to speak of, which the menus ask by `strategy.inWorkspace`.
import * as vscode from "vscode";

const key = "strategy.inWorkspace";
const pattern = "**/*.strategy";

/** In milliseconds: what comes and goes in a burst is looked at once. */
const pause = 300;

/**
 * Keeps the key up to date. The folders are searched for one strategy, and for another only when
 * that one is gone: a look at it costs next to nothing.
 */
export function followStrategies(): vscode.Disposable {
  let known: vscode.Uri | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let told: boolean | undefined;

  const look = async () => {
    timer = undefined;
    if (known === undefined || !(await isThere(known)))
      [known] = await vscode.workspace.findFiles(pattern, "**/node_modules/**", 1);
    const is = known !== undefined || isOpen();
    if (is === told) return;
    told = is;
    await vscode.commands.executeCommand("setContext", key, is);
  };
  const soon = () => {
    timer ??= setTimeout(look, pause);
  };

  const comings = vscode.workspace.createFileSystemWatcher(pattern, false, true, true);
  // Of a folder that goes nobody is told which files go with it.
  const goings = vscode.workspace.createFileSystemWatcher("**", true, true, false);
  void look();
  return vscode.Disposable.from(
    ...[comings, comings.onDidCreate(soon), goings, goings.onDidDelete(soon)],
    vscode.workspace.onDidChangeWorkspaceFolders(soon),
    vscode.workspace.onDidOpenTextDocument(soon),
    vscode.workspace.onDidCloseTextDocument(soon),
    { dispose: () => clearTimeout(timer) },
  );
}

function isOpen(): boolean {
  return vscode.workspace.textDocuments.some(({ languageId }) => languageId === "strategy");
}

async function isThere(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return vscode.workspace.getWorkspaceFolder(file) !== undefined;
  } catch {
    return false;
  }
}
