// Open work that serves no objective.
import { addToList } from "../edits.ts";
import type { Entity } from "../model/entity.ts";
import { likeliest, likeliestOne } from "../model/likeness.ts";
import { inMenu, type Nameable, openObjectives } from "../model/reach.ts";
import { relations } from "../model/relations.ts";
import { isOpen } from "../model/status.ts";
import type { Model } from "../model/universe.ts";
import { atName, type Rule, subject } from "./rule.ts";

export const unalignedInitiative: Rule = {
  id: "unaligned-initiative",
  group: "Alignment",
  severity: "warning",
  says: "an open initiative that supports no objective",
  fix: "align with … (each open objective, likeliest first)",
  *check(model) {
    const { support } = relations(model.universe);
    for (const initiative of model.of("initiative")) {
      if (!isOpen(initiative) || support.doubtful(initiative, "from")) continue;
      if (support.from(initiative).length > 0) continue;
      const open = candidates(model, initiative);
      const first = likeliestOne(initiative, open);
      const advice =
        first === undefined
          ? "Write down the objective that it serves"
          : `Align it with one, such as '${first.text}'`;
      yield {
        at: atName(initiative),
        message: `${subject(initiative)} supports no objective. ${advice}, or say why not.`,
        fixes: () =>
          likeliest(initiative, open).map((objective) => ({
            title: `Align with ${inMenu(objective)}`,
            among: "Align with another objective …",
            edits: () => addToList(initiative, "supports", objective.text),
          })),
      };
    }
  },
};

function candidates(model: Model, initiative: Entity): readonly Nameable[] {
  const file = model.places.get(initiative.chunk)?.file;
  return file === undefined ? [] : openObjectives(model, file);
}
