// Clients that lack one thing each → answers without it: nobody is sent what they did not announce.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { ClientCapabilities } from "vscode-languageserver/node";
import { full } from "./full.ts";
import { type Answers, askAll } from "./material.ts";
import { holds, valuesOf, wire } from "./wire.ts";

/** What of a client is left out, or what stands in its place, and what it is then not sent. */
interface Row {
  readonly lacks: string;
  readonly instead?: unknown;
  readonly sent: (answers: Answers) => boolean;
  /** Also left out, so that the client is pushed its diagnostics. */
  readonly pushed?: true;
}

const kindsIn = (answer: unknown) => valuesOf(answer, "kind");
const among =
  (...some: readonly unknown[]) =>
  (found: readonly unknown[]) =>
    found.some((one) => some.includes(one));
const old = { symbols: among(19, 20, 24), items: among(20, 21, 24) };
const textDocument = (name: string) => `textDocument.${name}`;
const tokens = textDocument("semanticTokens");
const item = textDocument("completion.completionItem");
const provider = (answers: Answers, name: string) => valuesOf(answers.started, name)[0];
const diagnosticRows = (from: "diagnostic" | "publishDiagnostics"): readonly Row[] => {
  const isPushed = from === "publishDiagnostics";
  const found = (answers: Answers) => (isPushed ? answers.pushed : answers.pulled);
  const rows: Readonly<Record<string, string>> = {
    relatedInformation: "relatedInformation",
    tagSupport: "tags",
    codeDescriptionSupport: "codeDescription",
  };
  return Object.entries(rows).map(([name, key]) => ({
    lacks: textDocument(`${from}.${name}`),
    instead: name === "tagSupport" ? { valueSet: [2] } : false,
    sent: (answers) => holds(found(answers), key),
    ...(isPushed ? { pushed: true } : {}),
  }));
};

