// Tests in the extension host: what is done to the picture changes the text, in one step that can be undone, or is refused with a word.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import * as vscode from "vscode";
import { at, eventually, open, replace, type Tests } from "./editor.ts";
import { pictured } from "./pictured.ts";
import { checkers, kill } from "./recovering.ts";
import { sealedIn } from "./sealed.ts";

/** The status of an initiative is chosen in the picture. */
function chosen(document: vscode.TextDocument, id: string, was: string, to: string): object {
  const { line, character } = at(document, `initiative $0${id} `);
  const of = { id, uri: document.uri.toString(), position: { line, character } };
  return { type: "status", of, was, to };
}

function edit(...gestures: readonly object[]): object {
  return { type: "edit", gestures };
}

const undo = { type: "undo" };
const nothing = "Nothing was changed here that could be undone.";

/** A file of the project that is in no editor. */
function beside(document: vscode.TextDocument, name: string): Thenable<vscode.TextDocument> {
  return vscode.workspace.openTextDocument(vscode.Uri.joinPath(document.uri, "..", name));
}

function tabOf(document: vscode.TextDocument): vscode.Tab | undefined {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.find(({ input }) => {
    return input instanceof vscode.TabInputText && `${input.uri}` === `${document.uri}`;
  });
}

export const drawing: Tests = {
  "a status that is chosen in the picture stands in the text, unsaved, and one undo there takes it back":
    () =>
      pictured("backlog.strategy", async ({ ask }, document) => {
        const before = document.getText();
        const gesture = chosen(document, "loyalty-points", "proposed", "planned");
        equal(await ask(edit(gesture)), undefined);
        equal(document.getText(), before.replace("status: proposed", "status: planned"));
        ok(document.isDirty, "it is saved without a word");
        await vscode.window.showTextDocument(document);
        await vscode.commands.executeCommand("undo");
        equal(document.getText(), before);
        ok(!document.isDirty, "more than one step was made");
        equal(await ask(undo), nothing);
      }),
  "undo in the picture is that of the editor: it goes back step by step, and the panel stays in front":
    () =>
      pictured("backlog.strategy", async ({ ask, panel }, document) => {
        const before = document.getText();
        const to = (was: string, next: string) =>
          ask(edit(chosen(document, "loyalty-points", was, next)));
        equal(await to("proposed", "planned"), undefined);
        const between = document.getText();
        equal(await to("planned", "active"), undefined);
        panel.reveal(undefined, false);
        await eventually("the panel has the focus", () => panel.active);
        equal(await ask(undo), undefined);
        equal(document.getText(), between);
        equal(await ask(undo), undefined);
        equal(document.getText(), before);
        ok(!document.isDirty, "it is not what lies on the disk");
        await eventually("the panel has the focus again", () => panel.active);
        equal(await ask(undo), nothing);
      }),
  "what was typed since is not undone from the picture": () =>
    pictured("backlog.strategy", async ({ ask }, document) => {
      const gesture = chosen(document, "loyalty-points", "proposed", "planned");
      equal(await ask(edit(gesture)), undefined);
      await replace(document, "tags: idea", "tags: thought");
      const typed = document.getText();
      equal(await ask(undo), "The text has been changed since. Undo it in the editor.");
      equal(document.getText(), typed);
    }),
  "an edit of a text that has moved on is refused, also where it moves while the checker thinks":
    () =>
      pictured("backlog.strategy", async ({ ask }, document) => {
        const gesture = chosen(document, "loyalty-points", "proposed", "planned");
        const asked = ask(edit(gesture));
        await replace(document, "initiative loyalty-points", "// new\ninitiative loyalty-points");
        match((await asked) ?? "", /^The text has been changed meanwhile\./);
        match((await ask(edit(gesture))) ?? "", /^The text has been changed meanwhile\./);
        ok(document.getText().includes("status: proposed"));
      }),
  "a file without an editor is changed where one looks for it: in a tab behind the others, unsaved":
    () =>
      pictured("backlog.strategy", async ({ ask, panel }, document) => {
        const growth = await beside(document, "growth.strategy");
        const before = growth.getText();
        await vscode.window.tabGroups.close(tabOf(growth) ?? []);
        const active = vscode.window.activeTextEditor?.document;
        equal(await ask(edit(chosen(growth, "crm", "active", "on-hold"))), undefined);
        const changed = await beside(document, "growth.strategy");
        ok(changed.getText() !== before && changed.isDirty, "nothing has changed");
        await eventually("it has a tab", () => tabOf(changed)?.isDirty);
        equal(vscode.window.activeTextEditor?.document, active);
        panel.reveal(undefined, false);
        equal(await ask(undo), undefined);
        equal(changed.getText(), before);
      }),
  "several files are changed together or not at all, and one undo takes all of it back": () =>
    pictured("backlog.strategy", async ({ ask }, document) => {
      const growth = await open("growth.strategy");
      const texts = [document.getText(), growth.getText()];
      const gestures = [
        chosen(document, "loyalty-points", "proposed", "planned"),
        chosen(growth, "crm", "active", "on-hold"),
      ];
      const other = chosen(growth, "mobile-app", "active", "on-hold");
      match((await ask(edit(...gestures, other))) ?? "", /^The text has been changed meanwhile\./);
      deepEqual([document.getText(), growth.getText()], texts);
      equal(await ask(edit(...gestures)), undefined);
      ok(document.isDirty && growth.isDirty);
      equal(await ask(undo), undefined);
      deepEqual([document.getText(), growth.getText()], texts);
      equal(await ask(edit(...gestures)), undefined);
      await vscode.window.showTextDocument(growth);
      await vscode.commands.executeCommand("undo");
      deepEqual([document.getText(), growth.getText()], texts);
    }),
  "while the checker does not run nothing is changed, and that is said": () =>
    pictured("backlog.strategy", async ({ ask }, document) => {
      const before = document.getText();
      const gesture = chosen(document, "loyalty-points", "proposed", "planned");
      kill();
      match((await ask(edit(gesture))) ?? "", /Nothing was changed\.$/);
      equal(document.getText(), before);
      await eventually("another checker runs", () => checkers().length === 1);
      await eventually("it changes the text", async () => (await ask(edit(gesture))) === undefined);
    }),
  "what can only be read is not changed, and that is said": async () => {
    const text = 'initiative crm "CRM" {\n  status: planned\n  timeline: 2026\n}\n';
    await sealedIn(text, (uri) =>
      pictured(uri, async ({ ask }, document) => {
        const says = "'plan.strategy' can only be read, so nothing was changed.";
        equal(await ask(edit(chosen(document, "crm", "planned", "active"))), says);
        equal(document.getText(), text);
      }),
    );
  },
  "a page changes no file that its picture does not show": () =>
    pictured("backlog.strategy", async ({ ask }, document) => {
      const uri = vscode.Uri.joinPath(document.uri, "..", "strategy.config.json").toString();
      const of = { id: "loyalty-points", uri, position: { line: 0, character: 0 } };
      const gesture = { type: "status", of, was: "proposed", to: "planned" };
      match((await ask(edit(gesture))) ?? "", /^The text has been changed meanwhile\./);
    }),
};
