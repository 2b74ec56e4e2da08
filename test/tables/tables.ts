// Rows, or lines with `|` between their cells → what a table becomes on a day, held to have no fault.
import { expect } from "vitest";
import { formatText } from "../../grammar/format.ts";
import type { DeclaredName, TableParams, TableText } from "../../server/tables/shape.ts";
import { strategyOfTable } from "../../server/tables/table.ts";
import { diagnosed } from "../diagnosed.ts";

/** The day on which all tables of the tests are read. */
export const tableDay = "2026-11-29";

type Asked = Partial<TableParams> & { readonly declared?: readonly DeclaredName[] };

/** The rows of a table as a person would draw it: a line for each, `|` between cells. */
function drawn(table: string): readonly (readonly string[])[] {
  const lines = table.replace(/^\n|\n *$/g, "").split("\n");
  return lines.map((line) => line.split("|").map((cell) => cell.trim()));
}

/** What a table becomes; fails where there is a fault in it, or another form than the canonical one. */
export function tableOf(
  table: string | readonly (readonly string[])[],
  { declared = [], ...asked }: Asked = {},
): TableText {
  const rows = typeof table === "string" ? drawn(table) : table;
  const params = { file: "plan.csv", rows, currency: "EUR", locale: "en-GB", ...asked };
  const result = strategyOfTable(params, { today: tableDay, declared });
  if ("refused" in result) throw new Error(result.refused);
  if (declared.length === 0) {
    const { findings } = diagnosed({ "plan.strategy": result.text }, { today: tableDay });
    const faults = findings.filter(({ severity }) => severity === "error");
    expect(faults.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  }
  expect(formatText(result.text)).toBe(result.text);
  return result;
}

/** The declarations of a text behind the frame of the plan, without the people at its end. */
export function planIn({ text }: TableText): string {
  const [, plan = text] = /^strategy [^{]*\{[^}]*\}\n\n([\s\S]*)$/.exec(text) ?? [];
  return plan.replace(/(?:^|\n)(?:(?:role|team|stakeholder|technology) .*\n*)+$/, "\n").trimEnd();
}

/** Which field each column became: "Beginn: start". */
export function columnsIn({ columns }: TableText): readonly string[] {
  return columns.map(({ heading, field }) => `${heading}: ${field ?? "a comment"}`);
}
