// Figures of a view → cells of its table: the words that are read, what they are sorted by, and the exact figure for programs.
import type { Cell, Table, TableColumn } from "./drawing.ts";
import { dateInWords } from "./time.ts";

/** What stands in a cell of which nothing is known. */
export const unknown = "–";

/** A cell that is more than its words. */
type FactCell = Exclude<Cell, string>;

const nothing: FactCell = { text: unknown, by: Number.NaN };

/** A text, or that there is none. */
export function textCell(text: string | undefined): Cell {
  return text || unknown;
}

export function textOfCell(cell: Cell | undefined): string {
  return typeof cell === "object" ? cell.text : (cell ?? unknown);
}

/** A calendar day: in other words where there are better ones for it. */
export function dayCell(day: string | undefined, text?: string): FactCell {
  if (day === undefined) return nothing;
  return { text: text ?? dateInWords(day), by: day, fact: { is: "day", day } };
}

/** An amount as it is printed, "at least 1.4M", and exactly; without the one the other is not known. */
export function moneyCell(text: string | undefined, exact: string | number | undefined): FactCell {
  if (text === undefined || exact === undefined) return nothing;
  const amount = typeof exact === "number" || /\.\d{3}/.test(exact) ? decimal(exact) : exact;
  return { text, by: Number(amount), fact: { is: "money", amount, atLeast: isLeast(text) } };
}

/** Whether a figure is printed as the least that it can be. */
function isLeast(text: string): true | undefined {
  return text.startsWith("at least ") || undefined;
}

/** A fraction. */
export function shareCell(text: string | undefined, share: number | undefined): FactCell {
  if (text === undefined || share === undefined) return nothing;
  return { text, by: share, fact: { is: "share", share } };
}

export function numberCell(number: number | undefined, text?: string): FactCell {
  if (number === undefined) return nothing;
  const shown = text ?? String(number);
  return { text: shown, by: number, fact: { is: "number", number, atLeast: isLeast(shown) } };
}

/** An amount to the cent, without an exponent. */
function decimal(exact: string | number): string {
  const amount = Number(exact);
  return amount < 1e21 ? amount.toFixed(2).replace(/\.?0+$/, "") : BigInt(amount).toString();
}

/** What stands over a column: an amount has its currency there. */
export function headWords({ currency }: Table, { head, is }: TableColumn): string {
  return is === "money" && currency !== undefined ? `${head}, ${currency}` : head;
}
