// What open work costs → a table by head and fiscal year, in which each cell is a sum that says what it is of.

import type { Big } from "big.js";
import { cost as costEntry } from "../../../grammar/kinds/fields.ts";
import { folded } from "../../cells/folded.ts";
import { memo, memoIn } from "../../cells/memo.ts";
import { monthName } from "../../model/days.ts";
import { costParts, headsOutOfTime } from "../../model/derive/cost.ts";
import { isCountedOpen } from "../../model/derive/money.ts";
import { gatheredTakings, takingsOf } from "../../model/derive/takings.ts";
import type { Entity } from "../../model/entity.ts";
import { outline } from "../../model/outline.ts";
import type { Model } from "../../model/universe.ts";
import { capital } from "../../words/phrases.ts";
import { isSame } from "../difference.ts";
import { shownTitle, yearInWords } from "../said.ts";
import { type Scene, sceneOf } from "../scene.ts";
import { type Addend, factsOf, sumOfAddends, sumText } from "./facts.ts";
import { contingencyPercent, keptOf } from "./kept.ts";
import type { CostCell, CostRow, CostTable } from "./shape.ts";
import { planWorth, type Worth } from "./worth.ts";

/** What some work pays under a head in a year; without an amount it cannot be placed in time. */
interface Paid {
  readonly title: string;
  readonly head: string;
  readonly year: string | undefined;
  readonly amount: Big | undefined;
}

/** The heads in the order in which people read them, what is kept for surprises last. */
const heads = (costEntry.block ?? []).map(({ name }) => name);

const paidBy: (model: Model, work: Entity) => readonly Paid[] = memoIn((model, work) => {
  const all = model.universe;
  const title = shownTitle(all, work);
  const parts = costParts(all, work) ?? [];
  const out = headsOutOfTime(all, work).map((head) => ({
    title,
    head,
    year: undefined,
    amount: undefined,
  }));
  return [...parts.map(({ head, year, amount }) => ({ title, head, year, amount })), ...out];
}, isSamePaid);

/** All that open work pays: of an edit that moves no money nothing is added up again. */
const allPaid = folded<Model, readonly Paid[]>(
  (model, chunk) => {
    const found = outline(chunk).entities.flatMap((one) =>
      one.sure && one.kind === "initiative" && isCountedOpen(model, one) ? paidBy(model, one) : [],
    );
    return found.length === 0 ? undefined : found;
  },
  (parts) => parts.flat(),
  isSamePaid,
);

function isSamePaid(a: readonly Paid[], b: readonly Paid[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, at) => {
      const other = b[at];
      if (one === other) return true;
      if (other === undefined || one.head !== other.head || one.year !== other.year) return false;
      if (one.title !== other.title) return false;
      return one.amount && other.amount ? one.amount.eq(other.amount) : one.amount === other.amount;
    })
  );
}

const manyYears = 5;
const noDates = "No dates";

type Sum = Addend["figure"];

/** A head with its sum in each column, which is missing where nothing is paid. */
interface HeadSums {
  readonly head: string;
  readonly columns: readonly (readonly [sum: Sum, paid: readonly Paid[]] | undefined)[];
  readonly sum: Sum;
}

interface CostSums {
  readonly labels: readonly string[];
  readonly rows: readonly HeadSums[];
  readonly sum: Sum;
}

/** Each amount is added once, to its cell; all other sums are sums of cells. */
const costSums: (model: Model) => CostSums = memo((model) => {
  const paid = allPaid(model) ?? [];
  const { columns, labels } = columnsOf(model, paid);
  const byHead = Map.groupBy(paid, ({ head }) => head);
  const rows = heads.flatMap((head): readonly HeadSums[] => {
    const own = byHead.get(head);
    if (own === undefined) return [];
    const byColumn = Map.groupBy(own, ({ year }) => columns.get(year ?? noDates) ?? 0);
    const cells = labels.map((_, at) => {
      const here = byColumn.get(at);
      return here && ([sumOfPaid(here), here] as const);
    });
    return [
      {
        head,
        columns: cells,
        sum: sumOfSums(cells.flatMap((cell) => (cell === undefined ? [] : [cell[0]]))),
      },
    ];
  });
  return { labels, rows, sum: sumOfSums(rows.map(({ sum }) => sum)) };
});

/** Cost by head and fiscal year; every sum is exact, and rounded where it is printed. */
export const costTableOf: (model: Model) => CostTable = memo((model) => {
  const scene = sceneOf(model);
  const { labels, rows, sum } = costSums(model);
  const unknown = isAnyUnknown(model) ? { atLeast: true as const } : {};
  const kept = keptSum(model);
  return {
    years: labels,
    says: yearsInWords(model),
    none:
      model.fiscal === undefined
        ? "The fiscal year is not clear, so that costs cannot be placed in years"
        : "No open work has a cost that is known",
    rows: rows.map((row) => rowOf(scene, row)),
    sums: labels.map((_, at) => sumOfColumn(scene, rows, at)),
    total: sumText(scene, sum && { ...sum, ...unknown }),
    kept: keptOf(model, kept && { ...kept, ...unknown }, sum),
    notes: notesOf(scene),
  };
}, isSame);

