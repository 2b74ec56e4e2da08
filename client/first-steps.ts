// What happens to strategies in the editor → the steps of the walkthrough that are done, and the commands that lead to it and through it.
import * as vscode from "vscode";
import { type FoundInText, lineToMiss, wasKeptTrue, wasMended } from "./noticed.ts";
import type { LastEdited } from "./preview/last-edited.ts";
import { isTicked, recallTicks, tick } from "./ticks.ts";

/** Findings count once they have stood so long, in ms: half a word is no mistake. */
const rest = 1000;

/** Every strategy of the workspace, but none of a library in it. */
const everywhere = "**/*.strategy";
const libraries = "**/node_modules/**";

/** Watches for what the steps ask for, and opens the walkthrough. */
export function registerFirstSteps(
  context: vscode.ExtensionContext,
  edited: LastEdited,
): readonly vscode.Disposable[] {
  recallTicks(context);
  return [
    vscode.commands.registerCommand("strategy.firstSteps", () =>
      vscode.commands.executeCommand(
        "workbench.action.openWalkthrough",
        `${context.extension.id}#first-steps`,
        false,
      ),
    ),
    vscode.commands.registerCommand("strategy.tryFinding", () => tryFinding(edited)),
    vscode.window.tabGroups.onDidChangeTabs(({ opened, changed }) => {
      // A walkthrough has a tab of which nothing is told.
      const isOne = (tab: vscode.Tab) => tab.isActive && tab.input === undefined;
      if (opened.some(isOne) || changed.some(isOne)) recallTicks(context);
    }),
    ...watchWriting(context),
    ...watchMending(context),
    ...watchKeeping(context),
  ];
}

/** A strategy is there: in the workspace, or in an editor. */
function watchWriting(context: vscode.ExtensionContext): readonly vscode.Disposable[] {
  const written = () => tick(context, "written");
  const look = (document: vscode.TextDocument) => {
    // No text is asked for at each key once it is known.
    if (isTicked(context, "written") || !isStrategy(document)) return;
    if (/\S/.test(document.getText())) written();
  };
  void vscode.workspace.findFiles(everywhere, libraries, 1).then(([first]) => {
    if (first !== undefined) written();
  });
  for (const document of vscode.workspace.textDocuments) look(document);
  return [
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => look(document)),
  ];
}

/** A finding stood in a text while nobody typed, and does so no more since somebody has typed. */
function watchMending(context: vscode.ExtensionContext): readonly vscode.Disposable[] {
  const rested = new Map<string, FoundInText & { readonly version: number }>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const look = (document: vscode.TextDocument) => {
    const key = document.uri.toString();
    const before = rested.get(key);
    const now = { ...foundIn(document.uri), version: document.version };
    rested.set(key, now);
    if (before !== undefined && before.version !== now.version && wasMended(before, now))
      tick(context, "mended");
  };
  const wait = (document: vscode.TextDocument) => {
    if (isTicked(context, "mended") || !isStrategy(document)) return;
    const key = document.uri.toString();
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => {
        timers.delete(key);
        if (!document.isClosed) look(document);
      }, rest),
    );
  };
  return [
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const changed = new Set(uris.map(String));
      for (const document of vscode.workspace.textDocuments)
        if (changed.has(document.uri.toString())) wait(document);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) wait(document);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => rested.delete(uri.toString())),
    new vscode.Disposable(() => timers.forEach(clearTimeout)),
  ];
}

/** What is said of a text by us, without what is only a hint. */
function foundIn(uri: vscode.Uri): FoundInText {
  const { Error: fault, Hint } = vscode.DiagnosticSeverity;
  const ours = vscode.languages
    .getDiagnostics(uri)
    .filter(({ source, severity }) => source === "strategy" && severity !== Hint);
  return {
    findings: ours.map(({ message }) => message),
    errors: ours.filter(({ severity }) => severity === fault).length,
  };
}

/** How something stands is written anew in a text that is saved. */
function watchKeeping(context: vscode.ExtensionContext): readonly vscode.Disposable[] {
  const saved = new Map<string, string>();
  const note = (document: vscode.TextDocument) => {
    if (isStrategy(document)) saved.set(document.uri.toString(), document.getText());
  };
  for (const document of vscode.workspace.textDocuments) note(document);
  return [
    vscode.workspace.onDidOpenTextDocument(note),
    vscode.workspace.onDidSaveTextDocument((document) => {
      const before = saved.get(document.uri.toString());
      if (before !== undefined && wasKeptTrue(before, document.getText())) tick(context, "kept");
      note(document);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => saved.delete(uri.toString())),
  ];
}

/** Selects a line that is missed when it is taken out, and leaves the rest to the reader. */
async function tryFinding(edited: LastEdited): Promise<void> {
  const found = await timelineToTakeOut(edited);
  if (found === undefined) {
    const add = vscode.l10n.t("Add an Initiative…");
    const says = vscode.l10n.t("No initiative in sight has a timeline yet. Add one first.");
    const chosen = await vscode.window.showInformationMessage(says, add);
    if (chosen === add) await vscode.commands.executeCommand("strategy.addInitiative");
    return;
  }
  const { document, line } = found;
  await vscode.window.showTextDocument(document, {
    viewColumn: vscode.ViewColumn.One,
    selection: new vscode.Range(line, 0, line + 1, 0),
    preview: false,
  });
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      "Press Delete to take this line out, and see what is said of it. Undo brings it back.",
    ),
  );
}

/** The timeline of an initiative in a strategy, the one in sight first. */
async function timelineToTakeOut(
  edited: LastEdited,
): Promise<{ readonly document: vscode.TextDocument; readonly line: number } | undefined> {
  const inSight = await edited.find();
  const others = await vscode.workspace.findFiles(everywhere, libraries, 100);
  for (const uri of inSight === undefined ? others : [inSight, ...others]) {
    const document = await vscode.workspace.openTextDocument(uri);
    const line = lineToMiss(document.getText());
    if (line !== undefined) return { document, line };
  }
  return undefined;
}

function isStrategy({ languageId }: vscode.TextDocument): boolean {
  return languageId === "strategy";
}
