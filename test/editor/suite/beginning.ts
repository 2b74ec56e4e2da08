// Tests in the extension host: where a strategy begins, what is shown of it, and that nothing is overwritten.
import { equal, match, ok } from "node:assert/strict";
import * as vscode from "vscode";
import { ask, eventually, findings, open, type Tests } from "./editor.ts";

async function begun(asked: object): Promise<vscode.Uri> {
  const uri = await vscode.commands.executeCommand<vscode.Uri | undefined>("strategy.new", asked);
  ok(uri, "a strategy has begun");
  return uri;
}

async function readAt(uri: vscode.Uri): Promise<string> {
  return Buffer.from(await vscode.workspace.fs.readFile(uri)).toString();
}

/** A folder of the project, with files. */
async function folderWith(
  name: string,
  files: Readonly<Record<string, string>>,
): Promise<vscode.Uri> {
  const { uri } = await open("strategy.strategy");
  const folder = vscode.Uri.joinPath(uri, "..", name);
  await vscode.workspace.fs.createDirectory(folder);
  for (const [file, text] of Object.entries(files))
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, file), Buffer.from(text));
  return folder;
}

async function remove(...folders: readonly vscode.Uri[]): Promise<void> {
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  for (const folder of folders) await vscode.workspace.fs.delete(folder, { recursive: true });
}

function parentOf(uri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(uri, "..");
}

export const beginning: Tests = {
  "where the project has its strategy, another one begins in a folder of its own": async () => {
    const { uri: plan } = await open("strategy.strategy");
    const before = await readAt(plan);
    const [first, second] = [
      await begun({ template: "blank" }),
      await begun({ template: "blank" }),
    ];
    match(first.path, /\/blank\/plan\.strategy$/);
    match(second.path, /\/blank-2\/plan\.strategy$/);
    for (const uri of [first, second]) {
      match(await readAt(uri), /^strategy our-strategy "Our strategy" \{$/m);
      equal(await readAt(vscode.Uri.joinPath(uri, "../strategy.config.json")), "{}\n");
    }
    equal(await readAt(plan), before);
    await remove(parentOf(first), parentOf(second));
  },
  "it is shown with its title selected, drawn beside it, and nothing is wrong in it": async () => {
    const uri = await begun({ template: "it-department" });
    const editor = vscode.window.activeTextEditor;
    equal(editor?.document.uri.toString(), uri.toString());
    equal(editor?.document.getText(editor.selection), "Our IT strategy");
    await eventually("it is drawn beside it", () =>
      vscode.window.tabGroups.all
        .flatMap((group) => group.tabs)
        .some(({ label }) => label === "Strategy Preview"),
    );
    ok(editor);
    const symbols = await ask<vscode.DocumentSymbol[]>("DocumentSymbolProvider", uri);
    ok(symbols.length > 10, "the checker has read it");
    // What is wrong is told, so nothing told means that nothing is.
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), "risk lost\n"));
    await eventually("what is wrong is told", () => findings(editor.document).length > 0);
    await editor.edit((edit) => edit.delete(new vscode.Range(0, 0, 1, 0)));
    await eventually("nothing is wrong", () => findings(editor.document).length === 0);
    await editor.document.save();
    await remove(parentOf(uri));
  },
  "a file that says nothing is filled behind its comments, as one step that can be undone":
    async () => {
      const said = "// What the board said\n";
      const files = { "strategy.config.json": "{}", "notes.strategy": said };
      const folder = await folderWith("bare", files);
      const drawn = vscode.Uri.joinPath(folder, "notes.strategy");
      const uri = await begun({ template: "blank", drawn: drawn.toString() });
      equal(uri.toString(), drawn.toString());
      const document = await vscode.workspace.openTextDocument(uri);
      match(document.getText(), /^\/\/ What the board said\n\n\/\/ Everything is /);
      await vscode.commands.executeCommand("undo");
      await eventually("it is as it was", () => document.getText() === said);
      await document.save();
      await remove(folder);
    },
  "where nothing can be written nothing begins, and that is said": async () => {
    const { uri: plan } = await open("strategy.strategy");
    const before = await readAt(plan);
    const folder = vscode.Uri.joinPath(plan, "below").toString();
    const asked = { template: "blank", folder };
    equal(await vscode.commands.executeCommand("strategy.new", asked), undefined);
    equal(await readAt(plan), before);
  },
  "an empty folder with a configuration of its own gets the file itself": async () => {
    const folder = await folderWith("fresh", { "strategy.config.json": "{}" });
    const uri = await begun({ template: "okr-quarter", folder: folder.toString() });
    equal(uri.toString(), vscode.Uri.joinPath(folder, "plan.strategy").toString());
    await remove(folder);
  },
};
