// An editor that asks for everything about nasty texts → answers in which nothing steers, hides or turns, with Markdown or without.
import { expect, test } from "vitest";
import {
  type ClientCapabilities,
  CodeLensRequest,
  CompletionRequest,
  CompletionResolveRequest,
  DocumentSymbolRequest,
  HoverRequest,
  InlayHintRequest,
  RenameRequest,
  TypeHierarchyPrepareRequest,
  WorkspaceSymbolRequest,
} from "vscode-languageserver/node";
import { before, pulls, start } from "../session.ts";
import { quoted } from "./nasty.ts";
import { hidden } from "./rendered.ts";

const text = "\u001b[2J\u202eone\ntwo ![x](https://evil.example) `c` **b**\u0000";
const plan = `strategy plan ${quoted(text)} {
  horizon: 2026 .. 2027
}

objective goal ${quoted(text)} {
  owner: head
}

initiative crm ${quoted(text)} {
  supports: goal
  owner: head
  timeline: 2026 .. 2027
  depends-on: erp
}

initiative erp ${quoted("x".repeat(10_000))} {
  supports: goal
}

role head ${quoted(text)} {
  holder: ${quoted(text)}
}
`;

/** All that an answer shows: not what is written into the text, searched in, or sent back. */
function shown(answer: unknown, key = ""): readonly string[] {
  if (/^(?:newText|insertText|filterText|sortText|uri|targetUri|data|edit)$/.test(key)) return [];
  if (typeof answer === "string") return [answer];
  if (typeof answer !== "object" || answer === null) return [];
  return Object.entries(answer).flatMap(([name, value]) => shown(value, name));
}

async function answers(capabilities: ClientCapabilities): Promise<readonly unknown[]> {
  const client = await start({ "plan.strategy": plan }, { capabilities });
  await client.open("plan.strategy", plan);
  const textDocument = { uri: client.uri("plan.strategy") };
  const at = (part: string) => ({ textDocument, position: before(plan, part) });
  const { connection } = client;
  const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const completions = await connection.sendRequest(CompletionRequest.type, at("erp\n}"));
  const items = Array.isArray(completions) ? completions : (completions?.items ?? []);
  const [first] = items.filter(({ label }) => label === "crm" || label === "erp");
  return [
    await connection.sendRequest(HoverRequest.type, at("crm")),
    await connection.sendRequest(HoverRequest.type, at("erp ")),
    await connection.sendRequest(HoverRequest.type, at("head\n}")),
    completions,
    first && (await connection.sendRequest(CompletionResolveRequest.type, first)),
    await connection.sendRequest(DocumentSymbolRequest.type, { textDocument }),
    await connection.sendRequest(WorkspaceSymbolRequest.type, { query: "" }),
    await connection.sendRequest(InlayHintRequest.type, { textDocument, range }),
    await connection.sendRequest(CodeLensRequest.type, { textDocument }),
    await connection.sendRequest(TypeHierarchyPrepareRequest.type, at("goal")),
    await connection
      .sendRequest(RenameRequest.type, { ...at("crm"), newName: text })
      .catch((error: unknown) => String(error)),
  ];
}

const rich: ClientCapabilities = {
  ...pulls,
  textDocument: {
    ...pulls.textDocument,
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ["markdown", "plaintext"] },
    completion: {
      completionItem: { labelDetailsSupport: true, documentationFormat: ["markdown"] },
    },
  },
};

test.each([
  ["with Markdown", rich],
  ["without Markdown", pulls],
])(
  "%s nothing that is shown steers, hides or turns, or goes on and on",
  async (_, capabilities) => {
    const all = await answers(capabilities);
    expect(all.every((one) => one !== null && one !== undefined)).toBe(true);
    const texts = all.flatMap((one) => shown(one));
    expect(texts.filter((one) => hidden.test(one))).toEqual([]);
    expect(texts.filter((one) => one.includes("one two")).length).toBeGreaterThan(5);
    expect(texts.filter((one) => one.length > 3_000)).toEqual([]);
  },
);

const plainly: ClientCapabilities = {
  ...pulls,
  textDocument: { ...pulls.textDocument, hover: { contentFormat: ["plaintext"] } },
};

test("without Markdown a hover has the same words and no marks", async () => {
  const [markdown] = (await answers(rich)).flatMap((one) => shown(one)).slice(1);
  const [plain] = (await answers(plainly)).flatMap((one) => shown(one)).slice(1);
  expect(markdown).toMatch(/^\*\*\\\\u\\\{1b.*one two !\\\[x\\\].*\*\* · initiative `crm`\n/s);
  expect(plain).toMatch(
    /^\\u\{1b\}\[2J\\u\{202e\}one two !\[x\]\(https:\/\/evil\.example\) `c` \*\*b\*\*.* · initiative crm\n/s,
  );
});
