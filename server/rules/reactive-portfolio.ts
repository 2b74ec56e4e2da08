// Plans whose money almost all keeps things running.

import { Big } from "big.js";
import { isSameList } from "../cells/contributions.ts";
import { folded } from "../cells/folded.ts";
import { sumOf } from "../model/derive/money.ts";
import { type Entity, unknownIn } from "../model/entity.ts";
import { outline } from "../model/outline.ts";
import { inheritedChoice, isProgrammeDoubtful, withoutParts } from "../model/programmes.ts";
import { isCommitted } from "../model/status.ts";
import type { Model } from "../model/universe.ts";
import { apart } from "../words/amounts.ts";
import { atName, type Rule } from "./rule.ts";

const forward = ["grow", "transform", "improve"];

export const reactivePortfolio: Rule = {
  id: "reactive-portfolio",
  group: "Technology and execution",
  severity: "info",
  says: "under `min` percent of the amount of typed initiatives is grow, transform or improve",
  options: {
    min: { default: 20, doc: "The smallest share of grow, transform and improve, in percent." },
  },
  *judgeProject(model, { min = 20 }) {
    const typed = typedWork(model);
    const [first] = typed;
    const share = first && shareOf(model, typed);
    if (first === undefined || share === undefined || share.gte(min)) return;
    const [percent, least] = apart(share, new Big(min), "percent");
    yield {
      at: atName(model.strategy ?? first),
      message: `Only ${percent}% of the money goes into work that grows, transforms or improves something; the rest keeps things running. At least ${least}% should.`,
    };
  },
};

/** Decided work with a type, programmes without their parts; none where some type is not understood. */
function typedWork(model: Model): readonly Entity[] {
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

/** In percent; undefined where it cannot be known or there is no money. */
function shareOf(model: Model, typed: readonly Entity[]): Big | undefined {
  const all = sumOf(model, typed)?.amount;
  const part = sumOf(
    model,
    typed.filter((one) => forward.includes(typeOf(model, one) ?? "")),
  )?.amount;
  if (all === undefined || part === undefined || all.eq(0)) return undefined;
  return part.times(100).div(all);
}
