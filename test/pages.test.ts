// The page behind a finding: it is there, for every code and every client, and nowhere is an address made up.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { globSync } from "tinyglobby";
import { expect, test } from "vitest";
import { type ClientCapabilities, HoverRequest } from "vscode-languageserver/node";
import { diagnose } from "../server/diagnosis/diagnose.ts";
import { pageOf } from "../server/diagnosis/pages.ts";
import { universe } from "../server/model/universe.ts";
import { rules } from "../server/rules/index.ts";
import { abilitiesOf } from "../server/serve/abilities.ts";
import { diagnosticOf } from "../server/serve/convert.ts";
import { corpus } from "./fuzz/material/corpus.ts";
import { before, growth, missing, pulled, pulls, start } from "./session.ts";
import { workspaceOf } from "./workspace.ts";

test("every code that is ever told has its page", () => {
  const codes = new Set(rules.map(({ id }) => id));
  for (const files of corpus)
    for (const model of universe(workspaceOf(files)).models.values())
      for (const { code } of diagnose(model)) codes.add(code);
  expect(codes.size).toBeGreaterThan(rules.length + 10);
  expect([...codes].filter((code) => !existsSync(`docs/${pageOf(code)}`))).toEqual([]);
});

/** A client that can lead from a finding to its page. */
const pages: ClientCapabilities = {
  ...pulls,
  textDocument: { ...pulls.textDocument, diagnostic: { codeDescriptionSupport: true } },
};

test("an editor without pages of its own is sent to those that come with the program", async () => {
  const client = await start({ "a.strategy": missing }, { capabilities: pages });
  const found = await pulled(client, "a.strategy");
  expect(found.length).toBeGreaterThan(2);
  for (const { code, codeDescription } of found) {
    const page = readFileSync(fileURLToPath(codeDescription?.href ?? ""), "utf8");
    expect(page).toMatch(new RegExp(`^# ${code}\\n`));
  }
});

test("an editor that has the pages says where, for findings and for cards", async () => {
  const own = "strategy-page:/";
  const client = await start(
    { "a.strategy": missing, "b.strategy": growth },
    {
      capabilities: {
        ...pages,
        textDocument: { ...pages.textDocument, hover: { contentFormat: ["markdown"] } },
      },
      options: { pages: own },
    },
  );
  await client.open("b.strategy", growth);
  for (const { code, codeDescription } of await pulled(client, "a.strategy"))
    expect(codeDescription?.href).toBe(own + pageOf(`${code}`));
  const card = await client.connection.sendRequest(HoverRequest.type, {
    textDocument: { uri: client.uri("b.strategy") },
    position: before(growth, "growth"),
  });
  expect(card?.contents).toMatchObject({
    value: expect.stringContaining("[Read more](strategy-page:/reference.md#objective)"),
  });
});

test("where there are no pages, none is named", () => {
  const workspace = workspaceOf(missing);
  const [model] = universe(workspace).models.values();
  const [one] = model === undefined ? [] : diagnose(model);
  if (one === undefined) throw new Error("Nothing is found.");
  const client = abilitiesOf({ processId: null, rootUri: null, capabilities: pages });
  const snapshot = { workspace, alone: new Map(), open: new Map() };
  const sight = { snapshot, workspace, client };
  expect(diagnosticOf({ ...sight, pages: undefined }, one)).not.toHaveProperty("codeDescription");
  expect(diagnosticOf({ ...sight, pages: "x:/" }, one)).toHaveProperty("codeDescription");
});

test("no source and no manifest names a place on the web that nobody has made", () => {
  const files = globSync(["{client,server,grammar}/**/*.{ts,tsx}", "package.json"]);
  const addresses = files.flatMap((file) => [
    ...readFileSync(file, "utf8").matchAll(/https?:\/\/[^\s"'`)]*/g),
  ]);
  // Namespaces, this machine, and the addresses that are reserved for examples.
  const namespace =
    /^http:\/\/(?:www\.w3\.org|purl\.org|ns\.adobe\.com|schemas\.(?:openxmlformats\.org|microsoft\.com))\//;
  const here = /^http:\/\/(?:127\.0\.0\.1|localhost|\$\{host)|^https:\/\/example\.(?:org|com)/;
  const isKnown = (address: string) => namespace.test(address) || here.test(address);
  expect(addresses.map(([address]) => address).filter((one) => !isKnown(one))).toEqual([]);
});
