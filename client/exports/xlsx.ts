// Views → a workbook: a sheet a view with typed cells, a head that stays and can be filtered, and a summary of them all.
import writeXlsx, {
  type CellObject,
  type Feature,
  type Row,
  type Sheet as Worksheet,
} from "write-excel-file/universal";
import type { ViewData } from "../../server/views/shape.ts";
import type { Writer } from "./format.ts";
import { type Grid, type GridCell, gridOf, labelOf } from "./grid.ts";
import { repacked } from "./zip.ts";

/** The summary comes first of a board, and last behind a single view, which programs read first. */
export const writeWorkbook: Writer = async ({ title, views }) => {
  const grids = views.map(gridOf);
  const names = sheetNames(grids.map(({ label }) => label));
  const sheets = grids.map((grid, at) => viewSheet(grid, names[at] ?? grid.label));
  const summary = summarySheet(title, views);
  const all = views.length > 1 ? [summary, ...sheets] : [...sheets, summary];
  const written = await writeXlsx(all, { ...font, features: [pageOf] }).toBlob();
  return repacked(new Uint8Array(await written.arrayBuffer()), "[Content_Types].xml", withNames);
};

/** That of Excel, else what the machine has in its place. */
const font = { fontFamily: "Calibri", fontSize: 11 } as const;

const day = "yyyy-mm-dd";

const head = { fontWeight: "bold", backgroundColor: "#E8EEF6", wrap: true } as const;

function viewSheet({ columns, rows, currency }: Grid, sheet: string): Worksheet<Blob> {
  const lines: Row[] = [
    columns.map((column) => ({
      ...{ ...text(column.head), ...head },
      ...(column.is !== "text" && { align: "right" as const }),
    })),
  ];
  for (const { entries } of rows) lines.push(entries.map((entry) => cellOf(entry, currency)));
  return { sheet, data: lines, stickyRowsCount: 1, columns: widthsOf(lines) };
}

function cellOf(entry: GridCell, currency: string | undefined): CellObject | null {
  switch (entry?.is) {
    case "text":
      return text(entry.text);
    case "day":
      return dayCellOf(entry.day);
    case "money": {
      const { amount, atLeast } = entry;
      const code = currency === undefined ? "" : ` ${quoted(currency)}`;
      const format = `${atLeast ? `${quoted("at least")} ` : ""}#,##0${code}`;
      return { value: Number(amount), type: Number, format };
    }
    case "share":
      return { value: entry.share, type: Number, format: "0%" };
    case "number":
      return {
        ...{ value: entry.number, type: Number },
        ...(entry.atLeast && { format: `${quoted("at least")} General` }),
      };
    case undefined:
      return null;
  }
}

/** The first day that all spreadsheets count alike: Excel thinks that 1900 was a leap year. */
const firstDay = "1900-03-01";

function dayCellOf(iso: string): CellObject {
  if (iso < firstDay || iso.length > 10) return text(iso);
  return { value: new Date(`${iso}T00:00:00Z`), type: Date, format: day };
}

/** So many characters fit into a cell. */
const most = 32_767;

/** A cell that is a text, whatever it begins with. */
function text(value: string): CellObject {
  // What looks like the code of a character is read as that character; an end of a line is read as another.
  const literal = value.replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_").replaceAll("\r", "_x000D_");
  const shown = literal.length <= most ? literal : `${literal.slice(0, most - 1)}…`;
  return { value: shown in {} ? `${shown}${mark}` : shown, type: String };
}

/** The library keeps its texts in an object, in which `constructor` is found before it is put there. */
const mark = "\ue000";

/** The parts of the workbook, with the texts as they were before they were marked. */
function withNames(name: string, part: Uint8Array): Uint8Array {
  if (name !== "xl/sharedStrings.xml") return part;
  const texts = new TextDecoder().decode(part);
  const plain = texts.replace(/(?<=>)(\w+)\ue000(?=<)/g, (all, word: string) =>
    word in {} ? word : all,
  );
  return new TextEncoder().encode(plain);
}

/** A text within a format, where only quotes act. */
function quoted(words: string): string {
  return `"${words.replace(/"/g, "")}"`;
}

/** As wide as what stands in the first rows of it. */
function widthsOf(lines: readonly Row[]): { readonly width: number }[] {
  const seen = lines.slice(0, 500);
  return (lines[0] ?? []).map((_, at) => {
    const longest = seen.reduce((all, row) => Math.max(all, lengthOf(row[at])), 8);
    return { width: Math.min(longest, 48) + 2 };
  });
}

function lengthOf(cell: Row[number]): number {
  if (typeof cell !== "object" || cell === null || !("value" in cell)) return 0;
  const { value, type } = cell;
  return type === String ? String(value).length : "format" in cell ? 12 : 6;
}

/** As spreadsheets allow them, and each once. */
function sheetNames(labels: readonly string[]): readonly string[] {
  const taken = new Set([summaryName.toLowerCase(), "history"]);
  return labels.map((label) => {
    const plain =
      label
        .replace(/[[\]:*?/\\]/g, " ")
        .replace(/^'+|'+$/g, "")
        .trim() || "View";
    for (let number = 1; ; number += 1) {
      const end = number === 1 ? "" : ` ${number}`;
      const name = `${plain.slice(0, 31 - end.length).trim()}${end}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

const summaryName = "Summary";

/** What each view says in a sentence, and its figures. */
function summarySheet(title: string, views: readonly ViewData[]): Worksheet<Blob> {
  const [first] = views;
  const line = (view: string, what: string, value: CellObject): Row => [
    text(view),
    text(what),
    value,
  ];
  const data: Row[] = [
    ["View", "What", "Value"].map((word) => ({ ...text(word), ...head })),
    line("", "Title", text(title)),
    ...(first ? [line("", "As of", { ...dayCellOf(first.today), align: "left" })] : []),
    ...(first?.currency ? [line("", "Currency", text(first.currency))] : []),
    ...views.flatMap((view) => [
      line(labelOf(view), "Sentence", text(view.sentence)),
      ...view.figures.flatMap(({ value, label }) =>
        value === "" ? [] : [line(labelOf(view), label, text(value))],
      ),
    ]),
  ];
  return { sheet: summaryName, data, stickyRowsCount: 1, columns: widthsOf(data) };
}

/** More of them beside each other nobody can read on paper. */
const columnsOfPage = 14;

/** What the library has no words for: a button over each column that filters its rows, and few pages beside each other. */
const pageOf: Feature<Blob> = {
  files: {
    transform: {
      "xl/worksheets/sheet{id}.xml": {
        transform: (xml) => {
          const heads = xml.match(/ r="[A-Z]+1"/g) ?? [];
          const end = /[A-Z]+/.exec(heads.at(-1) ?? "")?.[0];
          const last = /\d+/.exec(xml.slice(xml.lastIndexOf('<row r="')))?.[0];
          const wide = Math.ceil(heads.length / columnsOfPage);
          const paper = `<pageSetup orientation="landscape" fitToWidth="${wide}" fitToHeight="0"/>`;
          return xml
            .replace("<sheetViews>", '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>$&')
            .replace("</sheetData>", `$&<autoFilter ref="A1:${end}${last}"/>${paper}`);
        },
      },
    },
  },
};
