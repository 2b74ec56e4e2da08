// Plans whose money almost all keeps things running.

import { Big } from "big.js";
import { forwardPercent, leastForward, typedWork } from "../model/derive/forward.ts";
import { apart } from "../words/amounts.ts";
import { atName, type Rule } from "./rule.ts";

export const reactivePortfolio: Rule = {
  id: "reactive-portfolio",
  group: "Technology and execution",
  severity: "info",
  says: "under `min` percent of the amount of typed initiatives is grow, transform or improve",
  options: {
    min: {
      default: leastForward,
      doc: "The smallest share of grow, transform and improve, in percent.",
    },
  },
  *judgeProject(model, { min = leastForward }) {
    const typed = typedWork(model);
    const [first] = typed;
    const share = first && forwardPercent(model, typed);
    if (first === undefined || share === undefined || share.gte(min)) return;
    const [percent, least] = apart(share, new Big(min), "percent");
    yield {
      at: atName(model.strategy ?? first),
      message: `Only ${percent}% of the money goes into work that grows, transforms or improves something; the rest keeps things running. At least ${least}% should.`,
    };
  },
};
