// The open work of a model → what is planned beside its budget, and of what kind it is.
import type { Big } from "big.js";
import { memo } from "../../cells/memo.ts";
import { isAligned, openWork } from "../../model/derive/alignment.ts";
import { type Figure, unconvertible } from "../../model/derive/currency.ts";
import { forwardPercent, leastForward, typedWork } from "../../model/derive/forward.ts";
import { amountOf, budgetOf, hasAmount, sumOf, totalAmount } from "../../model/derive/money.ts";
import { horizonOf } from "../../model/derive/schedule.ts";
import { type Entity, unknownIn, written } from "../../model/entity.ts";
import { inheritedChoice } from "../../model/programmes.ts";
import type { Model } from "../../model/universe.ts";
import { apart } from "../../words/amounts.ts";
import { capital } from "../../words/phrases.ts";
import { isSame } from "../difference.ts";
import { sharePercent } from "../head.ts";
import { shownTitle } from "../said.ts";
import { type Scene, sceneOf } from "../scene.ts";
import { factsOf } from "./facts.ts";
import { leastAsked } from "./policy.ts";
import type { BudgetBar, KindBar, MoneyPart } from "./shape.ts";

/** "18M": a budget is written in round figures. */
export function budgetText(scene: Scene, figure: Figure | undefined): string | undefined {
  return scene.amountOf(figure)?.replace(/\.0(?=[MB])/, "");
}

/** What is planned beside what there is. */
export const budgetBarOf: (model: Model) => BudgetBar = memo((model) => {
  const scene = sceneOf(model);
  const planned = totalAmount(model);
  const budget = budgetOf(model);
  const limit = budget && {
    length: budget.amount.toNumber(),
    text: budgetText(scene, budget) ?? "",
  };
  const says = budgetSays(model, limit?.text);
  if (planned === undefined) return { says, unknown: whyUnknown(scene), parts: [], limit };
  const rest = budget?.amount.minus(planned.amount);
  const inWords = (amount: Big, atLeast?: true) =>
    scene.amountOf({ amount, currency: undefined, ...(atLeast && { atLeast }) });
  return {
    says,
    parts: alignmentParts(scene, planned),
    limit,
    left: rest?.gt(0) ? `${planned.atLeast ? "at most " : ""}${inWords(rest)} left` : undefined,
    over: rest?.lt(0) ? `${inWords(rest.times(-1), planned.atLeast)} over` : undefined,
  };
}, isSame);

function budgetSays(model: Model, text: string | undefined): string {
  const { strategy } = model;
  if (text !== undefined)
    return horizonOf(model)?.end === undefined ? text : `${text} for the horizon`;
  if (strategy === undefined || !written(strategy, "budget")) return "No budget is written";
  return unknownIn(strategy, "budget")
    ? "The budget is not clear"
    : "The budget cannot be converted";
}

const alignments = [
  ["aligned", "aligned"],
  ["unaligned", "not aligned"],
  ["unclear", "not clear what it supports"],
] as const;

/** How open work is aligned: `unclear` where what it supports is not understood. */
export function alignmentKey(model: Model, work: Entity): (typeof alignments)[number][0] {
  const is = isAligned(model.universe, work);
  return is === undefined ? "unclear" : is ? "aligned" : "unaligned";
}

function alignmentParts(scene: Scene, planned: Figure): readonly MoneyPart[] {
  const groups = Map.groupBy(openWork(scene.model), (work) => alignmentKey(scene.model, work));
  return alignments.flatMap(([key, label]) => partOf(scene, key, label, groups.get(key), planned));
}

const kinds = ["transform", "grow", "improve", "run"];

/** Of what kind the planned work is. */
export const kindBarOf: (model: Model) => KindBar = memo((model) => {
  const scene = sceneOf(model);
  const planned = totalAmount(model);
  if (planned === undefined) return { says: "not known", parts: [] };
  const groups = Map.groupBy(openWork(model), (work) => typeKey(model, work));
  const parts = [...kinds, "none"].flatMap((key) =>
    partOf(scene, key, key === "none" ? "No type" : capital(key), groups.get(key), planned),
  );
  return { says: `share of ${scene.amountOf(planned)}`, parts, ...policyOf(model) };
}, isSame);

function typeKey(model: Model, work: Entity): string {
  const type = inheritedChoice(model.universe, work, "type");
  return type !== undefined && kinds.includes(type) ? type : "none";
}

/** What the policy on work that only keeps things running says of decided work with a type. */
function policyOf(model: Model): Pick<KindBar, "policy" | "wrong"> {
  const least = leastAsked(model, "reactive-portfolio", leastForward);
  const typed = typedWork(model);
  const percent = forwardPercent(model, typed);
  if (least === undefined || percent === undefined) return {};
  const [has, asked] = apart(percent, percent.times(0).plus(least), "percent");
  const among = new Set(typed);
  const isAll = openWork(model).every((one) => among.has(one) || !isPaid(model, one));
  const of = isAll ? "" : " of decided work with a type";
  return {
    policy: `Grow, transform and improve: ${has}%${of}, policy at least ${asked}%`,
    wrong: percent.lt(least) || undefined,
  };
}

function isPaid(model: Model, work: Entity): boolean {
  return hasAmount(model.universe, work) && !amountOf(model.universe, work)?.amount.eq(0);
}

function partOf(
  scene: Scene,
  key: string,
  label: string,
  work: readonly Entity[] = [],
  whole: Figure,
): readonly MoneyPart[] {
  const sum = sumOf(scene.model, work);
  if (sum === undefined || sum.amount.eq(0)) return [];
  const { all } = scene;
  return [
    {
      key,
      label,
      amount: scene.amountOf(sum) ?? "–",
      share: sharePercent(sum.amount.div(whole.amount).toNumber()),
      length: sum.amount.toNumber(),
      facts: factsOf(
        scene,
        work
          .filter((one) => hasAmount(all, one))
          .map((one) => ({ title: shownTitle(all, one), figure: amountOf(all, one) })),
      ),
    },
  ];
}

/** "What is planned is not known: the amount of CRM cannot be counted" */
function whyUnknown({ model, all }: Scene): string {
  const codes = new Set(unconvertible(model).flatMap(({ value }) => value.currency ?? []));
  const start = "What is planned is not known";
  if (codes.size > 0) return `${start}: there is no rate for ${[...codes].join(", ")}`;
  const unclear = openWork(model).filter(
    (one) => hasAmount(all, one) && amountOf(all, one) === undefined,
  );
  const [first] = unclear;
  if (first === undefined) return start;
  const more = unclear.length > 1 ? ` and of ${unclear.length - 1} more` : "";
  return `${start}: the amount of ${shownTitle(all, first)}${more} is not clear`;
}
