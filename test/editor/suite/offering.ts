// Tests in the extension host: what the menus offer is there, adds something where the cursor stands, shows it, and heeds the settings.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import * as vscode from "vscode";
import { ask, at, eventually, open, type Tests } from "./editor.ts";
import { pictured } from "./pictured.ts";
import { sealedIn } from "./sealed.ts";

/** Those that no menu shows: what is behind a link, an entry, a line or a lens. */
const unseen = ["strategy.chooseFix", "strategy.openPage", "strategy.tree.click"];

/** The cursor goes to a place, as a reader would put it there. */
async function openAt(name: string, marked: string): Promise<vscode.TextDocument> {
  const document = await open(name);
  const place = at(document, marked);
  const editor = await vscode.window.showTextDocument(document);
  editor.selection = new vscode.Selection(place, place);
  return document;
}

/** The sentence of the notice that comes while something is done. */
async function told(does: () => PromiseLike<unknown>): Promise<string | undefined> {
  const { showWarningMessage, showInformationMessage } = vscode.window;
  let said: string | undefined;
  const hear = async (sentence: string) => {
    said = sentence;
    return undefined;
  };
  Object.assign(vscode.window, { showWarningMessage: hear, showInformationMessage: hear });
  try {
    await does();
    return said;
  } finally {
    Object.assign(vscode.window, { showWarningMessage, showInformationMessage });
  }
}

const run = (command: string, ...given: unknown[]) =>
  vscode.commands.executeCommand(command, ...given);

