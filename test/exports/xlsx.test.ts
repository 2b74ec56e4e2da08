// Views as a workbook → its parts, and what LibreOffice reads of it where that is installed.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { gridOf } from "../../client/exports/grid.ts";
import type { ViewData } from "../../server/views/shape.ts";
import { allData, dataOf, exported, nastyTitles, roadmapWith } from "./exported.ts";

interface XlsxCell {
  readonly type?: string;
  readonly value: string;
  /** Of its number. */
  readonly format?: string;
}

interface XlsxSheet {
  readonly name: string;
  readonly xml: string;
  readonly rows: readonly (readonly XlsxCell[])[];
}

/** The sheets of a workbook with their cells, each cell at the place that its address says. */
async function sheetsOf(data: readonly ViewData[]): Promise<readonly XlsxSheet[]> {
  const parts = partsOf(await exported(data, "xlsx"));
  const strings = elementsOf(parts["xl/sharedStrings.xml"] ?? "").filter(
    ({ name }) => name === "t",
  );
  const styles = elementsOf(parts["xl/styles.xml"] ?? "");
  const codes = new Map(
    styles.flatMap(({ name, has }) =>
      name === "numFmt" ? [[has.numFmtId ?? "", has.formatCode ?? ""] as const] : [],
    ),
  );
  const formats = styles.filter(({ name }) => name === "xf").map(({ has }) => has.numFmtId);
  const sheets = elementsOf(parts["xl/workbook.xml"] ?? "").filter(({ name }) => name === "sheet");
  return sheets.map(({ has }, at) => {
    const xml = parts[`xl/worksheets/sheet${at + 1}.xml`] ?? "";
    const rows: XlsxCell[][] = [];
    let cell: Readonly<Record<string, string>> = {};
    for (const one of elementsOf(xml)) {
      if (one.name === "c") cell = one.has;
      if (one.name === "row") rows.push([]);
      if (one.name !== "v") continue;
      const column = columnOf(cell.r ?? "");
      const text = cell.t === "s" ? (strings[Number(one.text)]?.text ?? "?") : one.text;
      const format = codes.get(formats[Number(cell.s ?? 0)] ?? "");
      const of = { value: text, ...(cell.t && { type: cell.t }), ...(format && { format }) };
      (rows.at(-1) ?? [])[column] = of;
    }
    return { name: has.name ?? "", xml, rows };
  });
}

/** From 0: "AB12" → 27. */
function columnOf(address: string): number {
  const letters = /^[A-Z]+/.exec(address)?.[0] ?? "";
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function partsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]),
  );
}

interface XmlElement {
  readonly name: string;
  readonly has: Readonly<Record<string, string>>;
  text: string;
}

/** The elements of an XML file, in the order in which they begin; throws where it is none. */
function elementsOf(xml: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const open: XmlElement[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    const one = { name, has: attributes, text: "" };
    found.push(one);
    open.push(one);
  });
  parser.on("text", (text) => {
    const last = open.at(-1);
    if (last) last.text += text;
  });
  parser.on("closetag", () => open.pop());
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml).close();
  return found;
}

const plan = `strategy s "S" { currency: CHF }
  initiative a "A" { timeline: 2026-02 .. 2027 progress: 40% budget: 1234567.89 }
  initiative b "B" { cost { upfront: 2M licences: 100k per year } }
  initiative c "C" {}`;

test("days are days, money is numbers with the currency, shares are percents, and the rest is blank", async () => {
  const [sheet] = await sheetsOf([dataOf("roadmap", plan)]);
  const { columns } = gridOf(dataOf("roadmap", plan));
  const of = (row: number, key: string) =>
    sheet?.rows[row]?.[columns.findIndex((one) => one.key === key)];
  expect(of(1, "title")).toEqual({ type: "s", value: "A" });
  // The days since the last one of 1899.
  expect(of(1, "start")).toEqual({ value: "46054", format: "yyyy-mm-dd" });
  expect(of(1, "amount")).toEqual({ value: "1234567.89", format: '#,##0 "CHF"' });
  expect(of(1, "progress")).toEqual({ value: "0.4", format: "0%" });
  expect(of(2, "amount")).toEqual({ value: "2000000", format: '"at least" #,##0 "CHF"' });
  for (const key of ["start", "progress", "amount"]) expect(of(3, key)).toBeUndefined();
});