function keptSum(model: Model): Sum {
  return costSums(model).rows.find(({ head }) => head === "contingency")?.sum;
}

/** What open work keeps for surprises, in percent of all its other costs; undefined where these are not known. */
export function keptPercent(model: Model): Big | undefined {
  if (isAnyUnknown(model)) return undefined;
  return contingencyPercent(keptSum(model), costSums(model).sum);
}

function rowOf(scene: Scene, { head, columns, sum }: HeadSums): CostRow {
  return {
    head,
    title: capital(head),
    cells: columns.map((cell) => (cell === undefined ? null : cellOf(scene, cell[0], cell[1]))),
    total: sumText(scene, sum),
    length: sum?.amount.toNumber() ?? 0,
  };
}

function cellOf(scene: Scene, sum: Sum, paid: readonly Paid[]): CostCell {
  const byTitle = Map.groupBy(paid, ({ title }) => title);
  const addends = [...byTitle].map(([title, own]): Addend => {
    const [only, ...others] = own;
    const amount = others.length === 0 ? only?.amount : undefined;
    return { title, figure: amount ? { amount } : sumOfPaid(own) };
  });
  return {
    text: sumText(scene, sum),
    length: sum?.amount.toNumber() ?? 0,
    facts: factsOf(scene, addends),
  };
}

/** What all heads take in a year: its card says which. */
function sumOfColumn(scene: Scene, rows: readonly HeadSums[], at: number): CostCell | null {
  const addends = rows.flatMap(({ head, columns }): readonly Addend[] => {
    const cell = columns[at];
    return cell === undefined ? [] : [{ title: capital(head), figure: cell[0] }];
  });
  if (addends.length === 0) return null;
  const sum = sumOfAddends(addends);
  return {
    text: sumText(scene, sum),
    length: sum?.amount.toNumber() ?? 0,
    facts: factsOf(scene, addends),
  };
}

function sumOfSums(sums: readonly Sum[]): Sum {
  return sumOfAddends(sums.map((figure) => ({ title: "", figure })));
}

function sumOfPaid(paid: readonly Paid[]): Sum {
  return sumOfAddends(paid.map(({ title, amount }) => ({ title, figure: amount && { amount } })));
}

/** The years in their order, the last of many as one; then what has no dates. */
function columnsOf(
  model: Model,
  paid: readonly Paid[],
): { columns: ReadonlyMap<string, number>; labels: readonly string[] } {
  const years = [...new Set(paid.flatMap(({ year }) => year ?? []))].sort();
  const own = years.length > manyYears ? years.slice(0, manyYears - 1) : years;
  const later = years.slice(own.length);
  const labels = own.map((year) => yearName(model, year));
  const columns = new Map(own.map((year, at) => [year, at]));
  for (const year of later) columns.set(year, labels.length);
  if (later.length > 0) labels.push(`${yearName(model, later[0] ?? "")} and later`);
  if (paid.some(({ year }) => year === undefined)) {
    columns.set(noDates, labels.length);
    labels.push(noDates);
  }
  return { columns, labels };
}

function yearName({ fiscal }: Model, year: string): string {
  return yearInWords(year, fiscal === undefined || fiscal.month === 1);
}

function yearsInWords({ fiscal }: Model): string {
  if (fiscal === undefined) return "the fiscal year is not clear";
  if (fiscal.month === 1) return "the fiscal year is the calendar year";
  return `the fiscal year starts in ${monthName(fiscal.month)}`;
}

/** Whether what some of it costs is written and not understood. */
function isAnyUnknown(model: Model): boolean {
  return planWorth(model).some(({ cost }) => cost && cost.of === undefined);
}

/** What is not in the table, and why. */
function notesOf(scene: Scene): readonly string[] {
  const work = planWorth(scene.model);
  const unknown = work.filter(({ cost }) => cost && cost.of === undefined);
  const bare = work.filter(({ amount, cost }) => amount?.of && cost === undefined);
  const bareSum = takingsOf(gatheredTakings(bare)).amount;
  const notes: string[] = [];
  if (unknown.length > 0)
    notes.push(`${namesOf(unknown)}: what it costs is not clear, and not in it`);
  if (bareSum?.amount.gt(0))
    notes.push(
      `${namesOf(bare)}: ${sumText(scene, bareSum)} of budget with no cost written, so it is not in it`,
    );
  return notes;
}

function namesOf(work: readonly Worth[]): string {
  const [first, ...more] = work;
  if (first === undefined) return "";
  return more.length === 0 ? first.title : `${first.title} and ${more.length} more`;
}
