// Tests in the extension host: the Strategy tree leads to the text, and the text to its line in the tree.
import { deepEqual, equal } from "node:assert/strict";
import * as vscode from "vscode";
import { at, eventually, open, replace, type Tests } from "./editor.ts";

function run(command: string): Thenable<unknown> {
  return vscode.commands.executeCommand(command);
}

/** What is selected in the editor in front. */
function selectedName(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.getText(editor.selection);
}

/** Puts the cursor at a marked place and asks for its line, which has the focus then. */
async function showInTree(document: vscode.TextDocument, marked: string): Promise<void> {
  const editor = await vscode.window.showTextDocument(document);
  const place = at(document, marked);
  editor.selection = new vscode.Selection(place, place);
  await run("strategy.revealInTree");
}

/** What Enter leads to from the line that has the focus, behind some other keys. */
async function entered(...keys: readonly string[]): Promise<string | undefined> {
  for (const key of keys) await run(key);
  await run("strategy.tree.enter");
  return eventually("a name is selected", () => selectedName() || undefined);
}

export const treeing: Tests = {
  "a place in the text is shown in the tree, and Enter there selects the name of what is written":
    async () => {
      const growth = await open("growth.strategy");
      await showInTree(growth, "initiative crm$0 ");
      equal(await entered(), "crm");
    },
  "the tree opens to what stands inside: milestones and risks under their initiative": async () => {
    const growth = await open("growth.strategy");
    await showInTree(growth, "risk $0vendor-lock-in");
    const names = [await entered()];
    await showInTree(growth, "milestone $0pilot-live");
    names.push(await entered());
    deepEqual(names, ["vendor-lock-in", "pilot-live"]);
  },
  "arrows lead from line to line, through other files": async () => {
    const growth = await open("growth.strategy");
    await showInTree(growth, "objective $0personal-service");
    equal(await entered("list.focusUp"), "grow-digital-revenue");
    equal(vscode.window.activeTextEditor?.document.uri.path.endsWith("business.strategy"), true);
  },
  "the tree follows what is typed, and knows where it stands then": async () => {
    const growth = await open("growth.strategy");
    await showInTree(growth, "initiative crm$0 ");
    await replace(growth, "objective personal-service", "// A word.\n\nobjective personal-service");
    await replace(growth, "initiative crm ", "initiative crm-suite-2 ");
    await eventually("its line has its new name", async () => {
      await showInTree(growth, "initiative crm-suite-2$0 ");
      return (await entered()) === "crm-suite-2";
    });
  },
};
