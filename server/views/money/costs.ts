// What open work costs → a table by head and fiscal year, in which each cell is a sum that says what it is of.
import type { Big } from "big.js";
import { cost as costEntry } from "../../../grammar/kinds/fields.ts";
import { folded } from "../../cells/folded.ts";
import { memo, memoIn } from "../../cells/memo.ts";
import { openWork } from "../../model/derive/alignment.ts";
import { costOf, costParts, hasCost, headsOutOfTime } from "../../model/derive/cost.ts";
import { hasAmount, isCountedOpen, sumOf } from "../../model/derive/money.ts";
import type { Entity } from "../../model/entity.ts";
import { outline } from "../../model/outline.ts";
import type { Model } from "../../model/universe.ts";
import { capital } from "../../words/phrases.ts";
import { isSame } from "../difference.ts";
import { shownTitle } from "../said.ts";
import { type Scene, sceneOf } from "../scene.ts";
import { type Addend, factsOf, sumOfAddends } from "./facts.ts";
import { contingencyPercent, keptOf } from "./kept.ts";
import type { CostCell, CostRow, CostTable } from "./shape.ts";

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

/** Cost by head and fiscal year; every sum is exact, and rounded where it is printed. */
export const costTableOf: (model: Model) => CostTable = memo((model) => {
  const scene = sceneOf(model);
  const paid = allPaid(model) ?? [];
  const { columns, labels } = columnsOf(model, paid);
  const byHead = Map.groupBy(paid, ({ head }) => head);
  const rows = heads.flatMap((head) => {
    const own = byHead.get(head);
    return own === undefined ? [] : [rowOf(scene, head, own, columns, labels.length)];
  });
  const byColumn = Map.groupBy(paid, ({ year }) => columns.get(year ?? noDates) ?? 0);
  const unknown = isAnyUnknown(model);
  const total = sumOfPaid(paid);
  return {
    years: labels,
    says: yearsInWords(model),
    rows,
    sums: labels.map((_, at) => cellOf(scene, byColumn.get(at) ?? []) ?? null),
    total:
      (total &&
        scene.amountOf({
          amount: total.amount,
          currency: undefined,
          ...((total.atLeast || unknown) && { atLeast: true }),
        })) ??
      "–",
    kept: keptOf(model, sumOfPaid(byHead.get("contingency") ?? []), total),
    notes: notesOf(scene),
  };
}, isSame);

/** What open work keeps for surprises, in percent of all its other costs; undefined where these are not known. */
export function keptPercent(model: Model): Big | undefined {
  const paid = allPaid(model) ?? [];
  const kept = sumOfPaid(paid.filter(({ head }) => head === "contingency"));
  return isAnyUnknown(model) ? undefined : contingencyPercent(kept, sumOfPaid(paid));
}

function rowOf(
  scene: Scene,
  head: string,
  paid: readonly Paid[],
  columns: ReadonlyMap<string, number>,
  count: number,
): CostRow {
  const byColumn = Map.groupBy(paid, ({ year }) => columns.get(year ?? noDates) ?? 0);
  const total = sumOfPaid(paid);
  return {
    head,
    title: capital(head),
    cells: Array.from({ length: count }, (_, at) => cellOf(scene, byColumn.get(at) ?? []) ?? null),
    total: (total && scene.amountOf({ ...total, currency: undefined })) ?? "–",
    length: total?.amount.toNumber() ?? 0,
  };
}

function cellOf(scene: Scene, paid: readonly Paid[]): CostCell | undefined {
  if (paid.length === 0) return undefined;
  const sum = sumOfPaid(paid);
  const byTitle = Map.groupBy(paid, ({ title }) => title);
  const addends = [...byTitle].map(([title, own]): Addend => ({ title, figure: sumOfPaid(own) }));
  return {
    text: (sum && scene.amountOf({ ...sum, currency: undefined })) ?? "–",
    length: sum?.amount.toNumber() ?? 0,
    facts: factsOf(scene, addends),
  };
}

function sumOfPaid(paid: readonly Paid[]): Addend["figure"] {
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

/** "2027", of a fiscal year "FY27". */
function yearName({ fiscal }: Model, year: string): string {
  return fiscal === undefined || fiscal.month === 1 ? year : `FY${year.slice(2)}`;
}

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

function yearsInWords({ fiscal }: Model): string {
  if (fiscal === undefined) return "the fiscal year is not clear";
  if (fiscal.month === 1) return "the fiscal year is the calendar year";
  return `the fiscal year starts in ${months[fiscal.month - 1]}`;
}

/** Whether what some of it costs is written and not understood. */
function isAnyUnknown(model: Model): boolean {
  const all = model.universe;
  return openWork(model).some((one) => hasCost(all, one) && costOf(all, one) === undefined);
}

/** What is not in the table, and why. */
function notesOf(scene: Scene): readonly string[] {
  const { model, all } = scene;
  const work = openWork(model);
  const unknown = work.filter((one) => hasCost(all, one) && costOf(all, one) === undefined);
  const bare = work.filter((one) => hasAmount(all, one) && !hasCost(all, one));
  const bareSum = sumOf(model, bare);
  const notes: string[] = [];
  if (unknown.length > 0)
    notes.push(`${namesOf(scene, unknown)}: what it costs is not clear, and not in it`);
  if (bareSum?.amount.gt(0))
    notes.push(
      `${namesOf(scene, bare)}: ${scene.amountOf(bareSum)} of budget with no cost written, so it is not in it`,
    );
  return notes;
}

function namesOf({ all }: Scene, work: readonly Entity[]): string {
  const [first, ...more] = work;
  if (first === undefined) return "";
  const title = shownTitle(all, first);
  return more.length === 0 ? title : `${title} and ${more.length} more`;
}
