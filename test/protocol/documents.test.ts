// Documents that are opened, changed and closed in any order and under any address → answers all the same.
import { expect, test } from "vitest";
import { pathOf } from "../../server/serve/uris.ts";
import { valuesOf, type Wire, wire } from "./wire.ts";

const text = 'objective growth "Growth"\nkpi k { measures: growth }\n';
const at = { line: 0, character: 12 };
const use = { line: 1, character: 20 };
/** What lies on the disk is read after a document was closed. */
const patient = { timeout: 15_000 };
const pull = { textDocument: { diagnostic: {} } };

/** The names of the outline of a document. */
async function names(client: Wire, uri: string): Promise<readonly unknown[]> {
  const outline = await client.ask("textDocument/documentSymbol", { textDocument: { uri } });
  return valuesOf(outline, "name");
}

function change(client: Wire, uri: string, version: number, ...contentChanges: unknown[]) {
  return client.tell("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
}

function close(client: Wire, uri: string) {
  return client.tell("textDocument/didClose", { textDocument: { uri } });
}

const same = [
  ["file:///w%20x/%C3%A4.strategy", "file:///w x/ä.strategy"],
  ["file:///w/%C3%A4.strategy", "file:///w/%c3%a4.strategy"],
  ["file:///c%3A/w/a.strategy", "file:///C:/w/a.strategy"],
  ["file:///w/a%2Bb.strategy", "file:///w/a+b.strategy"],
  ["file:///w/a.strategy", "FILE:///w/%61.strategy"],
  ["file:///w/a.strategy", "file://localhost/w/a.strategy"],
] as const;

test.for(same)("%s and %s are the same file", ([one, other]) => {
  expect(pathOf(one)).toBe(pathOf(other));
});

test.for(same)(
  "each of %s and %s is answered with the address that asked",
  async ([one, other]) => {
    const client = await wire({ capabilities: pull });
    await client.open("", text, one);
    await client.open("", text, other);
    for (const uri of [one, other, one]) {
      const params = { textDocument: { uri }, position: use };
      const found = await client.ask("textDocument/definition", params);
      expect(valuesOf(found, "uri")).toEqual([uri]);
      const renamed = await client.ask("textDocument/rename", { ...params, newName: "more" });
      expect(Object.keys(Object(valuesOf(renamed, "changes")[0]))).toEqual([uri]);
    }
  },
);

test("of two addresses of a file the last that was told counts, until it is closed", async () => {
  const client = await wire({ capabilities: pull });
  const [one, other] = [client.uri("ä.strategy"), `${client.uri("")}/ä.strategy`];
  await client.open("", "objective one\n", one);
  await client.open("", "objective other\n", other);
  expect(await names(client, one)).toEqual(["other"]);
  await change(client, one, 2, { text: "objective again\n" });
  expect(await names(client, other)).toEqual(["again"]);
  await close(client, one);
  expect(await names(client, one)).toEqual(["other"]);
  await close(client, other);
  await expect.poll(() => names(client, other), patient).toEqual([]);
});

test("a document is changed and closed under another address than it was opened", async () => {
  const client = await wire({ capabilities: pull });
  const [one, other] = [client.uri("ä.strategy"), `${client.uri("")}/ä.strategy`];
  await client.open("", "objective one\n", one);
  await change(client, other, 2, {
    range: { start: { line: 0, character: 10 }, end: { line: 0, character: 13 } },
    text: "two",
  });
  expect(await names(client, one)).toEqual(["two"]);
  await close(client, other);
  await expect.poll(() => names(client, one), patient).toEqual([]);
});

test("a document that is closed, or was never opened, has no answers but what lies on the disk", async () => {
  const client = await wire({ files: { "a.strategy": text }, capabilities: pull });
  const uri = client.uri("a.strategy");
  expect(await names(client, uri)).toEqual(["growth", "k"]);
  await client.open("a.strategy", "objective unsaved\n");
  expect(await names(client, uri)).toEqual(["unsaved"]);
  await close(client, uri);
  // Asked at once: what is on the disk is being read.
  const asked = client.ask("textDocument/hover", { textDocument: { uri }, position: at });
  await expect(asked).resolves.toBeDefined();
  await close(client, uri);
  await expect.poll(() => names(client, uri), patient).toEqual(["growth", "k"]);
  const nowhere = client.uri("nowhere.strategy");
  await close(client, nowhere);
  expect(await names(client, nowhere)).toEqual([]);
});

test("a document that changes while it is asked about is answered", async () => {
  const client = await wire({ capabilities: pull });
  const uri = client.uri("a.strategy");
  await client.open("a.strategy", text);
  const asked = client.ask("textDocument/hover", { textDocument: { uri }, position: at });
  await change(client, uri, 2, { text: "" });
  const late = client.ask("textDocument/hover", { textDocument: { uri }, position: at });
  await expect(asked).resolves.toBeDefined();
  await expect(late).resolves.toBeNull();
});

test("changes of a document that is not open are let go", async () => {
  const client = await wire({ capabilities: pull });
  const uri = client.uri("a.strategy");
  await change(client, uri, 2, { text });
  expect(await names(client, uri)).toEqual([]);
  await client.open("a.strategy", text);
  expect(await names(client, uri)).toEqual(["growth", "k"]);
});

test("a document may be opened twice and closed twice, and its versions may go back", async () => {
  const client = await wire({ capabilities: pull });
  const uri = client.uri("a.strategy");
  await client.open("a.strategy", text);
  await client.open("a.strategy", "objective second\n");
  expect(await names(client, uri)).toEqual(["second"]);
  await change(client, uri, 9, { text: "objective ninth\n" });
  await change(client, uri, 3, { text: "objective third\n" });
  expect(await names(client, uri)).toEqual(["third"]);
  await close(client, uri);
  await close(client, uri);
  await expect.poll(() => names(client, uri), patient).toEqual([]);
});

test("a range that is turned round or ends far outside is put right", async () => {
  const client = await wire({ capabilities: pull });
  const uri = client.uri("a.strategy");
  await client.open("a.strategy", "objective one\n");
  const [start, end] = [
    { line: 0, character: 13 },
    { line: 0, character: 10 },
  ];
  await change(client, uri, 2, { range: { start, end }, text: "two" });
  expect(await names(client, uri)).toEqual(["two"]);
  const far = { start: { line: -5, character: -5 }, end: { line: 2 ** 31, character: 2 ** 31 } };
  await change(client, uri, 3, { range: far, text: "objective three\n" });
  expect(await names(client, uri)).toEqual(["three"]);
});

test("a change that cannot be made is logged and leaves the text whole", async () => {
  const client = await wire({ capabilities: pull });
  const uri = client.uri("a.strategy");
  await client.open("a.strategy", "objective one\n");
  const good = { text: "objective two\n" };
  for (const bad of [
    null,
    {},
    { text: null },
    { text: "x", range: null },
    { text: "x", range: {} },
  ])
    await change(client, uri, 2, good, bad);
  await client.tell("textDocument/didOpen", { textDocument: { uri, version: 1 } });
  await client.tell("textDocument/didOpen", {});
  expect(await names(client, uri)).toEqual(["one"]);
  await client.heard("window/logMessage");
  await change(client, uri, 3, good);
  expect(await names(client, uri)).toEqual(["two"]);
});

test("an old client names one folder, by its address or by its path", async () => {
  for (const params of [
    { rootUri: null, rootPath: "FOLDER" },
    { rootPath: "FOLDER", workspaceFolders: null, rootUri: undefined },
    { rootUri: "URI", rootPath: "/nowhere" },
    {
      rootUri: "/nowhere",
      workspaceFolders: [{ uri: "URI", name: "w" }, { name: "broken" }, null],
    },
  ]) {
    const files = { "a.strategy": text };
    const client = await wire({
      files,
      paramsIn: (folder, uri) =>
        JSON.parse(
          JSON.stringify(params)
            .replaceAll('"FOLDER"', JSON.stringify(folder))
            .replaceAll("URI", uri),
        ),
    });
    expect(await client.ask("workspace/symbol", { query: "growth" })).toHaveLength(1);
  }
});
