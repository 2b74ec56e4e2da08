// Plans whose money almost all keeps things running.

import { Big } from "big.js";
import { firstTyped, forwardPercent, leastForward } from "../model/derive/forward.ts";
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
    const share = forwardPercent(model);
    const place = model.strategy ?? firstTyped(model);
    if (place === undefined || share === undefined || share.gte(min)) return;
    const [percent, least] = apart(share, new Big(min), "percent");
    yield {
      at: atName(place),
      message: `Only ${percent}% of the money goes into work that grows, transforms or improves something; the rest keeps things running. At least ${least}% should.`,
    };
  },
};
