// Colours asked for in many documents → of the last ones what has changed, of the others all of it.
import { expect, test } from "vitest";
import { SemanticTokensDeltaRequest, SemanticTokensRequest } from "vscode-languageserver/node";
import { growth, start } from "../session.ts";

test("what was told of documents that are long out of sight is forgotten", async () => {
  const names = Array.from({ length: 101 }, (_, index) => `${index}.strategy`);
  const client = await start(Object.fromEntries(names.map((name) => [name, growth])), {
    capabilities: {
      textDocument: {
        semanticTokens: {
          requests: { full: { delta: true } },
          tokenTypes: ["class", "property", "enumMember"],
          tokenModifiers: ["declaration"],
          formats: ["relative"],
        },
      },
    },
  });
  const ids = new Map<string, string>();
  for (const name of names) {
    const textDocument = { uri: client.uri(name) };
    const all = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
    ids.set(name, all?.resultId ?? "");
  }
  const again = async (name: string) => {
    const previousResultId = ids.get(name) ?? "";
    const params = { textDocument: { uri: client.uri(name) }, previousResultId };
    return client.connection.sendRequest(SemanticTokensDeltaRequest.type, params);
  };
  expect(await again("100.strategy")).toMatchObject({ edits: [] });
  expect(await again("0.strategy")).toHaveProperty("data");
});