export const offering: Tests = {
  "all commands that are offered are there, and nothing else but what no menu shows": async () => {
    const extension = vscode.extensions.getExtension("strategy-as-code.strategy-as-code");
    const offered: readonly { readonly command: string }[] =
      extension?.packageJSON.contributes.commands;
    const all = await vscode.commands.getCommands(true);
    // Those of its view are made by the editor.
    const ours = all.filter((one) =>
      /^strategy\.(?!tree\.(?:focus|open$|\w*View|reset|toggle))/.test(one),
    );
    const wanted = [...offered.map(({ command }) => command), ...unseen];
    deepEqual(wanted.filter((one) => !all.includes(one)).sort(), []);
    deepEqual(ours.filter((one) => !wanted.includes(one)).sort(), []);
  },
  "a risk is added to what stands around the cursor, its name is to be typed over, and one undo takes it back":
    async () => {
      const document = await openAt("backlog.strategy", "owner: $0cco\n  timeline");
      const before = document.getText();
      await run("strategy.addRisk");
      const added = document.getText();
      match(added, /tags: idea, marketing\n\n {2}risk new-risk ".*" \{\n {4}category: security\n/);
      const editor = vscode.window.activeTextEditor;
      equal(editor?.document, document);
      equal(document.getText(editor?.selection), "new-risk");
      ok(
        editor?.visibleRanges.some((range) => range.contains(editor.selection)),
        "it is out of sight",
      );
      await run("undo");
      equal(document.getText(), before);
      ok(!document.isDirty, "more than one step was made");
    },
  "each kind is added where it may stand": async () => {
    for (const [command, text] of [
      ["strategy.addObjective", /\n\nobjective new-objective ".*" \{\n {2}owner: /],
      ["strategy.addInitiative", /\n {2}initiative new-initiative ".*" \{\n {4}/],
      ["strategy.addKpi", /\n {2}kpi new-kpi ".*" \{\n {4}unit: %/],
      ["strategy.addRisk", /\n {2}risk new-risk ".*" \{\n {4}category/],
    ] as const) {
      const document = await openAt("backlog.strategy", "owner: $0cco\n  timeline");
      await run(command);
      match(document.getText(), text);
      await run("undo");
    }
  },
  "what points elsewhere is added there, in an editor that comes to the front": async () => {
    const growth = await open("growth.strategy");
    const { line, character } = at(growth, "initiative $0crm ");
    await open("backlog.strategy");
    await run("strategy.addKpi", { uri: growth.uri.toString(), position: { line, character } });
    equal(vscode.window.activeTextEditor?.document, growth);
    match(growth.getText(), /\n {4}kpi new-kpi ".*" \{\n {6}unit: %/);
    await run("undo");
    ok(!growth.isDirty);
  },
  "what can only be read, or is not there any more, is left alone, and that is said": async () => {
    const text = 'initiative crm "CRM" {\n  status: planned\n}\n';
    await sealedIn(text, async (uri) => {
      const given = { uri: uri.toString(), position: { line: 1, character: 2 } };
      const says = await told(() => run("strategy.addRisk", given));
      equal(says, "'plan.strategy' can only be read, so nothing was changed.");
    });
    const { uri } = await open("backlog.strategy");
    const gone = vscode.Uri.joinPath(uri, "..", "gone.strategy").toString();
    const given = { uri: gone, position: { line: 0, character: 0 } };
    const says = await told(() => run("strategy.addRisk", given));
    equal(says, "'gone.strategy' cannot be opened. It may have been moved or deleted.");
  },
  "what stands under the cursor is shown in the roadmap, a KPI in the scorecard": () =>
    pictured("growth.strategy", async ({ heard }) => {
      const shown = () => heard.filter(({ type }) => type === "show");
      const document = await openAt("growth.strategy", "initiative $0crm ");
      await run("strategy.showInRoadmap", document.uri);
      const { line, character } = at(document, "initiative $0crm ");
      const uri = document.uri.toString();
      deepEqual(shown(), [{ type: "show", view: "roadmap", uri, position: { line, character } }]);
      await openAt("growth.strategy", "kpi $0");
      await run("strategy.showInRoadmap");
      const last = shown().at(-1);
      equal(last?.type === "show" && last.view, "scorecard");
    }),
  "what is shown stays lit until the cursor moves, though it stands elsewhere": () =>
    pictured("growth.strategy", async ({ heard }) => {
      /** The place that the page has lit last. */
      const lit = () => {
        const last = heard.findLast(({ type }) => type === "cursor" || type === "show");
        return last !== undefined && "position" in last ? last.position : undefined;
      };
      const litAt = (sentence: string, { line, character }: vscode.Position) =>
        eventually(sentence, () => lit()?.line === line && lit()?.character === character);
      const document = await openAt("growth.strategy", "objective $0");
      await litAt("the cursor is lit", at(document, "objective $0"));
      const crm = at(document, "initiative $0crm ");
      const position = { line: crm.line, character: crm.character };
      await run("strategy.showInRoadmap", { uri: document.uri.toString(), position });
      await litAt("it is lit", crm);
      await vscode.window.showTextDocument(document);
      await litAt("it is lit also when the text comes to the front", crm);
      await openAt("growth.strategy", "initiative $0mobile-app ");
      await litAt("the cursor is lit again", at(document, "initiative $0mobile-app "));
    }),
  "a lens leads to its own place in the roadmap": async () => {
    const document = await open("growth.strategy");
    const lenses = await eventually("there are lenses", async () => {
      const all = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        "vscode.executeCodeLensProvider",
        document.uri,
        50,
      );
      return all.length > 0 && all;
    });
    for (const { command, range } of lenses) {
      equal(command?.command, "strategy.showInRoadmap");
      const { line, character } = range.start;
      deepEqual(command.arguments, [
        { uri: document.uri.toString(), position: { line, character } },
      ]);
    }
  },
  "hints that are switched off go at once, and come back": async () => {
    const document = await open("growth.strategy");
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const hints = () => ask<vscode.InlayHint[]>("InlayHintProvider", document.uri, whole);
    const titles = async () =>
      (await hints()).filter(({ label }) => /^[A-Z][a-z]/.test(`${label}`)).length;
    await eventually("there are titles", async () => (await titles()) > 0);
    const settings = vscode.workspace.getConfiguration("strategy.hints", document.uri);
    await settings.update("titles", false, vscode.ConfigurationTarget.Global);
    await eventually(
      "there is none",
      async () => (await titles()) === 0 && (await hints()).length > 0,
    );
    await settings.update("titles", undefined, vscode.ConfigurationTarget.Global);
    await eventually("they are back", async () => (await titles()) > 0);
  },
};
