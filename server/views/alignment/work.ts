// An initiative of the model → its row, and what it adds to the money of its column.
import { isSameList } from "../../cells/contributions.ts";
import { collected } from "../../cells/folded.ts";
import { indexed } from "../../cells/indexed.ts";
import { memoIn } from "../../cells/memo.ts";
import { isAligned, supportOf } from "../../model/derive/alignment.ts";
import { currencyOf, type Figure } from "../../model/derive/currency.ts";
import {
  added,
  isCountedOpen,
  isSameTotal,
  isSumUnclear,
  type Total,
} from "../../model/derive/money.ts";
import type { Entity } from "../../model/entity.ts";
import { programmeOf } from "../../model/programmes.ts";
import { closedAs, isClosed } from "../../model/status.ts";
import type { Model } from "../../model/universe.ts";
import { isSame } from "../difference.ts";
import { goalOf, inPicture, type Work, workInChunk, workOf } from "../roadmap/rows.ts";
import { isUnalignedWork, unalignedKey } from "../roadmap/stands.ts";
import { sceneOf } from "../scene.ts";
import type { Unplaced } from "../shape.ts";
import type { AlignedWork, CountedMoney } from "./shape.ts";
import { kpisBeside, risksBeside } from "./signs.ts";

/** What some open work comes to, each counted once. */
export interface CountedSum extends Total {
  /** Open work that is counted here is in it, and some of that says what it takes. */
  readonly isOpen: boolean;
  readonly isTold: boolean;
  /** Whatever its status, parts not counted beside their programme. */
  readonly work: number;
}

const alignedRow: (model: Model, entity: Entity) => Unplaced<AlignedWork> = memoIn(
  (model, entity) => {
    const all = model.universe;
    const scene = sceneOf(model);
    const work = workOf(model, entity);
    const { shown, programme } = work;
    const isShut = isClosed(all, entity);
    return {
      id: shown.id,
      title: shown.title,
      source: shown.source,
      status: shown.status,
      trouble: shown.trouble,
      owner: shown.owner,
      wrong: shown.wrong,
      closed: isShut || undefined,
      programme:
        programme && model.pathOf(programme.chunk) !== undefined
          ? shown.programme?.title
          : undefined,
      inside: isBehind(model, work) || undefined,
      // Closed work counts nowhere.
      amount: isShut ? undefined : shown.money.amount,
      money: isCountedOpen(model, entity) ? work.amount?.amount?.toNumber() : undefined,
      path: shown.path,
      also: otherGoals(model, entity).map(scene.idOf),
      kpis: kpisBeside(model, entity),
      risks: risksBeside(model, entity),
    };
  },
  isSame,
);

/** The objectives that something supports besides the first, under which it stands; those of its programme aside. */
export function otherGoals(model: Model, entity: Entity): readonly Entity[] {
  const all = model.universe;
  const first = goalOf(all, entity);
  const programme = programmeOf(all, entity);
  const isHandedDown = (to: Entity) =>
    programme !== undefined && supportOf(all, programme).some((one) => one.to === to);
  return supportOf(all, entity)
    .map(({ to }) => to)
    .filter((to) => to !== first && to.kind === "objective" && to.sure && !isHandedDown(to));
}

/** Whether it stands behind its programme, as a part of that. */
function isBehind(model: Model, { entity, programme }: Work): boolean {
  if (programme === undefined || model.pathOf(programme.chunk) === undefined) return false;
  if (isGivenUp(model, programme)) return false;
  return standOf(model, entity) === standOf(model, programme);
}

function isGivenUp({ universe: all }: Model, work: Entity): boolean {
  return closedAs(all, work) === "cancelled";
}

/** Under what it stands: the first objective that it supports, or one of the groups of what has none. */
function standOf({ universe: all }: Model, work: Entity): Entity | string {
  const goal = goalOf(all, work);
  if (goal !== undefined) return goal;
  if (isAligned(all, work) !== false) return "unclear:";
  if (isUnalignedWork(all, work)) return unalignedKey;
  return isClosed(all, work) ? "closed:" : "unclear:";
}

const standing = indexed<Model, Entity | string, Work>(function* (model, chunk) {
  for (const work of workInChunk(model, chunk)) yield [standOf(model, work.entity), work];
});

/** The work of a goal, as the picture shows it: what was cancelled is hidden. */
export const shownMembers: (model: Model, goal: Entity | string) => readonly Work[] = memoIn(
  (model, goal) =>
    inPicture(model, standing(model).get(goal)).filter(({ entity }) => !isGivenUp(model, entity)),
  isSameList,
);

/** The rows of all work in project order; each stays the same object as long as it says the same. */
export const alignedRows = collected<Model, Unplaced<AlignedWork>>((model, chunk) =>
  workInChunk(model, chunk).flatMap((work) =>
    isGivenUp(model, work.entity) ? [] : [alignedRow(model, work.entity)],
  ),
);

const sumOfOne: (model: Model, entity: Entity) => CountedSum = memoIn((model, entity) => {
  const work = workOf(model, entity);
  const { amount } = work;
  const isPart = isBehind(model, work);
  const counts = isCountedOpen(model, entity);
  return {
    amount: isSumUnclear(model, entity)
      ? undefined
      : counts && amount
        ? amount.amount
        : added([]).amount,
    atLeast: counts && amount?.atLeast === true,
    isOpen: counts,
    isTold: counts && amount !== undefined,
    work: isPart ? 0 : 1,
  };
}, isSameSum);

export function isSameSum(a: CountedSum, b: CountedSum): boolean {
  return isSameTotal(a, b) && a.isOpen === b.isOpen && a.isTold === b.isTold && a.work === b.work;
}

/** What some work comes to. */
export function countedOf(model: Model, work: readonly Work[]): CountedSum {
  return joinedSums(work.map(({ entity }) => sumOfOne(model, entity)));
}

/** Sums of different work together. */
export function joinedSums(sums: readonly CountedSum[]): CountedSum {
  return {
    ...added(sums),
    isOpen: sums.some(({ isOpen: open }) => open),
    isTold: sums.some(({ isTold }) => isTold),
    work: sums.reduce((all, { work }) => all + work, 0),
  };
}

/** A sum as it is printed; where open work says nothing of what it takes it is not known. */
export function moneyOfSum(model: Model, sum: CountedSum): CountedMoney {
  const { amount, atLeast } = sum;
  if (amount === undefined || (sum.isOpen && !sum.isTold)) return {};
  const figure: Figure = { amount, currency: currencyOf(model), ...(atLeast && { atLeast }) };
  return { amount: sceneOf(model).amountOf(figure), money: amount.toNumber() };
}
