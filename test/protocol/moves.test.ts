// Files that an editor renames to strange names → edits of the texts that name them, which are read back as the same.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { holds, valuesOf, wire } from "./wire.ts";

const kpi = (path: string) => `kpi k "K" {\n  unit: %\n  actuals: ${path}\n}\n`;

test.for(['a "b".csv', "50% größe.csv", "two\nlines.csv", " blanks .csv", "what? #1 [x].csv"])(
  "data that is renamed to %j is found again",
  async (name) => {
    const files = { "plan/a.strategy": kpi('"../k.csv"'), "k.csv": "date,value\n2026-06-30,8\n" };
    const client = await wire({ files: { ...files, [name]: files["k.csv"] } });
    const newUri = pathToFileURL(join(client.folder, name)).href;
    const found = await client.ask("workspace/willRenameFiles", {
      files: [{ oldUri: client.uri("k.csv"), newUri }],
    });
    const [text] = valuesOf(found, "newText");
    await client.open("plan/a.strategy", kpi(String(text)));
    const textDocument = { uri: client.uri("plan/a.strategy") };
    const link = () => client.ask("textDocument/documentLink", { textDocument });
    await expect
      .poll(async () => valuesOf(await link(), "target").map((one) => new URL(String(one)).href), {
        timeout: 15_000,
      })
      .toEqual([newUri]);
  },
);

test("data that is renamed to a name which no text can mean is left to the user", async () => {
  const client = await wire({ files: { "a.strategy": kpi('"k.csv"'), "k.csv": "date,value\n" } });
  const found = await client.ask("workspace/willRenameFiles", {
    files: [{ oldUri: client.uri("k.csv"), newUri: `${client.uri("")}/back%5Cslash.csv` }],
  });
  expect(holds(found, "newText")).toBe(false);
});
