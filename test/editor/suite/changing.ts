// Tests in the extension host: fixes, rename and the formatter change the text as they should.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import * as vscode from "vscode";
import { ask, at, eventually, findings, open, replace, type Tests } from "./editor.ts";

export const changing: Tests = {
  "the fix of 'unaligned-initiative' aligns the work, and the finding goes": async () => {
    const document = await open("backlog.strategy");
    await eventually("there is a finding", () => findings(document).length === 1);
    const place = at(document, "initiative $0loyalty-points");
    const fix = await eventually("a fix that aligns it is offered", async () => {
      const actions = await ask<vscode.CodeAction[]>(
        "CodeActionProvider",
        document.uri,
        new vscode.Range(place, place),
        vscode.CodeActionKind.QuickFix.value,
        20,
      );
      return actions.find(({ title }) => /^Align /.test(title));
    });
    if (fix.edit) await vscode.workspace.applyEdit(fix.edit);
    if (fix.command) {
      await vscode.commands.executeCommand(fix.command.command, ...(fix.command.arguments ?? []));
    }
    match(document.getText(), /loyalty-points[^}]*\n {2}supports: [a-z-]+\n/);
    await eventually("the finding is gone", () => findings(document).length === 0);
  },
  "a finding is left out above its declaration, for a reason that is to be written": async () => {
    const document = await open("backlog.strategy");
    await eventually("there is a finding", () => findings(document).length === 1);
    const place = at(document, "initiative $0loyalty-points");
    const excuse = await eventually("to say why is offered", async () => {
      const actions = await ask<vscode.CodeAction[]>(
        "CodeActionProvider",
        document.uri,
        new vscode.Range(place, place),
        vscode.CodeActionKind.QuickFix.value,
        20,
      );
      return actions.find(({ title }) => /^Leave 'unaligned-initiative' out here/.test(title));
    });
    ok(excuse.edit, "it comes without its edit");
    await vscode.workspace.applyEdit(excuse.edit);
    match(document.getText(), /\n\/\/ ignore unaligned-initiative: why\ninitiative loyalty-points/);
    await eventually("the finding is gone", () => findings(document).length === 0);
  },
  "rename changes the name in every file": async () => {
    const document = await open("people.strategy");
    const edit = await ask<vscode.WorkspaceEdit>(
      "DocumentRenameProvider",
      document.uri,
      at(document, "role head-of-plat$0form"),
      "platform-lead",
    );
    const files = edit.entries().map(([uri]) => uri.path.split("/").at(-1));
    ok(files.includes("people.strategy") && files.includes("growth.strategy"), `${files}`);
    ok(edit.entries().every(([, edits]) => edits.every((one) => one.newText === "platform-lead")));
  },
  "the formatter puts a mess in order and leaves what is in order": async () => {
    const document = await open("backlog.strategy");
    const before = document.getText();
    await replace(document, "  owner: cco\n  timeline:", "owner   :cco,\n      timeline:");
    const options = { tabSize: 2, insertSpaces: true };
    const edits = await ask<vscode.TextEdit[]>("FormatDocumentProvider", document.uri, options);
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, edits);
    await vscode.workspace.applyEdit(edit);
    equal(document.getText(), before);
    const again = await ask<vscode.TextEdit[] | undefined>(
      "FormatDocumentProvider",
      document.uri,
      options,
    );
    deepEqual(again ?? [], []);
  },
};
