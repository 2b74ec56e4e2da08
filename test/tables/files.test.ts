// The bytes of files, as programs of all countries write them → rows, or a sentence that says how to save them.
import { strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { rowsOfFile } from "../../client/tables/file-rows.ts";
import type { FileTables } from "../../client/tables/read-rows.ts";

async function read(bytes: Uint8Array, name = "plan.csv"): Promise<FileTables> {
  const found = await rowsOfFile(bytes, name);
  if ("refused" in found) throw new Error(found.refused);
  return found;
}

const rowsOf = async (text: string) => (await read(strToU8(text))).sheets[0]?.rows;

test.each([
  ["commas", "Name,Größe\nA,1\n"],
  ["semicolons", "Name;Größe\nA;1\n"],
  ["tabs", "Name\tGröße\nA\t1\n"],
  ["Windows line ends", "Name,Größe\r\nA,1\r\n"],
  ["a mark at its start", "\ufeffName,Größe\nA,1\n"],
  ["the line of Excel that names the sign", "sep=;\nName;Größe\nA;1\n"],
  ["quotation marks", '"Name","Größe"\n"A","1"\n'],
])("a file with %s", async (_, text) => {
  expect(await rowsOf(text)).toEqual([
    ["Name", "Größe"],
    ["A", "1"],
  ]);
});

test("signs in quotation marks part no columns, and quotes within a cell stay", async () => {
  const text = 'Name;Notes\n"A, B, C, D";"x ""y""\nz"\nC;5" pipe\n';
  expect(await rowsOf(text)).toEqual([
    ["Name", "Notes"],
    ["A, B, C, D", 'x "y"\nz'],
    ["C", '5" pipe'],
  ]);
});

const utf16 = (text: string) =>
  new Uint8Array(Uint16Array.from([...text], (sign) => sign.charCodeAt(0)).buffer);

test.each([
  ["UTF-16 with a mark", utf16("\ufeffName;Größe\nA;1\n")],
  ["UTF-16 without one", utf16("Name;Größe\nA;1\n")],
  ["Windows-1252", Uint8Array.from([..."Name;Gr\xf6\xdfe\nA;1\n"], (sign) => sign.charCodeAt(0))],
])("a file in %s", async (_, bytes) => {
  expect((await read(bytes)).sheets[0]?.rows[0]).toEqual(["Name", "Größe"]);
});

const day = new Date(Date.UTC(2026, 2, 15));

async function workbook(): Promise<Uint8Array> {
  const cells = [
    [{ value: "Name" }, { value: "Start" }, { value: "Budget" }, { value: "Done" }],
    [
      { value: "  A" },
      { value: day, type: Date, format: "dd.mm.yyyy" },
      { value: 0.1 + 0.2, type: Number },
      { value: true, type: Boolean },
    ],
  ];
  const sheets = [
    { data: [[{ value: "Colours" }]], sheet: "Lists" },
    { data: cells, sheet: "Plan" },
  ];
  return new Uint8Array(await writeXlsxFile(sheets).toBuffer());
}

test("the sheets of a workbook, with dates in ISO form and plain decimals", async () => {
  expect(await read(await workbook(), "plan.xlsx")).toEqual({
    decimal: ".",
    sheets: [
      { name: "Lists", rows: [["Colours"]] },
      {
        name: "Plan",
        rows: [
          ["Name", "Start", "Budget", "Done"],
          ["  A", "2026-03-15", "0.3", "yes"],
        ],
      },
    ],
  });
});

/** The workbook with another text in its second sheet. */
async function changed(change: (sheet: string) => string): Promise<Uint8Array> {
  const files = unzipSync(await workbook());
  const path = "xl/worksheets/sheet2.xml";
  const sheet = new TextDecoder().decode(files[path]);
  return zipSync({ ...files, [path]: strToU8(change(sheet)) });
}

test("cells that are only coloured, however many there are, are no rows", async () => {
  const empty = '<row r="1048576"><c r="XFD1048576" s="1"/></row>';
  const bytes = await changed((sheet) => sheet.replace("</sheetData>", `${empty}</sheetData>`));
  expect((await read(bytes)).sheets[1]?.rows.length).toBe(2);
});

test.each([
  [
    "a cell far away",
    changed((sheet) =>
      sheet.replace(
        "</sheetData>",
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
      ),
    ),
    "A sheet of plan.xlsx has something below row 20,100, or right of column 512. Copy the plan into a workbook of its own.",
  ],
  [
    "an archive that unpacks to very much",
    changed((sheet) => sheet.replace("</sheetData>", `${" ".repeat(101_000_000)}</sheetData>`)),
    "plan.xlsx unpacks to more than 100 MB. Save only the sheet with the plan.",
  ],
  [
    "another archive",
    zipSync({ "content.xml": strToU8("<office/>") }),
    "plan.xlsx is no Excel Workbook (.xlsx) that can be read. Open it in a spreadsheet, save it as XLSX or CSV, and use that file.",
  ],
  [
    "half of a workbook",
    workbook().then((bytes) => bytes.subarray(0, bytes.length / 2)),
    "plan.xlsx is no Excel Workbook (.xlsx) that can be read. Open it in a spreadsheet, save it as XLSX or CSV, and use that file.",
  ],
])("%s is refused", async (_, bytes, says) => {
  await expect(read(await bytes, "plan.xlsx")).rejects.toThrow(says);
});

const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);

test.each([
  [
    "plan.xls",
    old,
    'plan.xls is a workbook of an old Excel. Open it in Excel, choose "Save As" and Excel Workbook (.xlsx), and use that file.',
  ],
  [
    "plan.mpp",
    old,
    'plan.mpp is a file of Microsoft Project. Open it there, choose "Save As" and CSV or Excel Workbook, and use that file.',
  ],
  [
    "plan.xlsx",
    old,
    "plan.xlsx is protected by a password. Open it in Excel, save it without one, and use that file.",
  ],
  [
    "plan.pdf",
    strToU8("%PDF-1.7"),
    "plan.pdf is a PDF. Ask for the table behind it, as Excel Workbook or as CSV.",
  ],
  ["plan.csv", new Uint8Array(0), "plan.csv is empty."],
  [
    "plan.csv",
    Uint8Array.of(1, 0, 0, 2, 0, 0, 3),
    "plan.csv holds no text. Save the table as CSV or as Excel Workbook (.xlsx).",
  ],
  [
    "plan.csv",
    strToU8('a,b\n"x,1\n'),
    "plan.csv cannot be read as a table: a text that begins with a quotation mark does not end with one. Save it anew as CSV, and use that file.",
  ],
  [
    "plan.csv",
    new Uint8Array(20_000_001),
    "plan.csv has more than 20 MB. Save only the sheet with the plan.",
  ],
])("%s is refused with what to do", async (name, bytes, says) => {
  await expect(read(bytes, name)).rejects.toThrow(says);
});
