// The bytes of a file and its name → the tables in it as rows of text, or a sentence that says how to save it.
import { readDelimited } from "./delimited.ts";
import type { FileRows } from "./read-rows.ts";
import { isArchive, readWorkbook } from "./workbook.ts";

/** A file of more bytes is no plan, and would only make its reader wait. */
const mostTableBytes = 20_000_000;

/** Why a file of so many bytes is not read, if it is not: who has its size need not read it to know. */
export function tooLarge(bytes: number, name: string): string | undefined {
  if (bytes <= mostTableBytes) return undefined;
  return `${name} has more than 20 MB. Save only the sheet with the plan.`;
}

/** Reads a file by what it is, whatever its name says. */
export async function rowsOfFile(bytes: Uint8Array, name: string): Promise<FileRows> {
  const large = tooLarge(bytes.length, name);
  if (large !== undefined) return { refused: large };
  if (bytes.every((byte) => byte === 0)) return { refused: `${name} is empty.` };
  const other = otherFormat(bytes, name);
  if (other !== undefined) return { refused: other };
  return isArchive(bytes) ? await readWorkbook(bytes, name) : readDelimited(bytes, name);
}

/** What to do with a file of a program whose own format is not read. */
function otherFormat(bytes: Uint8Array, name: string): string | undefined {
  const starts = (...signs: readonly number[]) => signs.every((sign, at) => bytes[at] === sign);
  const isProject = /\.mpp$/i.test(name);
  if (isProject || starts(0xd0, 0xcf, 0x11, 0xe0)) {
    if (isProject)
      return `${name} is a file of Microsoft Project. Open it there, choose "Save As" and CSV or Excel Workbook, and use that file.`;
    if (/\.xlsx$/i.test(name))
      return `${name} is protected by a password. Open it in Excel, save it without one, and use that file.`;
    return `${name} is a workbook of an old Excel. Open it in Excel, choose "Save As" and Excel Workbook (.xlsx), and use that file.`;
  }
  if (starts(0x25, 0x50, 0x44, 0x46))
    return `${name} is a PDF. Ask for the table behind it, as Excel Workbook or as CSV.`;
  return undefined;
}
