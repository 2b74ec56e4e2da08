// A view → its table as CSV: RFC 4180 with the mark that spreadsheets need, days as ISO, plain decimals, and no cell that computes.
import { stringify } from "csv-stringify/browser/esm/sync";
import type { Writer } from "./format.ts";
import { type GridCell, gridOf } from "./grid.ts";

export const writeCsv: Writer = async ({ views: [view] }) => {
  if (view === undefined) throw new Error("There is no view to write.");
  const { columns, rows } = gridOf(view);
  const lines = [
    columns.map(({ head }) => harmless(head)),
    ...rows.map(({ entries }) => entries.map(field)),
  ];
  return new TextEncoder().encode(stringify(lines, { bom: true, record_delimiter: "windows" }));
};

function field(entry: GridCell): string {
  switch (entry?.is) {
    case "text":
      return harmless(entry.text);
    case "day":
      return entry.day;
    case "money":
      return entry.amount;
    case "share":
      return decimal(entry.share);
    case "number":
      return decimal(entry.number);
    case undefined:
      return "";
  }
}

/** A text that a spreadsheet would take for a formula has an apostrophe before it, as OWASP asks for. */
function harmless(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}

/** Without an exponent, however small it is. */
function decimal(number: number): string {
  const text = String(number);
  return text.includes("e") ? number.toFixed(20).replace(/\.?0+$/, "") : text;
}
