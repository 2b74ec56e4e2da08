// A seed → any text as the CSV of a KPI, of which must be told what counts, and what does not, by rows that exist.
import assert from "node:assert/strict";
import { diagnose } from "../../server/diagnosis/diagnose.ts";
import { calendarYear } from "../../server/model/calendar.ts";
import { readSeries } from "../../server/model/derive/data.ts";
import { universe } from "../../server/model/universe.ts";
import { views } from "../../server/views/index.ts";
import { viewOf } from "../../server/views/view.ts";
import { workspaceOf } from "../workspace.ts";
import { type Dice, diceOf } from "./material/dice.ts";
import { holds } from "./material/smaller.ts";
import { bytes, change } from "./material/texts.ts";

const plan = `objective o "O" {
  kpi k "K" {
    unit: %
    baseline: 4 on 2026-01
    target: 9 by 2027-01
    actuals: "k.csv"
    actual: 5 on 2026-03-31
  }
}
`;

/** Checks one CSV text, alone and behind a KPI; throws with the smallest one that shows the same. */
export async function run(seed: number): Promise<void> {
  const dice = diceOf(seed);
  await holds(dice.once(6) ? bytes(dice) : table(dice), (text) => {
    const { rows, faultyRows, unreadable } = readSeries(text, calendarYear);
    const count = text.split(/\r\n|\r|\n/).length;
    const lines = [...rows, ...faultyRows].map(({ line }) => line);
    for (const line of lines)
      assert.ok(line >= 2 && line <= count, `line ${line} of ${count} lines`);
    assert.equal(new Set(lines).size, lines.length, "a line is told twice");
    assert.deepEqual(
      faultyRows,
      faultyRows.toSorted((a, b) => a.line - b.line),
      "their order",
    );
    for (const [index, { day }] of rows.entries())
      assert.ok(
        day > (rows[index - 1]?.day ?? Number.NEGATIVE_INFINITY),
        "rows by date, none twice",
      );
    assert.ok(unreadable === undefined || lines.length === 0, "rows of what cannot be read");
    const { models } = universe(workspaceOf({ "plan.strategy": plan, "k.csv": text }));
    for (const model of models.values()) {
      const codes = diagnose(model).map(({ code }) => code);
      assert.equal(codes.includes("unreadable-data"), unreadable !== undefined, "unreadable data");
      if (unreadable === undefined)
        assert.equal(codes.includes("faulty-rows"), faultyRows.length > 0, "faulty rows");
      for (const view of views) viewOf(view, model);
    }
  });
}

const cells = [
  "2026-01", "2026-03-31", "2026-Q1", "2026-H2", "2026", "2026-02-30", "31.03.2026", "2026/03/31", "now",
  "4", "4.2", "-3", "4,2", "1_000", "250k", "1e5", "1e999", "NaN", "40%", "", " ", '""', '"4"', '"a\nb"',
  '"2026-05"', '"', "x\"y", "a\"b\"", "é", "\0", "\ufffd", "date", "value", "__proto__", "99999999999999999999",
]; // biome-ignore format: a list to read across

/** A table as some program or hand might write it, then, half of the time, hurt. */
function table(dice: Dice): string {
  const separator = dice.once(10) ? dice.pick([";", "\t", "|"]) : ",";
  const header = dice.once(10)
    ? dice.pick([
        "date",
        "value,date",
        "Date,Value",
        "date,value,note",
        "note;date;value",
        "",
        "date,value,value",
      ])
    : `date${separator}value`;
  const sound = () =>
    `2026-${`${1 + dice.below(12)}`.padStart(2, "0")}${separator}${dice.below(99)}`;
  const odd = () => dice.many(1 + dice.below(4), () => dice.pick(cells)).join(separator);
  const rows = dice.many(dice.below(20), () => (dice.once(3) ? odd() : sound()));
  const text = [header, ...rows].join(dice.pick(["\n", "\n", "\r\n", "\r", "\n\n"]));
  const marked = (dice.once(8) ? "\ufeff" : "") + text;
  return dice.once(2) ? marked : change(dice, marked);
}
