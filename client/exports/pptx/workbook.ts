// The table behind a chart → the bytes of a workbook, which opens where somebody edits its data.
import { type Part, packed } from "./package.ts";
import { element, escapedXml, xmlFile } from "./xml.ts";

/** A column of dates, and columns of numbers, of which some may be missing. */
export interface ChartTable {
  /** Days since 1 January 1970, each later than the one before. */
  readonly days: readonly number[];
  readonly lines: readonly {
    readonly head: string;
    readonly values: readonly (number | undefined)[];
  }[];
}

/** As the one sheet of the workbook is called, in references to its cells. */
export const sheetName = "Sheet1";

/** The days since 1 January 1970 as a sheet counts them. */
export function serialOf(day: number): number {
  return day + 25_569;
}

/** "B" is the column of the first numbers. */
export function columnName(index: number): string {
  return String.fromCharCode("A".charCodeAt(0) + index);
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const typeOf = (kind: string) =>
  `application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml`;

export function workbookBytes(table: ChartTable): Uint8Array {
  const parts: readonly Part[] = [
    {
      path: "xl/workbook.xml",
      type: typeOf("sheet.main"),
      content: workbookXml,
      relations: [
        { type: "worksheet", to: "xl/worksheets/sheet1.xml" },
        { type: "styles", to: "xl/styles.xml" },
      ],
    },
    { path: "xl/worksheets/sheet1.xml", type: typeOf("worksheet"), content: sheetXml(table) },
    { path: "xl/styles.xml", type: typeOf("styles"), content: stylesXml },
  ];
  return packed(parts, [{ type: "officeDocument", to: "xl/workbook.xml" }]);
}

const workbookXml = xmlFile(
  element(
    "workbook",
    { xmlns: main, "xmlns:r": relations },
    element("sheets", {}, element("sheet", { name: sheetName, sheetId: 1, "r:id": "rId1" })),
  ),
);

/** The second format of a cell is that of a date: 14 is how the reader's country writes one. */
const stylesXml = xmlFile(
  element(
    "styleSheet",
    { xmlns: main },
    element(
      "fonts",
      { count: 1 },
      element("font", {}, element("sz", { val: 11 }), element("name", { val: "Calibri" })),
    ),
    element(
      "fills",
      { count: 2 },
      ["none", "gray125"].map((patternType) =>
        element("fill", {}, element("patternFill", { patternType })),
      ),
    ),
    element(
      "borders",
      { count: 1 },
      element(
        "border",
        {},
        ["left", "right", "top", "bottom", "diagonal"].map((side) => element(side)),
      ),
    ),
    element("cellStyleXfs", { count: 1 }, format(0)),
    element(
      "cellXfs",
      { count: 2 },
      format(0, { xfId: 0 }),
      format(14, { xfId: 0, applyNumberFormat: 1 }),
    ),
    element(
      "cellStyles",
      { count: 1 },
      element("cellStyle", { name: "Normal", xfId: 0, builtinId: 0 }),
    ),
  ),
);

function format(numFmtId: number, more: Readonly<Record<string, number>> = {}): string {
  return element("xf", { numFmtId, fontId: 0, fillId: 0, borderId: 0, ...more });
}

function sheetXml({ days, lines }: ChartTable): string {
  const heads = ["Date", ...lines.map(({ head }) => head)];
  const rows = days.map((day, index) =>
    rowXml(index + 2, [
      numberCell(`A${index + 2}`, serialOf(day), 1),
      ...lines.map(({ values }, column) =>
        numberCell(`${columnName(column + 1)}${index + 2}`, values[index]),
      ),
    ]),
  );
  return xmlFile(
    element(
      "worksheet",
      { xmlns: main },
      element("dimension", { ref: `A1:${columnName(lines.length)}${days.length + 1}` }),
      element("cols", {}, element("col", { min: 1, max: heads.length, width: 14, customWidth: 1 })),
      element(
        "sheetData",
        {},
        rowXml(
          1,
          heads.map((head, column) => textCell(`${columnName(column)}1`, head)),
        ),
        rows,
      ),
    ),
  );
}

function rowXml(number: number, cells: readonly string[]): string {
  return element("row", { r: number }, cells);
}

function textCell(place: string, text: string): string {
  return element(
    "c",
    { r: place, t: "inlineStr" },
    element("is", {}, element("t", {}, escapedXml(text))),
  );
}

function numberCell(place: string, value: number | undefined, style?: number): string {
  return value === undefined
    ? ""
    : element("c", { r: place, s: style }, element("v", {}, String(value)));
}
