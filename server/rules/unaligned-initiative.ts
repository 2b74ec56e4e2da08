// Open work that serves no objective.
import { addToList } from "../edits/edits.ts";
import { supportOf } from "../model/derive/alignment.ts";
import type { Entity } from "../model/entity.ts";
import { likeliest, likeliestOne } from "../model/likeness.ts";
import { isToldOfProgramme } from "../model/programmes.ts";
import { candidatesNear, hasOpenElsewhere, inMenu, openCandidates } from "../model/reach.ts";
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
  kinds: ["initiative"],
  *judge(model, initiative) {
    const all = model.universe;
    if (!isOpen(all, initiative)) return;
    const { support, part } = relations(all);
    if (support.doubtful(initiative, "from") || supportOf(all, initiative).length > 0) return;
    // A part supports what its programme does, so the programme is told.
    if (isToldOfProgramme(all, initiative) || part.doubtful(initiative, "from")) return;
    const path = model.pathOf(initiative.chunk) ?? "";
    yield {
      at: atName(initiative),
      message: `${subject(initiative)} supports no objective. ${advice(model, path, initiative)}, or say why not.`,
      fixes: (most) =>
        likeliest(all, initiative, openCandidates(model, path), most).map((objective) => ({
          title: `Align with ${inMenu(all, objective)}`,
          among: "Align with another objective …",
          edits: () => addToList(all, initiative, "supports", objective.text),
        })),
    };
  },
};

function advice(model: Model, path: string, initiative: Entity): string {
  const first = likeliestOne(model.universe, initiative, candidatesNear(model, path));
  if (first !== undefined) return `Align it with one, such as '${first.text}'`;
  return hasOpenElsewhere(model, path)
    ? "Align it with one"
    : "Write down the objective that it serves";
}
