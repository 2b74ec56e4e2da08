// What the status item and the pages about findings ask, over the protocol → figures by project, and an example as an edit.
import { expect, test } from "vitest";
import { report } from "../../client/cli/report.ts";
import { exampleRequest, type SummaryResult, summaryRequest } from "../../server/protocol.ts";
import { department, departmentFiles } from "../department.ts";
import { type Wire, wire } from "./wire.ts";

const versions = { workspace: { workspaceEdit: { documentChanges: true } } };

async function summary(client: Wire, path: string): Promise<SummaryResult> {
  const textDocument = { uri: client.uri(path) };
  return (await client.ask(summaryRequest, { textDocument })) as SummaryResult;
}

test("the aligned share is the one that the check of the command line says", async () => {
  const client = await wire({ files: departmentFiles() });
  const { all, model } = department();
  const { root } = model().project;
  const opened = { base: root, workspace: all.workspace, isPartial: false, models: [model()] };
  const found = await summary(client, "backlog.strategy");
  expect(found?.alignedShare).toBe(report(opened).alignedShare);
  expect(found?.alignedShare).toBeGreaterThan(0.9);
  expect(found).toMatchObject({ title: "Nordwind IT strategy 2026–2028", others: [] });
});

const spent = (title: string, aligned: string) =>
  `strategy s "${title}" {\n  currency: EUR\n}\n\nobjective o "O" {}\n\n` +
  `initiative a "A" {\n  supports: ${aligned}\n  budget: 1M\n}\n\ninitiative b "B" {\n  budget: 3M\n}\n`;

test("of several projects the asked one comes first, and each has its folder and its own figure", async () => {
  const client = await wire({
    files: {
      "north/strategy.config.json": "{}",
      "north/plan.strategy": spent("North", "o"),
      "south/strategy.config.json": "{}",
      "south/plan.strategy": 'role cio "CIO"\n',
      "empty/strategy.config.json": "{}",
    },
  });
  expect(await summary(client, "south/plan.strategy")).toEqual({
    ...{ title: "south", root: client.uri("south"), alignedShare: null },
    others: [{ title: "North", root: client.uri("north"), alignedShare: 0.25 }],
  });
});

test("a document that was never saved stands for itself; of one that is not there nothing is known", async () => {
  const client = await wire({ files: { "plan.strategy": spent("Ours", "o") } });
  await client.open("new", spent("New", "o"), "untitled:Untitled-1");
  const found = await client.ask(summaryRequest, { textDocument: { uri: "untitled:Untitled-1" } });
  expect(found).toMatchObject({ title: "New", root: "untitled:Untitled-1", alignedShare: 0.25 });
  await client.open("other", "theme a\n", "untitled:Untitled-2");
  const other = await client.ask(summaryRequest, { textDocument: { uri: "untitled:Untitled-2" } });
  expect(other).toMatchObject({ title: "Untitled-2", root: "untitled:Untitled-2" });
  expect(await summary(client, "gone.strategy")).toBeNull();
});

test("an example is an edit of the version that is open", async () => {
  const client = await wire({ files: { "plan.strategy": "theme a\n" }, capabilities: versions });
  await client.open("plan.strategy", "theme a\ntheme b\n");
  const textDocument = { uri: client.uri("plan.strategy") };
  expect(await client.ask(exampleRequest, { textDocument, example: "theme b" })).toEqual({
    edit: {
      documentChanges: [
        {
          textDocument: { ...textDocument, version: 1 },
          edits: [
            {
              range: { start: { line: 1, character: 7 }, end: { line: 2, character: 0 } },
              newText: "\n\ntheme b-2\n",
            },
          ],
        },
      ],
    },
  });
});

test("what is no example is refused with a sentence", async () => {
  const client = await wire({ files: { "plan.strategy": "theme a\n" } });
  const textDocument = { uri: client.uri("plan.strategy") };
  for (const example of [5, "initiative {{{", ""])
    expect(await client.ask(exampleRequest, { textDocument, example })).toMatchObject({
      refused: expect.stringMatching(/^(?:Nothing of|The example).*\.$/),
    });
});