const rows: readonly Row[] = [
  { lacks: "general", sent: ({ started }) => holds(started, "positionEncoding") },
  {
    lacks: "workspace.workspaceFolders",
    sent: ({ started }) => holds(started, "workspaceFolders"),
  },
  { lacks: "workspace.fileOperations", sent: ({ started }) => holds(started, "fileOperations") },
  {
    lacks: "workspace.workspaceEdit.documentChanges",
    sent: ({ rename, moved, actions }) => holds([rename, moved, actions], "documentChanges"),
  },
  {
    lacks: "workspace.symbol.symbolKind",
    sent: ({ everywhere }) => old.symbols(kindsIn(everywhere)),
  },
  { lacks: "workspace.symbol.tagSupport", sent: ({ everywhere }) => holds(everywhere, "tags") },
  {
    lacks: "workspace.didChangeWatchedFiles",
    sent: ({ asked }) => JSON.stringify(asked).includes("client/registerCapability"),
  },
  {
    lacks: "window",
    sent: ({ asked }) => JSON.stringify(asked).includes("workDoneProgress/create"),
  },

  {
    lacks: `${item}.snippetSupport`,
    sent: ({ completion }) =>
      holds(completion, "insertTextFormat") || among(15)(kindsIn(completion)),
  },
  { lacks: `${item}.insertReplaceSupport`, sent: ({ completion }) => holds(completion, "insert") },
  {
    lacks: `${item}.labelDetailsSupport`,
    sent: ({ completion, started }) =>
      holds(completion, "labelDetails") || holds(started, "labelDetailsSupport"),
  },
  {
    lacks: `${item}.documentationFormat`,
    sent: ({ completion, explained }) => among("markdown")(kindsIn([completion, explained])),
  },
  {
    lacks: `${item}.documentationFormat`,
    instead: ["plaintext", "markdown"],
    sent: ({ completion, explained }) => among("markdown")(kindsIn([completion, explained])),
  },
  {
    lacks: `${item}.insertTextModeSupport`,
    sent: ({ completion }) => holds(completion, "insertTextMode"),
  },
  {
    lacks: `${item}.insertTextModeSupport`,
    instead: { valueSet: [1] },
    sent: ({ completion }) => among(2)(valuesOf(completion, "insertTextMode")),
  },
  {
    lacks: `${item}.resolveSupport`,
    instead: { properties: ["additionalTextEdits"] },
    sent: ({ completion, explained }) =>
      holds(explained, "documentation") &&
      !JSON.stringify(completion).includes(JSON.stringify(valuesOf(explained, "documentation")[0])),
  },
  {
    lacks: textDocument("completion.completionItemKind"),
    sent: ({ completion }) => old.items(kindsIn(completion)),
  },

  { lacks: textDocument("hover"), sent: ({ hover }) => kindsIn(hover).length > 0 },
  {
    lacks: textDocument("hover.contentFormat"),
    instead: ["plaintext", "markdown"],
    sent: ({ hover }) => among("markdown")(kindsIn(hover)),
  },
  {
    lacks: textDocument("definition"),
    sent: ({ definition }) => holds(definition, "targetUri"),
  },
  {
    lacks: textDocument("implementation"),
    sent: ({ implementation }) => holds(implementation, "targetUri"),
  },
  {
    lacks: textDocument("documentSymbol.hierarchicalDocumentSymbolSupport"),
    sent: ({ symbols }) => holds(symbols, "children"),
  },
  {
    lacks: textDocument("documentSymbol.symbolKind"),
    sent: ({ symbols }) => old.symbols(kindsIn(symbols)),
  },
  {
    lacks: textDocument("documentSymbol.tagSupport"),
    sent: ({ symbols }) => holds(symbols, "tags"),
  },
  {
    lacks: textDocument("documentSymbol.labelSupport"),
    sent: ({ started }) => holds(started, "label"),
  },
  {
    lacks: textDocument("codeAction.codeActionLiteralSupport"),
    sent: ({ actions, started }) => holds(actions, "title") || holds(started, "codeActionProvider"),
  },
  {
    lacks: textDocument("codeAction.isPreferredSupport"),
    sent: ({ actions }) => holds(actions, "isPreferred"),
  },
  { lacks: textDocument("codeAction.dataSupport"), sent: ({ actions }) => holds(actions, "data") },
  {
    lacks: textDocument("codeAction.resolveSupport"),
    sent: ({ actions, started }) =>
      holds(actions, "data") ||
      provider({ started: provider({ started }, "codeActionProvider") }, "resolveProvider") ===
        true,
  },
  { lacks: textDocument("documentLink"), sent: ({ links }) => holds(links, "tooltip") },
  {
    lacks: textDocument("rename"),
    sent: ({ started }) => holds(started, "prepareProvider"),
  },
  {
    lacks: textDocument("foldingRange.foldingRangeKind"),
    instead: { valueSet: [] },
    sent: ({ folds }) => holds(folds, "kind"),
  },
  {
    lacks: textDocument("foldingRange.rangeLimit"),
    instead: 3,
    sent: ({ folds }) => Array.isArray(folds) && folds.length > 3,
  },
  { lacks: tokens, sent: ({ started }) => holds(started, "semanticTokensProvider") },
  {
    lacks: `${tokens}.formats`,
    instead: [],
    sent: ({ started }) => holds(started, "semanticTokensProvider"),
  },
  {
    lacks: `${tokens}.requests.full`,
    instead: true,
    sent: ({ started }) => holds(started, "delta"),
  },
  { lacks: `${tokens}.requests.full`, sent: ({ started }) => holds(started, "full") },
  { lacks: `${tokens}.requests.range`, sent: ({ started }) => holds(started, "range") },
  {
    lacks: `${tokens}.tokenTypes`,
    instead: ["class"],
    sent: ({ colours }) => rolesIn(colours).size > 1,
  },
  {
    lacks: `${tokens}.tokenModifiers`,
    instead: [],
    sent: ({ colours }) => numbersIn(colours).some((one, index) => index % 5 === 4 && one > 0),
  },
  {
    lacks: textDocument("diagnostic"),
    sent: ({ started }) => holds(started, "diagnosticProvider"),
  },
  ...diagnosticRows("diagnostic"),
  ...diagnosticRows("publishDiagnostics"),
  {
    lacks: textDocument("publishDiagnostics.versionSupport"),
    pushed: true,
    sent: ({ pushed }) => holds(pushed, "version"),
  },
];

function numbersIn(colours: unknown): readonly number[] {
  return valuesOf(colours, "data")
    .flat()
    .filter((one) => typeof one === "number");
}

function rolesIn(colours: unknown): ReadonlySet<unknown> {
  return new Set(numbersIn(colours).filter((_, index) => index % 5 === 3));
}

/** The same capabilities with another value at a path; with undefined without it. */
function changed(of: object, path: string, value: unknown): ClientCapabilities {
  const [name = "", ...rest] = path.split(".");
  const inner: unknown = Object.entries(of).find(([key]) => key === name)?.[1];
  const others = Object.entries(of).filter(([key]) => key !== name);
  const next =
    rest.length > 0 && typeof inner === "object" && inner !== null
      ? changed(inner, rest.join("."), value)
      : value;
  return Object.fromEntries(next === undefined ? others : [...others, [name, next]]);
}

