// The bytes of an XLSX workbook → the rows of its sheets, with dates in ISO form and plain decimals.
import { strFromU8, strToU8, type Unzipped, unzipSync, zipSync } from "fflate";
import readXlsxFile from "read-excel-file/universal";
import type { FileRows, SheetRows } from "./read-rows.ts";

/** So much text of a workbook is unpacked; what says that it has more is not touched. */
const mostUnpacked = 100_000_000;
/** A cell that says something beyond these belongs to no plan. */
const mostRow = 20_100;
const mostColumn = 512;

/** Whether bytes are those of an archive, as workbooks are. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** Reads all sheets that have rows. */
export async function readWorkbook(bytes: Uint8Array, name: string): Promise<FileRows> {
  const files = unpacked(bytes);
  if (files === "large")
    return { refused: `${name} unpacks to more than 100 MB. Save only the sheet with the plan.` };
  if (files === undefined || !Object.hasOwn(files, "xl/workbook.xml"))
    return {
      refused: `${name} is no Excel Workbook (.xlsx) that can be read. Open it in a spreadsheet, save it as XLSX or CSV, and use that file.`,
    };
  const lean = new Map<string, Uint8Array>();
  for (const [path, content] of Object.entries(files)) {
    const isSheet = /^xl\/worksheets\/[^/]+\.xml$/.test(path);
    const sheet = isSheet ? withoutEmpty(strFromU8(content)) : undefined;
    if (sheet !== undefined && reachesTooFar(sheet))
      return {
        refused: `A sheet of ${name} has something below row ${mostRow.toLocaleString("en-US")}, or right of column ${mostColumn}. Copy the plan into a workbook of its own.`,
      };
    lean.set(path, sheet === undefined ? content : strToU8(sheet));
  }
  try {
    const packed = zipSync(Object.fromEntries(lean), { level: 0 });
    const sheets = await readXlsxFile(packed.slice().buffer, { trim: false, parseNumber: plain });
    const found = sheets.flatMap(({ sheet, data }): SheetRows[] => {
      const rows = data.map((row) => row.map(textOf));
      return rows.length === 0 ? [] : [{ name: sheet, rows }];
    });
    if (found.length === 0) return { refused: `There are no rows in ${name}.` };
    return { sheets: found, decimal: "." };
  } catch {
    return {
      refused: `${name} cannot be read as a workbook. Open it in a spreadsheet, save it anew as XLSX or CSV, and use that file.`,
    };
  }
}

/** The parts of a workbook that its rows are read from. */
function unpacked(bytes: Uint8Array): Unzipped | "large" | undefined {
  let size = 0;
  let isLarge = false;
  try {
    const files = unzipSync(bytes, {
      filter: (file) => {
        if (
          !/\.(?:xml|rels)$/.test(file.name) ||
          /^xl\/(?:media|drawings|theme|charts)\//.test(file.name)
        )
          return false;
        size += file.originalSize;
        isLarge ||= size > mostUnpacked;
        return !isLarge;
      },
    });
    return isLarge ? "large" : files;
  } catch {
    return undefined;
  }
}

/** A sheet without cells that are only coloured, of which some have a million. No tag is looked for beyond the next one. */
function withoutEmpty(xml: string): string {
  return xml
    .replace(/<(?:\w+:)?dimension\b[^<>]*\/>/g, "")
    .replace(/<(?:\w+:)?c\b[^<>]*\/>/g, "")
    .replace(/<((?:\w+:)?c)\b[^<>]*><\/\1>/g, "")
    .replace(/<(?:\w+:)?row\b[^<>]*\/>/g, "")
    .replace(/<((?:\w+:)?row)\b[^<>]*>\s*<\/\1>/g, "");
}

function reachesTooFar(xml: string): boolean {
  for (const [, row] of xml.matchAll(/<(?:\w+:)?row\b[^<>]*?\br="(\d+)"/g))
    if (Number(row) > mostRow) return true;
  for (const [, column = "", row] of xml.matchAll(/<(?:\w+:)?c\b[^<>]*?\br="([A-Za-z]+)(\d+)"/g))
    if (Number(row) > mostRow || columnNumber(column) > mostColumn) return true;
  return false;
}

function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0);
}

/** What a workbook keeps of a number, without the dust behind its fifteenth digit. */
function plain(text: string): string {
  const number = Number(text);
  const exact = String(Number(number.toPrecision(15)));
  return Number.isFinite(number) && !exact.includes("e") ? exact : text;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date)
    return Number.isNaN(value.valueOf()) ? "" : value.toISOString().slice(0, 10);
  return typeof value === "boolean" ? (value ? "yes" : "no") : String(value);
}
