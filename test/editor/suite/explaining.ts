// Tests in the extension host: what is found is explained, from wherever somebody asks.
import { deepEqual, equal, ok } from "node:assert/strict";
import * as vscode from "vscode";
import { ask, at, eventually, findings, open, type Tests } from "./editor.ts";

/** The path of the page in front; undefined where something else is. */
function pageInFront(): string | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof vscode.TabInputCustom) || input.viewType !== "strategy.page") return;
  return input.uri.path;
}

async function shown(path: string): Promise<void> {
  await eventually(`${path} is in front`, () => pageInFront() === path);
  await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
}

async function checked(): Promise<vscode.TextDocument> {
  const document = await open("backlog.strategy");
  await eventually("it is checked", () => findings(document).length > 0);
  return document;
}

function putCursor(place: vscode.Position): void {
  const editor = vscode.window.activeTextEditor;
  ok(editor, "no text is in front");
  editor.selection = new vscode.Selection(place, place);
}

export const explaining: Tests = {
  "the finding under the cursor is explained, and on its line": async () => {
    const document = await checked();
    for (const place of ["loyalty-$0points", "Loyalty points on a block$0chain"]) {
      await vscode.window.showTextDocument(document);
      putCursor(at(document, place));
      await vscode.commands.executeCommand("strategy.explain");
      await shown("/rules/unaligned-initiative.md");
    }
  },
  "a rule, a fault and the configuration are explained by their names": async () => {
    for (const [code, path] of [
      ["overdue", "/rules/overdue.md"],
      ["syntax", "/faults/syntax.md"],
      ["configuration", "/faults/configuration.md"],
    ] as const) {
      await vscode.commands.executeCommand("strategy.explain", code);
      await shown(path);
    }
  },
  "each link of the pages opens a page": async () => {
    for (const [link, path] of [
      ["language.md", "/language.md"],
      ["figures.md#aligned-share", "/figures.md"],
      ["README.md", "/README.md"],
    ] as const) {
      await vscode.commands.executeCommand("strategy.openPage", link);
      await shown(path);
    }
  },
  "a page that is not there opens nothing": async () => {
    const before = pageInFront();
    // The notice about it waits for an answer.
    void vscode.commands.executeCommand("strategy.openPage", "rules/none.md");
    void vscode.commands.executeCommand("strategy.openPage", "../package.json");
    await new Promise((resolve) => setTimeout(resolve, 500));
    equal(pageInFront(), before);
  },
  "the light bulb offers to explain, behind the ways to mend": async () => {
    const document = await checked();
    const [finding] = vscode.languages.getDiagnostics(document.uri);
    ok(finding);
    const actions = await ask<vscode.CodeAction[]>(
      "CodeActionProvider",
      document.uri,
      finding.range,
    );
    const titles = actions.map(({ title }) => title);
    equal(titles.filter((title) => title === "Explain this finding").length, 1);
    ok(titles.some((title) => title.startsWith("Align with")));
    const [own] = actions.filter(({ title }) => title === "Explain this finding");
    deepEqual(own?.command?.command, "strategy.explain");
  },
};
