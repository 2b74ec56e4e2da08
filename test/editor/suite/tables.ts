// Tests in the extension host: a table becomes a strategy once it is confirmed, and nothing where it is given up.
import { equal, match } from "node:assert/strict";
import * as vscode from "vscode";
import { eventually, open, type Tests } from "./editor.ts";

const table = "Vorhaben;Beginn;Ende;Sprint\nCRM;01.03.2026;30.06.2026;12\nPortal;Q3 2026;;13\n";

/** A folder of the project with a table, whose command is under way: the list waits for its answer. */
async function asked(files: Readonly<Record<string, string>>) {
  const { uri } = await open("strategy.strategy");
  const folder = vscode.Uri.joinPath(uri, "../tables");
  const all = { "vorhaben.csv": table, ...files };
  await vscode.workspace.fs.createDirectory(folder);
  for (const [file, text] of Object.entries(all))
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, file), Buffer.from(text));
  const file = vscode.Uri.joinPath(folder, "vorhaben.csv");
  const begun = vscode.commands.executeCommand<vscode.Uri | undefined>(
    "strategy.newFromTable",
    file,
  );
  return { folder, begun };
}

async function filesIn(folder: vscode.Uri): Promise<readonly string[]> {
  return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).sort();
}

async function remove(folder: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  await vscode.workspace.fs.delete(folder, { recursive: true });
}

/** Presses a key of the list again and again until the command has ended: nobody says when it is there. */
async function until(begun: Thenable<vscode.Uri | undefined>, command: string) {
  const ended: (vscode.Uri | undefined)[] = [];
  void begun.then((uri) => ended.push(uri));
  await eventually("the command has ended", async () => {
    if (ended.length === 0) await vscode.commands.executeCommand(command);
    return ended.length > 0;
  });
  return ended[0];
}

export const tables: Tests = {
  "a table becomes a plan beside it once that is confirmed, as one step that can be undone":
    async () => {
      const { folder, begun } = await asked({ "strategy.config.json": "{}" });
      const uri = await until(begun, "workbench.action.acceptSelectedQuickOpenItem");
      match(uri?.path ?? "", /\/tables\/plan\.strategy$/);
      const text = vscode.window.activeTextEditor?.document.getText() ?? "";
      match(text, /^strategy vorhaben "Vorhaben" \{/);
      match(
        text,
        /initiative crm "CRM" \{\n {2}timeline: 2026-03-01 \.\. 2026-06-30\n {2}\/\/ Sprint: 12\n\}/,
      );
      await remove(folder);
    },
  "in a project that has begun it becomes a further file of it": async () => {
    const { folder, begun } = await asked({});
    const uri = await until(begun, "workbench.action.acceptSelectedQuickOpenItem");
    match(uri?.path ?? "", /\/tables\/vorhaben\.strategy$/);
    match(vscode.window.activeTextEditor?.document.getText() ?? "", /^initiative \S+ "CRM" \{/);
    await remove(folder);
  },
  "given up, it leaves nothing behind": async () => {
    const { folder, begun } = await asked({ "strategy.config.json": "{}" });
    equal(await until(begun, "workbench.action.closeQuickOpen"), undefined);
    equal((await filesIn(folder)).join(), "strategy.config.json,vorhaben.csv");
    await remove(folder);
  },
};
