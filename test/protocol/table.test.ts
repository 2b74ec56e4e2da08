// Rows and a folder → the text that the server makes of them, with what the project of the folder has already.
import { expect, test } from "vitest";
import { type TableResult, tableRequest } from "../../server/protocol.ts";
import { start } from "../session.ts";

const rows = [
  ["Name", "Owner", "Colour"],
  ["CRM", "Anna", "red"],
];

test("a table for a folder in which nothing is declared gets a frame, for another none", async () => {
  const client = await start({ "plan.strategy": 'strategy acme "Acme"\n\ninitiative crm "Old"\n' });
  const ask = (folder?: string) =>
    client.connection.sendRequest<TableResult>(tableRequest, {
      ...{ file: "plan.csv", rows, currency: "EUR" },
      ...(folder === undefined ? {} : { folder }),
    });
  expect(await ask()).toMatchObject({
    text: expect.stringMatching(/^strategy plan "Plan" \{/),
    declared: 1,
    kept: 1,
    sentence: "1 initiative; 1 value was not understood and stands as a comment.",
  });
  expect(await ask(client.uri("").replace(/\/$/, ""))).toMatchObject({
    text: 'initiative crm-2 "CRM" {\n  owner: anna\n  // Colour: red\n}\n\nrole anna "Anna"\n',
    firstKept: 41,
  });
});

test.each([{}, { rows: 5 }, { file: "x", rows: [["a", 5]], currency: "EUR" }])(
  "asked %j, a sentence",
  async (asked) => {
    const client = await start({});
    expect(await client.connection.sendRequest<TableResult>(tableRequest, asked)).toEqual({
      refused: "This table could not be read. Save it anew as CSV and try again.",
    });
  },
);
