// Cost blocks that forget what is paid beside the purchase.
import type { Span } from "../../grammar/tree.ts";
import { addInside } from "../edits.ts";
import { type Entity, writtenInside } from "../model/entity.ts";
import { committedWork } from "../model/status.ts";
import { at, practice, type RuleFinding, subject } from "./rule.ts";

/** One of each is needed; the first is what the fix adds. */
const needed: readonly (readonly string[])[] = [
  ["integration", "migration"],
  ["training", "change"],
  ["maintenance", "support", "operations"],
];

export const hiddenCosts = practice(
  {
    id: "hidden-costs",
    group: "Money",
    severity: "warning",
    says: "a cost block (a technology's too) without one each of: integration or migration; training or change; maintenance, support or operations (`0` names it)",
    fix: "add them",
  },
  {
    none: "names integration, training and upkeep in its costs",
    most: "leave out integration, training or upkeep",
    advice: "Add what comes beside the purchase to the dearest ones; 0 says that it costs nothing.",
    nouns: { initiative: "initiatives with costs", technology: "technologies with costs" },
    *look(model) {
      for (const about of [...committedWork(model), ...model.of("technology")]) {
        const word = about.fields.get("cost")?.nodes[0]?.name;
        if (word === undefined) continue;
        const gaps = missing(about);
        yield { about, lack: gaps.length === 0 ? undefined : lackOf(about, word, gaps) };
      }
    },
  },
);

function lackOf(entity: Entity, word: Span, gaps: readonly (readonly string[])[]): RuleFinding {
  const of = subject(entity).replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase());
  return {
    at: at(entity, word),
    message: `The costs of ${of} name no ${gaps.map(eitherOf).join("; no ")}. Add what it will cost; 0 says that it costs nothing.`,
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

/** `a or b`, `a, b or c` */
function eitherOf(heads: readonly string[]): string {
  return `${heads.slice(0, -1).join(", ")} or ${heads.at(-1)}`;
}

function missing(entity: Entity): readonly (readonly string[])[] {
  return needed.filter((one) => !one.some((head) => writtenInside(entity, "cost", head)));
}
