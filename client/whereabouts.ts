// Files that come and go → whether there is a strategy to speak of, which the menus ask by `strategy.inWorkspace`.
import * as vscode from "vscode";
import { createTurns } from "./preview/in-turn.ts";

const key = "strategy.inWorkspace";
const pattern = "**/*.strategy";

/** In milliseconds: what comes and goes in a burst is looked at once. */
const pause = 300;

/** Of so many that come at once each is looked at; of more it is cheaper to search. */
const few = 50;

/**
 * Keeps the key up to date. The folders are searched for one strategy; from then on a look at that
 * one is enough, which costs next to nothing, until it is gone.
 */
export function followStrategies(): vscode.Disposable {
  let known: vscode.Uri | undefined;
  let told: boolean | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let come: vscode.Uri[] = [];

  // A search that takes long must not have the last word over one that began later.
  const inTurn = createTurns();
  /** Searches the folders again, where what has come may hold a strategy. */
  const look = async (fresh: readonly vscode.Uri[] | undefined) => {
    if (known !== undefined && !(await isThere(known))) known = undefined;
    else if (known === undefined && fresh !== undefined && !(await mayHold(fresh))) return;
    if (known === undefined)
      [known] = await vscode.workspace.findFiles(pattern, "**/node_modules/**", 1);
    const is = known !== undefined || isOpen();
    if (is === told) return;
    told = is;
    await vscode.commands.executeCommand("setContext", key, is);
  };
  let isWide = false;
  const soon = (fresh?: vscode.Uri) => {
    if (fresh === undefined) isWide = true;
    else come.push(fresh);
    timer ??= setTimeout(() => {
      timer = undefined;
      const fresh = isWide ? undefined : come;
      void inTurn(() => look(fresh));
      come = [];
      isWide = false;
    }, pause);
  };
  const anything = () => soon();

  // Of a folder that comes or goes nobody is told which files do so with it: only this pattern shows it.
  const watcher = vscode.workspace.createFileSystemWatcher("**", false, true, false);
  void inTurn(() => look(undefined));
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(soon),
    watcher.onDidDelete((gone) => {
      if (known?.toString().startsWith(gone.toString())) soon();
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(anything),
    vscode.workspace.onDidOpenTextDocument(anyStrategy(anything)),
    vscode.workspace.onDidCloseTextDocument(anyStrategy(anything)),
    { dispose: () => clearTimeout(timer) },
  );
}

function anyStrategy(then: () => void): (document: vscode.TextDocument) => void {
  return ({ languageId }) => {
    if (languageId === "strategy") then();
  };
}

/** Whether a strategy, or a folder in which one may lie, is among what has come. */
async function mayHold(come: readonly vscode.Uri[]): Promise<boolean> {
  if (come.length > few || come.some(({ path }) => path.endsWith(".strategy"))) return true;
  const kinds = await Promise.all(come.map(kindOf));
  return kinds.some((kind) => kind !== undefined && (kind & vscode.FileType.Directory) !== 0);
}

function isOpen(): boolean {
  return vscode.workspace.textDocuments.some(({ languageId }) => languageId === "strategy");
}

async function isThere(file: vscode.Uri): Promise<boolean> {
  const isOurs = vscode.workspace.getWorkspaceFolder(file) !== undefined;
  return isOurs && (await kindOf(file)) !== undefined;
}

async function kindOf(file: vscode.Uri): Promise<vscode.FileType | undefined> {
  try {
    return (await vscode.workspace.fs.stat(file)).type;
  } catch {
    return undefined;
  }
}
