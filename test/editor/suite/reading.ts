// Tests in the extension host: what a reader asks of the text, and what a writer is offered.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import * as vscode from "vscode";
import { ask, at, eventually, open, replace, type Tests } from "./editor.ts";

export const reading: Tests = {
  "completion offers objectives behind 'supports:', in half-typed text": async () => {
    const document = await open("backlog.strategy");
    await replace(document, "  timeline: 2027-Q2", "  supports: \n  timeline: 2027-Q2");
    const { items } = await ask<vscode.CompletionList>(
      "CompletionItemProvider",
      document.uri,
      at(document, "supports: $0"),
    );
    const labels = items.map(({ label }) => (typeof label === "string" ? label : label.label));
    ok(labels.includes("grow-digital-revenue"), `${labels}`);
    ok(!labels.includes("crm"), "an initiative is no objective");
  },
  "completion offers the fields that are not yet used": async () => {
    const document = await open("backlog.strategy");
    await replace(document, "  tags: idea", "  \n  tags: idea");
    const { items } = await ask<vscode.CompletionList>(
      "CompletionItemProvider",
      document.uri,
      at(document, "\n  $0\n  tags: idea"),
    );
    const labels = items.map(({ label }) => (typeof label === "string" ? label : label.label));
    ok(labels.includes("sponsor"), `${labels}`);
    ok(!labels.includes("budget"), "it has a budget already");
  },
  "completion offers a whole declaration that names what exists": async () => {
    const document = await open("backlog.strategy");
    const { items } = await ask<vscode.CompletionList>(
      "CompletionItemProvider",
      document.uri,
      document.lineAt(document.lineCount - 1).range.end,
    );
    const whole = items.find(({ label }) =>
      typeof label === "string" ? label === "initiative" : label.label === "initiative",
    );
    ok(whole?.insertText instanceof vscode.SnippetString, "it is no snippet");
    match(whole.insertText.value, /supports: \$\{\d+\|[a-z-]+,/);
  },
  "hover says what stands behind a name": async () => {
    const document = await open("growth.strategy");
    const hovers = await ask<vscode.Hover[]>(
      "HoverProvider",
      document.uri,
      at(document, "after cr$0m for"),
    );
    const said = hovers.flatMap(({ contents }) => contents).map((one) => text(one));
    match(said.join("\n"), /Personalised service with a CRM/);
  },
  "a card leads to its page by the one command that it may run": async () => {
    const document = await open("growth.strategy");
    const place = at(document, "after cr$0m for");
    const hovers = await ask<vscode.Hover[]>("HoverProvider", document.uri, place);
    const [card] = hovers.flatMap(({ contents }) => contents);
    ok(card instanceof vscode.MarkdownString);
    deepEqual(card.isTrusted, { enabledCommands: ["strategy.openPage"] });
    const [, words = ""] = /\(command:strategy\.openPage\?([^)]*)\)/.exec(card.value) ?? [];
    deepEqual(JSON.parse(decodeURIComponent(words)), ["reference.md#initiative"]);
    await vscode.commands.executeCommand("strategy.openPage", "reference.md#initiative");
    await eventually("the page is shown", () => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof vscode.TabInputCustom && input.uri.path === "/reference.md";
    });
    await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
  },
  "a name leads to its declaration": async () => {
    const document = await open("growth.strategy");
    const places = await ask<(vscode.Location | vscode.LocationLink)[]>(
      "DefinitionProvider",
      document.uri,
      at(document, "technologies: crm-su$0ite"),
    );
    const [place] = places;
    ok(place);
    const uri = "uri" in place ? place.uri : place.targetUri;
    match(uri.path, /technology\.strategy$/);
  },
  "a line over an initiative says what it serves": async () => {
    const document = await open("growth.strategy");
    const lenses = await ask<vscode.CodeLens[]>("CodeLensProvider", document.uri);
    const said = lenses.map(({ command }) => command?.title ?? "");
    ok(
      said.some((title) => title.startsWith("supports 1 objective")),
      said.join("\n"),
    );
  },
  "references are found in every file": async () => {
    const document = await open("people.strategy");
    const places = await ask<vscode.Location[]>(
      "ReferenceProvider",
      document.uri,
      at(document, "role head-of-plat$0form"),
    );
    const files = new Set(places.map(({ uri }) => uri.path.split("/").at(-1)));
    ok(files.size >= 3, [...files].join(", "));
  },
  "the outline nests what is nested": async () => {
    const document = await open("growth.strategy");
    const symbols = await ask<vscode.DocumentSymbol[]>("DocumentSymbolProvider", document.uri);
    const service = symbols.find(({ name, detail }) =>
      `${name} ${detail}`.includes("personal-service"),
    );
    ok(service, symbols.map(({ name }) => name).join(", "));
    ok(service.children.length >= 5);
  },
  "a declaration is found by its name in the whole project": async () => {
    const symbols = await ask<vscode.SymbolInformation[]>("WorkspaceSymbolProvider", "loyalty");
    ok(symbols.some(({ location }) => location.uri.path.endsWith("backlog.strategy")));
  },
  "the same name is highlighted, its declaration as such": async () => {
    const document = await open("growth.strategy");
    const place = at(document, "after cr$0m for");
    const lights = await ask<vscode.DocumentHighlight[]>("DocumentHighlights", document.uri, place);
    ok(lights.length >= 2);
    ok(lights.some(({ kind }) => kind === vscode.DocumentHighlightKind.Write));
  },
  "blocks and comments fold": async () => {
    const document = await open("backlog.strategy");
    const folds = await ask<vscode.FoldingRange[]>("FoldingRangeProvider", document.uri);
    ok(folds.some(({ start, kind }) => start === 0 && kind === vscode.FoldingRangeKind.Comment));
    const line = at(document, "$0initiative vr-showroom").line;
    ok(folds.some(({ start }) => start === line));
  },
  "names are coloured by what they mean": async () => {
    const document = await open("growth.strategy");
    const tokens = await eventually("there are semantic tokens", async () => {
      return await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
        "vscode.provideDocumentSemanticTokens",
        document.uri,
      );
    });
    equal(tokens.data.length % 5, 0);
    ok(tokens.data.length > 500);
  },
};

function text(content: vscode.MarkdownString | vscode.MarkedString): string {
  return typeof content === "string" ? content : content.value;
}
