// The bytes of a CSV file, in whatever encoding and with whatever sign between its columns → its rows.
import { CsvError, parse } from "csv-parse/browser/esm/sync";
import type { FileRows } from "./read-rows.ts";

/** So many records are read: who asks for a plan has fewer. */
const mostRecords = 20_200;

/** Reads the text of a file as rows; the sign between columns is found in its first lines. */
export function readDelimited(bytes: Uint8Array, name: string): FileRows {
  const whole = decoded(bytes);
  if (whole === undefined)
    return {
      refused: `${name} holds no text. Save the table as CSV or as Excel Workbook (.xlsx).`,
    };
  const said = /^sep=(.)\r?\n/i.exec(whole);
  const text = said === null ? whole : whole.slice(said[0].length);
  const delimiter = said?.[1] ?? delimiterOf(text);
  try {
    const options = {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      to: mostRecords,
    };
    const rows: string[][] = parse(text, options);
    return { sheets: [{ rows }], ...(delimiter === ";" ? { decimal: "," as const } : {}) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const isOpen = error.code === "CSV_QUOTE_NOT_CLOSED";
    const reason = isOpen
      ? "a text that begins with a quotation mark does not end with one"
      : "its rows cannot be told apart";
    return {
      refused: `${name} cannot be read as a table: ${reason}. Save it anew as CSV, and use that file.`,
    };
  }
}

/** The text of some bytes; undefined where they are none. */
function decoded(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const head = bytes.subarray(0, 2000);
  const zeros = [0, 1].map((odd) => head.filter((byte, at) => byte === 0 && at % 2 === odd).length);
  const [even = 0, odd = 0] = zeros;
  if (odd > head.length / 4 && even === 0) return new TextDecoder("utf-16le").decode(bytes);
  if (even > head.length / 4 && odd === 0) return new TextDecoder("utf-16be").decode(bytes);
  if (even + odd > 0) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // What Excel writes in western Europe where it is not told otherwise.
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

const delimiters = [";", "\t", ",", "|"] as const;

/** The sign that parts most of the first lines into the same number of columns. */
function delimiterOf(text: string): string {
  const lines = withoutQuoted(text.slice(0, 100_000))
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== "")
    .slice(0, 40);
  const scored = delimiters.map((sign) => {
    const counts = lines.map((line) => line.split(sign).length - 1);
    const usual = mostFrequent(counts.filter((count) => count > 0));
    const alike = counts.filter((count) => count === usual).length;
    return { sign, score: usual === undefined ? 0 : (alike / lines.length) * 1000 + usual };
  });
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score === 0 ? "," : best.sign;
}

/** A text without what stands in quotation marks. */
function withoutQuoted(text: string): string {
  return text.replace(/"(?:[^"]|"")*"/g, "");
}

function mostFrequent(numbers: readonly number[]): number | undefined {
  const groups = [...Map.groupBy(numbers, (number) => number)];
  return groups.sort(([, a], [, b]) => b.length - a.length)[0]?.[0];
}
