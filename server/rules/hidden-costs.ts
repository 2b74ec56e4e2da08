// Cost blocks that forget what is paid beside the purchase.
import { addInside } from "../edits.ts";
import { type Entity, writtenInside } from "../model/entity.ts";
import { isCommitted } from "../model/status.ts";
import { at, type Rule, subject } from "./rule.ts";

/** One of each is needed; the first is what the fix adds. */
const needed: readonly (readonly string[])[] = [
  ["integration", "migration"],
  ["training", "change"],
  ["maintenance", "support", "operations"],
];

export const hiddenCosts: Rule = {
  id: "hidden-costs",
  group: "Money",
  severity: "warning",
  says: "a cost block without one each of: integration or migration; training or change; maintenance, support or operations",
  fix: "add them",
  *check(model) {
    const work = model.of("initiative").filter(isCommitted);
    for (const entity of [...work, ...model.of("technology")]) {
      const word = entity.fields.get("cost")?.nodes[0]?.name;
      if (word === undefined) continue;
      const gaps = missing(entity);
      if (gaps.length === 0) continue;
      yield {
        at: at(entity, word),
        message: `The costs of ${subject(entity).replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase())} name no ${gaps.map(eitherOf).join("; no ")}. Add what it will cost; 0 says that it costs nothing.`,
        fixes: [
          {
            title: gaps.length === 1 ? "Add this cost" : "Add these costs",
            edits: () =>
              addInside(
                entity,
                "cost",
                gaps.map(([name = ""]) => ({ name, value: "0" })),
              ),
          },
        ],
      };
    }
  },
};

/** `a or b`, `a, b or c` */
function eitherOf(heads: readonly string[]): string {
  return `${heads.slice(0, -1).join(", ")} or ${heads.at(-1)}`;
}

function missing(entity: Entity): readonly (readonly string[])[] {
  return needed.filter((one) => !one.some((head) => writtenInside(entity, "cost", head)));
}
