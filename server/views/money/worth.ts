// Each piece of open work → all that sums are made of, which stays the same where an edit moves no money.
import { folded } from "../../cells/folded.ts";
import { memo, memoIn } from "../../cells/memo.ts";
import { isAligned } from "../../model/derive/alignment.ts";
import { isCountedOpen, isSumUnclear } from "../../model/derive/money.ts";
import {
  gatheredTakings,
  isSameTaking,
  type Taking,
  type Takings,
  takingOf,
  takingsOf,
} from "../../model/derive/takings.ts";
import type { Entity } from "../../model/entity.ts";
import { outline } from "../../model/outline.ts";
import { inheritedChoice } from "../../model/programmes.ts";
import { isCommitted } from "../../model/status.ts";
import type { Model } from "../../model/universe.ts";
import { shownTitle } from "../said.ts";

/** What a piece of work is worth. */
export interface Worth extends Taking {
  readonly title: string;
  /** Nobody can say whether it counts. */
  readonly isUnclear: boolean;
  /** `unclear` where what it supports is not understood. */
  readonly alignment: "aligned" | "unaligned" | "unclear";
  readonly type: string | undefined;
  /** Somebody has decided on it. */
  readonly isDecided: boolean;
}

export const worthOf: (model: Model, work: Entity) => Worth = memoIn((model, work) => {
  const all = model.universe;
  const isUnclear = isSumUnclear(model, work);
  const is = isUnclear ? undefined : isAligned(all, work);
  return {
    ...(isUnclear ? unknownTaking(takingOf(all, work)) : takingOf(all, work)),
    isUnclear,
    title: shownTitle(all, work),
    alignment: is === undefined ? "unclear" : is ? "aligned" : "unaligned",
    type: inheritedChoice(all, work, "type"),
    isDecided: isCommitted(all, work),
  };
}, isSameWorth);

/** Of what may not count nobody knows what it adds. */
function unknownTaking({ cost, benefit }: Taking): Taking {
  const unknown = { of: undefined };
  return {
    amount: unknown,
    cost: cost && unknown,
    benefit: benefit && unknown,
    swings: undefined,
  };
}

/** Work that counts in the plan, or may. */
export function mayCount(model: Model, one: Entity): boolean {
  if (!one.sure || one.kind !== "initiative") return false;
  return isCountedOpen(model, one) || isSumUnclear(model, one);
}

function isSameWorth(a: Worth, b: Worth): boolean {
  return (
    a.title === b.title &&
    a.isUnclear === b.isUnclear &&
    a.alignment === b.alignment &&
    a.type === b.type &&
    a.isDecided === b.isDecided &&
    isSameTaking(a, b)
  );
}

const worthIn = folded<Model, readonly Worth[]>(
  (model, chunk) => {
    const found = outline(chunk).entities.flatMap((one) =>
      mayCount(model, one) ? worthOf(model, one) : [],
    );
    return found.length === 0 ? undefined : found;
  },
  (parts) => parts.flat(),
  (a, b) =>
    a.length === b.length &&
    a.every((one, at) => one === b[at] || (b[at] !== undefined && isSameWorth(one, b[at]))),
);

/** All open work that counts, programmes without their parts, and what may count. */
export const planWorth: (model: Model) => readonly Worth[] = memo((model) => worthIn(model) ?? []);

/** What all of it takes and brings. */
export const takingsOfPlan: (model: Model) => Takings = memo((model) =>
  takingsOf(gatheredTakings(planWorth(model))),
);