test("the head stays, and filters", async () => {
  const [sheet] = await sheetsOf([dataOf("roadmap", plan)]);
  expect(sheet?.xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  expect(sheet?.xml).toContain('<autoFilter ref="A1:AC4"/>');
});

test("of a board the summary comes first, and a sheet a view; of a view it comes last", async () => {
  const sheets = await sheetsOf(allData());
  expect(sheets.map(({ name }) => name)).toEqual([
    ...["Summary", "Roadmap", "Alignment", "Scorecard", "Risks", "Money", "People"],
  ]);
  const said = sheets[0]?.rows.map((row) => row.map(({ value }) => value).join(": "));
  expect(said).toContain("Risks: Sentence: 1 of 19 risks stays above the appetite");
  const one = await sheetsOf([dataOf("risks")]);
  expect(one.map(({ name }) => name)).toEqual(["Risks", "Summary"]);
});

test("each text is a text, and reads as it was", async () => {
  const [sheet] = await sheetsOf([roadmapWith(nastyTitles)]);
  const rows = sheet?.rows.filter((row) => row[2]?.value === "Initiative") ?? [];
  expect(rows.map((row) => row[1]?.value ?? "")).toEqual(
    nastyTitles.map((title) => title.replace("_x0041_", "_x005F_x0041_").replace("\r", "_x000D_")),
  );
  for (const row of rows) if (row[1]) expect(row[1].type).toBe("s");
  expect(sheet?.xml).not.toContain("<f>");
});

test("a text is no longer than a cell, and no day lies before the first", async () => {
  const long = await sheetsOf([roadmapWith(["y".repeat(40_000)])]);
  expect(long[0]?.rows[1]?.[1]?.value.length).toBe(32_767);
  const old = 'initiative a "A" { timeline: 1848-03-01 .. 1848-03-31 }';
  const [sheet] = await sheetsOf([dataOf("roadmap", old)]);
  expect(sheet?.rows[1]?.find((cell) => cell?.value === "1848-03-01")).toEqual({
    type: "s",
    value: "1848-03-01",
  });
});

test("each part that is named is there, and the same views make the same bytes", async () => {
  const bytes = await exported(allData(), "xlsx");
  const parts = partsOf(bytes);
  const names = Object.keys(parts);
  expect(names[0]).toBe("[Content_Types].xml");
  const overrides = elementsOf(parts["[Content_Types].xml"] ?? "").flatMap(({ has }) =>
    has.PartName ? [has.PartName.slice(1)] : [],
  );
  expect(overrides.filter((name) => !names.includes(name))).toEqual([]);
  for (const [name, xml] of Object.entries(parts)) elementsOf(xml.replace(/^\ufeff/, name && ""));
  expect(Buffer.from(await exported(allData(), "xlsx")).equals(bytes)).toBe(true);
  expect(names.some((name) => name.startsWith("docProps"))).toBe(false);
});

const hasOffice = spawnSync("soffice", ["--version"]).status === 0;

test.skipIf(!hasOffice)(
  "LibreOffice opens it, and reads each title as a text",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "strategy-xlsx-"));
    try {
      const file = join(folder, "plan.xlsx");
      writeFileSync(file, await exported([roadmapWith(nastyTitles)], "xlsx"));
      const sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1";
      const home = `-env:UserInstallation=${pathToFileURL(join(folder, "home"))}`;
      execFileSync(
        "soffice",
        [home, "--headless", "--convert-to", sheet, "--outdir", folder, file],
        { stdio: "ignore", timeout: 120_000 },
      );
      const name = readdirSync(folder).find((one) => one.endsWith("-Roadmap.csv")) ?? "";
      const rows: readonly (readonly string[])[] = parse(readFileSync(join(folder, name), "utf8"));
      const titles = rows.filter((row) => row[2] === "Initiative").map((row) => row[1]);
      // Its own file has one way to end a line.
      const lines = (text = "") => text.replace(/\r\n?/g, "\n");
      expect(titles.map(lines)).toEqual(nastyTitles.map(lines));
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  180_000,
);
