// A view → JSON for other programs: its sentence, its figures, and its table with typed cells.
import { disarmedJson } from "../../server/words/disarmed.ts";
import type { Writer } from "./format.ts";
import { type GridCell, gridOf } from "./grid.ts";

/** Described in docs/exports.md; what is not known is null. */
export const writeJson: Writer = async ({ views: [view] }) => {
  if (view === undefined) throw new Error("There is no view to write.");
  const { columns, rows } = gridOf(view);
  const { currency = null } = view;
  const whole = {
    version: 1,
    view: view.view,
    title: view.title,
    sentence: view.sentence,
    today: view.today,
    currency,
    figures: view.figures.map(({ value, label, counts }) => ({
      value: value || null,
      label,
      ...(counts && { counts }),
    })),
    columns: columns.map(({ key, head, is }) => ({ key, head, is })),
    rows: rows.map(({ id, entries }) =>
      Object.fromEntries([
        ["id", id],
        ...columns.map(({ key }, at) => [key, plain(entries[at], currency)]),
      ]),
    ),
  };
  return new TextEncoder().encode(`${disarmedJson(whole)}\n`);
};

function plain(entry: GridCell, currency: string | null): unknown {
  switch (entry?.is) {
    case "text":
      return entry.text;
    case "day":
      return entry.day;
    case "money": {
      const { amount, atLeast } = entry;
      return { amount, currency, ...(atLeast && { atLeast }) };
    }
    case "share":
      return entry.share;
    case "number":
      return entry.number;
    case undefined:
      return null;
  }
}