const pushes = changed(full, "textDocument.diagnostic", undefined);

describe("what a client lacks is not sent", () => {
  const answers = { full: {} as Answers, pushes: {} as Answers, none: {} as Answers };
  beforeAll(async () => {
    answers.full = await askAll(full);
    answers.pushes = await askAll(pushes);
    answers.none = await askAll({});
  });

  test.for(
    rows.map((row) => [`${row.lacks} ${JSON.stringify(row.instead) ?? ""}`.trim(), row] as const),
  )("%s", async ([, { lacks, instead, sent, pushed }]) => {
    // It is sent to who can take it, so that the others are not spared by chance.
    expect(sent(pushed ? answers.pushes : answers.full)).toBe(true);
    const own = await askAll(changed(pushed ? pushes : full, lacks, instead));
    expect(sent(own)).toBe(false);
  });

  test("a client without any abilities", () => {
    const limits = /rangeLimit|foldingRangeKind|tokenTypes|tokenModifiers|resolveSupport/;
    const wrong = rows.filter((row) => !limits.test(row.lacks) && row.sent(answers.none));
    expect(wrong.map((row) => row.lacks)).toEqual([]);
  });
});

test("a client that orders the formats gets the first that there is", async () => {
  const capabilities = changed(full, "textDocument.hover.contentFormat", ["html", "plaintext"]);
  const { hover } = await askAll(capabilities);
  expect(kindsIn(hover)).toEqual(["plaintext"]);
});

test("what is no list, no object and no number in the abilities of a client is as if it was not there", async () => {
  const broken = JSON.parse(JSON.stringify(full), (_, value: unknown) =>
    typeof value === "boolean" || Array.isArray(value) ? 5 : value,
  );
  const { started } = await wire({ capabilities: broken });
  expect(started).toHaveProperty("capabilities.hoverProvider", true);
  for (const value of [null, 5, "yes", []]) {
    const odd = Object.fromEntries(Object.keys(full).map((key) => [key, value]));
    const { started } = await wire({ capabilities: odd });
    expect(started).toHaveProperty("capabilities.hoverProvider", true);
  }
});

const refreshes = {
  diagnostics: "workspace/diagnostic/refresh",
  semanticTokens: "workspace/semanticTokens/refresh",
  inlayHint: "workspace/inlayHint/refresh",
  codeLens: "workspace/codeLens/refresh",
} as const;

test("only what a client can refresh it is asked to, and one that cannot after all does no harm", async () => {
  const names = Object.keys(refreshes) as (keyof typeof refreshes)[];
  for (const lacking of names) {
    const others = names.filter((name) => name !== lacking);
    const refresh = Object.fromEntries(others.map((name) => [name, { refreshSupport: true }]));
    const client = await wire({
      files: { "a.strategy": "objective a\n" },
      capabilities: { ...full, workspace: { ...full.workspace, ...refresh } },
      reply: (method) => {
        throw new Error(`${method} is not known.`);
      },
    });
    await client.ask("workspace/symbol", { query: "" });
    writeFileSync(join(client.folder, "b.csv"), "date,value\n");
    const changes = [{ uri: client.uri("b.csv"), type: 1 }];
    await client.tell("workspace/didChangeWatchedFiles", { changes });
    for (const name of others) await client.heard(refreshes[name]);
    expect(client.methods()).not.toContain(refreshes[lacking]);
    expect(await client.ask("workspace/symbol", { query: "" })).toHaveLength(1);
  }
});

test("changes make, rename and delete no files, carry no notes, and nobody is asked for settings who has not offered them", async () => {
  const { asked, ...answers } = await askAll(full);
  expect(kindsIn(answers).filter((one) => among("create", "rename", "delete")([one]))).toEqual([]);
  // Folds are whole lines, for clients that fold nothing else; lenses and hints need no second question.
  expect(holds(answers.folds, "startCharacter")).toBe(false);
  expect(holds([answers.lenses, answers.hints, answers.links], "data")).toBe(false);
  expect(holds(answers, "annotationId") || holds(answers, "changeAnnotations")).toBe(false);
  const may = /^(client\/registerCapability|window\/workDoneProgress\/create|\$\/progress)$/;
  expect([asked].flat().filter((method) => !may.test(String(method)))).toEqual([]);
});
