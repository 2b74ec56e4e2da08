// Cost blocks that forget what is paid beside the purchase.
import type { Span } from "../../grammar/tree.ts";
import { addInside } from "../edits/edits.ts";
import { type Entity, writtenInside } from "../model/entity.ts";
import { isCommitted } from "../model/status.ts";
import type { Universe } from "../model/universe.ts";
import { at, object, practice, type RuleFinding } from "./rule.ts";

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
    kinds: ["initiative", "technology"],
    fix: "add them",
  },
  {
    none: "names integration, training and upkeep in its costs",
    most: "leave out integration, training or upkeep",
    advice: "Add what comes beside the purchase to the dearest ones; 0 says that it costs nothing.",
    nouns: { initiative: "initiatives with costs", technology: "technologies with costs" },
    look(model, about) {
      if (about.kind === "initiative" && !isCommitted(model.universe, about)) return undefined;
      const use = about.fields.get("cost");
      const word = use?.node.name;
      const gaps = missing(about);
      if (word === undefined) return undefined;
      if (gaps.length > 0) return { about, lack: lackOf(model.universe, about, word, gaps) };
      // What cannot be read at all may name them, or not.
      return use?.block !== undefined && !use.blockGarbled ? { about } : undefined;
    },
  },
);

function lackOf(
  all: Universe,
  entity: Entity,
  word: Span,
  gaps: readonly (readonly string[])[],
): RuleFinding {
  return {
    at: at(entity, word),
    message: `The costs of ${object(entity)} name no ${gaps.map(eitherOf).join("; no ")}. Add what it will cost; 0 says that it costs nothing.`,
    fixes: [
      {
        title: gaps.length === 1 ? "Add this cost" : "Add these costs",
        edits: () =>
          addInside(
            all,
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
