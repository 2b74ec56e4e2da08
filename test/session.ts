// Files → a session of an editor with a real server, and what such sessions ask again and again.
import { afterEach, expect } from "vitest";
import {
  type ClientCapabilities,
  type Diagnostic,
  DocumentDiagnosticRequest,
} from "vscode-languageserver/node";
import { type Client, type ClientOptions, startClient } from "./client.ts";

const config = '{ "today": "2026-11-23" }';
export const pulls: ClientCapabilities = {
  textDocument: {
    diagnostic: {},
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
  workspace: { diagnostics: { refreshSupport: true } },
};
const running = new Set<Client>();

afterEach(async () => {
  for (const client of running) {
    running.delete(client);
    expect(await client.stop()).toBe(0);
  }
});

export async function start(
  files: Readonly<Record<string, string>>,
  options?: ClientOptions,
): Promise<Client> {
  const client = await startClient({ "strategy.config.json": config, ...files }, options);
  running.add(client);
  return client;
}

/** The place just before a text in a document. */
export function before(text: string, part: string) {
  const lines = text.slice(0, text.indexOf(part)).split("\n");
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

export function codes(found: readonly Diagnostic[]): readonly unknown[] {
  return found.map((one) => one.code);
}

export async function pull(client: Client, path: string, previousResultId?: string) {
  return client.connection.sendRequest(DocumentDiagnosticRequest.type, {
    textDocument: { uri: client.uri(path) },
    ...(previousResultId === undefined ? {} : { previousResultId }),
  });
}

export async function pulled(client: Client, path: string): Promise<readonly Diagnostic[]> {
  const report = await pull(client, path);
  return report.kind === "full" ? report.items : [];
}

/** Waits until a document has a diagnostic of this code, or has none, pulling again when told to. */
export async function untilCode(
  client: Client,
  path: string,
  code: string,
  there = true,
): Promise<void> {
  while (codes(await pulled(client, path)).includes(code) !== there)
    await client.next("workspace/diagnostic/refresh");
}

export const missing = 'initiative crm "CRM" {\n  supports: growht\n}\n';
export const growth = 'objective growth "Growth" {\n  owner: cio\n}\n';
