// "Explain this finding": the finding under the cursor, or one of all kinds there are → the page about it.
import * as vscode from "vscode";
import type { Explained } from "./catalogue.ts";
import { allFound, diagnosticCode, foundAtCursor, kindsFound, severityIcon } from "./findings.ts";
import { openPageCommand } from "./page-editor.ts";

const command = "strategy.explain";
const contextKey = "strategy.findingHere";

interface Choice extends vscode.QuickPickItem {
  readonly page?: string;
}

/** The command, its entry in the menu of the light bulb, and whether there is something to explain. */
export function registerExplaining(
  catalogue: () => Promise<readonly Explained[]>,
): readonly vscode.Disposable[] {
  const explain = async (given: unknown) => {
    const list = await catalogue();
    const editor = vscode.window.activeTextEditor;
    const asked = askedIn(given) ?? (editor && foundAtCursor(editor).map(({ code }) => code));
    const codes = [...new Set(asked)];
    const [first, ...others] = codes;
    if (first !== undefined && others.length === 0) await openAbout(list, first);
    else await choose(list, codes);
  };

  const choose = async (list: readonly Explained[], codes: readonly string[]) => {
    const items = codes.length > 0 ? theseFirst(list, codes) : everything(list);
    const placeHolder = vscode.l10n.t("What do you want explained?");
    const options = { placeHolder, matchOnDescription: true, matchOnDetail: true };
    const chosen = await vscode.window.showQuickPick<Choice>(items, options);
    if (chosen?.page !== undefined) await openPage(chosen.page);
  };

  let isHere = false;
  const look = () => {
    const editor = vscode.window.activeTextEditor;
    const now = editor !== undefined && foundAtCursor(editor).length > 0;
    if (now === isHere) return;
    isHere = now;
    void vscode.commands.executeCommand("setContext", contextKey, now);
  };
  look();

  return [
    vscode.commands.registerCommand(command, explain),
    vscode.languages.registerCodeActionsProvider(
      [{ language: "strategy" }, { pattern: "**/strategy.config.json" }],
      { provideCodeActions: (_document, _range, { diagnostics }) => actionsFor(diagnostics) },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
    vscode.window.onDidChangeActiveTextEditor(look),
    vscode.window.onDidChangeTextEditorSelection(look),
    vscode.languages.onDidChangeDiagnostics(look),
  ];
}

/** What the light bulb and the menus ask for, by its name; all there is where they name nothing. */
function askedIn(given: unknown): readonly string[] | undefined {
  if (given === "") return [];
  if (typeof given === "string") return [given];
  return Array.isArray(given) ? given.filter((one) => typeof one === "string") : undefined;
}

async function openAbout(list: readonly Explained[], code: string): Promise<void> {
  const known = list.find((one) => one.code === code);
  if (known !== undefined) {
    await openPage(known.page);
    return;
  }
  const show = vscode.l10n.t("Show All");
  const says = vscode.l10n.t("There is no page about '{0}'.", code);
  const chosen = await vscode.window.showInformationMessage(says, show);
  if (chosen === show) await vscode.commands.executeCommand(command, "");
}

async function openPage(page: string): Promise<void> {
  await vscode.commands.executeCommand(openPageCommand, page);
}

/** Those at the cursor, the worst first. */
function theseFirst(list: readonly Explained[], codes: readonly string[]): readonly Choice[] {
  const found = kindsFound(allFound());
  return codes.flatMap((code) => list.filter((one) => one.code === code).map(choiceOf(found)));
}

/** All there are: what is found in the plan first, then by group. */
function everything(list: readonly Explained[]): readonly Choice[] {
  const found = kindsFound(allFound());
  const here = found.flatMap(({ code }) => list.filter((one) => one.code === code));
  const others = Map.groupBy(
    list.filter((one) => !here.includes(one)),
    ({ group }) => group,
  );
  const groups: readonly (readonly [string, readonly Explained[]])[] = [
    ...(here.length > 0 ? [[vscode.l10n.t("In your plan"), here] as const] : []),
    ...others,
  ];
  return groups.flatMap(([label, own]) => [
    { label, kind: vscode.QuickPickItemKind.Separator },
    ...own.map(choiceOf(found)),
  ]);
}

function choiceOf(found: ReturnType<typeof kindsFound>): (one: Explained) => Choice {
  return ({ code, title, says, page }) => {
    const here = found.find((one) => one.code === code);
    const icon = here === undefined ? "" : `${severityIcon(here.severity)} `;
    const count = here === undefined ? {} : { description: timesInWords(here.count) };
    return { label: icon + title, ...count, detail: says, page };
  };
}

/** "found once", "found 3 times" */
export function timesInWords(count: number): string {
  return count === 1 ? vscode.l10n.t("found once") : vscode.l10n.t("found {0} times", count);
}

/** Behind the ways to mend a finding, the one to understand it. */
function actionsFor(diagnostics: readonly vscode.Diagnostic[]): vscode.CodeAction[] {
  const ours = diagnostics.filter(({ source }) => source === "strategy");
  if (ours.length === 0) return [];
  const title = vscode.l10n.t("Explain this finding");
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { command, title, arguments: [ours.map(diagnosticCode)] };
  action.diagnostics = ours;
  return [action];
}
