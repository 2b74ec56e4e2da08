// The types of decided work → the share of its money that changes something, and does not just keep it running.
import type { Big } from "big.js";
import { folded } from "../../cells/folded.ts";
import { type Entity, unknownIn } from "../entity.ts";
import { outline } from "../outline.ts";
import { inheritedChoice, isProgrammeDoubtful, programmeOf } from "../programmes.ts";
import { isCommitted } from "../status.ts";
import type { Model } from "../universe.ts";
import { added, amountOf, hasAmount, isSameTotal, type Total } from "./money.ts";

/** The smallest share of work that moves something forward, in percent, where the configuration names none. */
export const leastForward = 20;

const forward = ["grow", "transform", "improve"];

interface Typed {
  /** What decided work with a type takes, programmes without their parts, and what of it moves something forward. */
  readonly all: Total;
  readonly forward: Total;
  /** The first of this work. */
  readonly first: Entity | undefined;
  /** The type of some, or whether it is decided, is not understood. */
  readonly isUnclear: boolean;
}

const typed = folded<Model, Typed>(
  (model, chunk) => {
    const found: Entity[] = [];
    let isUnclear = false;
    for (const one of outline(chunk).entities) {
      if (one.kind !== "initiative") continue;
      const isDecided = isCommitted(model.universe, one);
      isUnclear ||= !one.sure || unknownIn(one, "status") || (isDecided && isVague(model, one));
      if (isTyped(model, one) && !isInTyped(model, one)) found.push(one);
    }
    if (found.length === 0 && !isUnclear) return undefined;
    const moving = found.filter((one) => forward.includes(typeOf(model, one) ?? ""));
    return {
      all: totalOfWork(model, found),
      forward: totalOfWork(model, moving),
      first: found[0],
      isUnclear,
    };
  },
  (parts) => ({
    all: added(parts.map((part) => part.all)),
    forward: added(parts.map((part) => part.forward)),
    first: parts.find(({ first }) => first !== undefined)?.first,
    isUnclear: parts.some(({ isUnclear }) => isUnclear),
  }),
  (a, b) =>
    a.isUnclear === b.isUnclear &&
    a.first === b.first &&
    isSameTotal(a.all, b.all) &&
    isSameTotal(a.forward, b.forward),
);

/** Whether nobody can say of what type it is. */
function isVague(model: Model, one: Entity): boolean {
  return unknownIn(one, "type") || isProgrammeDoubtful(model.universe, one);
}

/** Its own, or that of its programme. */
function typeOf(model: Model, initiative: Entity): string | undefined {
  return inheritedChoice(model.universe, initiative, "type");
}

function isTyped(model: Model, one: Entity): boolean {
  return one.sure && isCommitted(model.universe, one) && typeOf(model, one) !== undefined;
}

/** Whether it is a part of work of its project that counts itself. */
function isInTyped(model: Model, one: Entity): boolean {
  const all = model.universe;
  for (let at = programmeOf(all, one); at !== undefined; at = programmeOf(all, at))
    if (model.pathOf(at.chunk) !== undefined && isTyped(model, at)) return true;
  return false;
}

function totalOfWork(model: Model, work: readonly Entity[]): Total {
  const all = model.universe;
  const amounts = work.filter((one) => hasAmount(all, one)).map((one) => amountOf(all, one));
  return added(
    amounts.map((figure) => ({ amount: figure?.amount, atLeast: figure?.atLeast === true })),
  );
}

/**
 * What grows, transforms or improves, in percent of decided work with a type; undefined where it
 * cannot be known or there is no money.
 */
export function forwardPercent(model: Model): Big | undefined {
  const { all, forward: moving, isUnclear = true } = typed(model) ?? {};
  if (isUnclear || all?.amount === undefined || moving?.amount === undefined) return undefined;
  return all.amount.eq(0) ? undefined : moving.amount.times(100).div(all.amount);
}

/** The first decided work with a type. */
export function firstTyped(model: Model): Entity | undefined {
  return typed(model)?.first;
}
