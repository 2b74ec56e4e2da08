// Reviews that were held and changed nothing.
import { deadlineOf } from "../model/derive/schedule.ts";
import { written } from "../model/entity.ts";
import { atName, type Rule, subject } from "./rule.ts";

export const reviewWithoutOutcome: Rule = {
  id: "review-without-outcome",
  group: "Simplicity and flexibility",
  severity: "info",
  says: "a past review with neither decisions nor actions",
  kinds: ["review"],
  *judge(model, review) {
    const day = deadlineOf(model.universe, review, "date");
    if (day === undefined || day >= model.today) return;
    if (written(review, "decisions") || written(review, "actions")) return;
    yield {
      at: atName(review),
      message: `${subject(review)} was held, but nothing came of it. Write what was decided in 'decisions', or the work that followed in 'actions'.`,
    };
  },
};
