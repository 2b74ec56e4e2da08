// Plans whose money almost all keeps things running.
import type { Big } from "big.js";
import { sumOf } from "../model/derive/money.ts";
import { type Entity, unknownIn } from "../model/entity.ts";
import { inheritedChoice } from "../model/programmes.ts";
import { committedWork } from "../model/status.ts";
import type { Model } from "../model/universe.ts";
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
  *check(model, { min = 20 }) {
    const committed = committedWork(model);
    const typed = committed.filter((one) => typeOf(model, one) !== undefined);
    const [first] = typed;
    if (first === undefined || committed.some((one) => unknownIn(one, "type"))) return;
    const share = shareOf(model, typed);
    if (share === undefined || share.gte(min)) return;
    yield {
      at: atName(model.strategy ?? first),
      message: `Only ${share.round(0, 0).toFixed()}% of the money goes into work that grows, transforms or improves something; the rest keeps things running. At least ${min}% should.`,
    };
  },
};

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
