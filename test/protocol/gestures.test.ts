// What is done to a picture, over the protocol → one edit for the versions that were drawn, or a sentence.
import { expect, test } from "vitest";
import { editRequest } from "../../server/protocol.ts";
import { before } from "../session.ts";
import { type Wire, wire } from "./wire.ts";

const crm = 'initiative crm "CRM" {\n  timeline: 2026-Q2 // as agreed\n}\n';
const erp = '// "Größe" 🚀\ninitiative erp "ERP" { timeline: 2026-04-01 .. 2026-06-30 }\n';
const files = { "a.strategy": crm, "b.strategy": erp };
const versions = { workspace: { workspaceEdit: { documentChanges: true } } };

function moved(client: Wire, path: string, text: string, id: string) {
  return {
    type: "dates",
    of: { id, uri: client.uri(path), position: before(text, `${id} "`) },
    was: { start: "2026-04-01", end: "2026-06-30" },
    to: { start: "2026-07-01", end: "2026-09-29" },
  };
}

/** Moves both bars as they were drawn at the start. */
function moveBoth(client: Wire): Promise<unknown> {
  return client.ask(editRequest, {
    textDocument: { uri: client.uri("a.strategy") },
    gestures: [moved(client, "a.strategy", crm, "crm"), moved(client, "b.strategy", erp, "erp")],
  });
}

function replaced(text: string, part: string, newText: string) {
  const start = before(text, part);
  const end = { line: start.line, character: start.character + part.length };
  return { range: { start, end }, newText };
}

const inCrm = [replaced(crm, "2026-Q2", "2026-Q3")];
const inErp = [
  replaced(erp, "2026-04-01", "2026-07-01"),
  replaced(erp, "2026-06-30", "2026-09-29"),
];

test("two bars in two files are one edit, for the version that is open", async () => {
  const client = await wire({ files, capabilities: versions });
  await client.open("b.strategy", erp);
  expect(await moveBoth(client)).toEqual({
    edit: {
      documentChanges: [
        { textDocument: { uri: client.uri("a.strategy"), version: null }, edits: inCrm },
        { textDocument: { uri: client.uri("b.strategy"), version: 1 }, edits: inErp },
      ],
    },
  });
});

test("a client that knows no versions gets the changes by file", async () => {
  const client = await wire({ files });
  expect(await moveBoth(client)).toEqual({
    edit: {
      changes: { [client.uri("a.strategy")]: inCrm, [client.uri("b.strategy")]: inErp },
    },
  });
});

test("nothing is changed where one of the texts has moved on", async () => {
  const client = await wire({ files, capabilities: versions });
  await client.open("b.strategy", erp.replace("06-30", "07-31"));
  expect(await moveBoth(client)).toEqual({
    refused: "The text has been changed meanwhile. Look at the new picture and try again.",
  });
});

test("what is no gesture is refused in the same way, and the server goes on", async () => {
  const client = await wire({ files });
  const textDocument = { uri: client.uri("a.strategy") };
  const gestures = [{ ...moved(client, "a.strategy", crm, "crm"), to: { start: "soon" } }];
  expect(await client.ask(editRequest, { textDocument, gestures })).toEqual({
    refused: "The text could not be changed. Try again, or change it in the editor.",
  });
  expect(await moveBoth(client)).toHaveProperty("edit");
});
