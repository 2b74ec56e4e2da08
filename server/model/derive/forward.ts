// The types of decided work → the share of its money that changes something, and does not just keep it running.
import type { Big } from "big.js";
import { isSameList } from "../../cells/contributions.ts";
import { folded } from "../../cells/folded.ts";
import { type Entity, unknownIn } from "../entity.ts";
import { outline } from "../outline.ts";
import { inheritedChoice, isProgrammeDoubtful, withoutParts } from "../programmes.ts";
import { isCommitted } from "../status.ts";
import type { Model } from "../universe.ts";
import { sumOf } from "./money.ts";

/** The smallest share of work that moves something forward, in percent, where the configuration names none. */
export const leastForward = 20;

const forward = ["grow", "transform", "improve"];

/** Decided work with a type, programmes without their parts; none where some type is not understood. */
export function typedWork(model: Model): readonly Entity[] {
  const { work, isUnclear } = decided(model) ?? { work: [], isUnclear: false };
  return isUnclear ? [] : withoutParts(model.universe, work);
}

interface Decided {
  /** What of it has a type. */
  readonly work: readonly Entity[];
  /** The type of some, or whether it is decided, is not understood. */
  readonly isUnclear: boolean;
}

const decided = folded<Model, Decided>(
  (model, chunk) => {
    const all = model.universe;
    const work: Entity[] = [];
    let isUnclear = false;
    for (const one of outline(chunk).entities) {
      if (one.kind !== "initiative") continue;
      const isCounted = isCommitted(all, one);
      isUnclear ||= !one.sure || unknownIn(one, "status") || (isCounted && isVague(model, one));
      if (one.sure && isCounted && typeOf(model, one) !== undefined) work.push(one);
    }
    return work.length > 0 || isUnclear ? { work, isUnclear } : undefined;
  },
  (parts) => ({
    work: parts.flatMap(({ work }) => work),
    isUnclear: parts.some(({ isUnclear }) => isUnclear),
  }),
  (a, b) => a.isUnclear === b.isUnclear && isSameList(a.work, b.work),
);

/** Whether nobody can say of what type it is. */
function isVague(model: Model, one: Entity): boolean {
  return unknownIn(one, "type") || isProgrammeDoubtful(model.universe, one);
}

/** Its own, or that of its programme. */
function typeOf(model: Model, initiative: Entity): string | undefined {
  return inheritedChoice(model.universe, initiative, "type");
}

/** What grows, transforms or improves, in percent of typed work; undefined where it cannot be known or there is no money. */
export function forwardPercent(model: Model, typed: readonly Entity[]): Big | undefined {
  const all = sumOf(model, typed)?.amount;
  const part = sumOf(
    model,
    typed.filter((one) => forward.includes(typeOf(model, one) ?? "")),
  )?.amount;
  if (all === undefined || part === undefined || all.eq(0)) return undefined;
  return part.times(100).div(all);
}
