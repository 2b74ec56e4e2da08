// Open work whose objectives are all closed.
import { supportOf } from "../model/derive/alignment.ts";
import { called, choiceOf, type Entity, valuesOf } from "../model/entity.ts";
import { isToldOfProgramme } from "../model/programmes.ts";
import { relations } from "../model/relations.ts";
import { isClosed, isOpen } from "../model/status.ts";
import { listed } from "../words/wording.ts";
import { at, atName, type Rule, subject } from "./rule.ts";

export const alignedToClosed: Rule = {
  id: "aligned-to-closed",
  group: "Alignment",
  severity: "warning",
  says: "open work that supports only achieved, missed or retired objectives",
  kinds: ["initiative"],
  *judge(model, initiative) {
    const all = model.universe;
    if (!isOpen(all, initiative)) return;
    const { support, part } = relations(all);
    if (support.doubtful(initiative, "from")) return;
    // What a part does not say itself is told of its programme.
    const isInherited = support.from(initiative).length === 0;
    const isTold = isToldOfProgramme(all, initiative) || part.doubtful(initiative, "from");
    if (isInherited && isTold) return;
    const objectives = supportOf(all, initiative).map(({ to }) => to);
    if (objectives.length === 0 || !objectives.every((one) => isClosed(all, one))) return;
    const named = objectives.map((one) => `'${called(one)}' (${choiceOf(one, "status")})`);
    yield {
      at: place(initiative),
      message: `${subject(initiative)} supports only what is closed: ${listed(named)}. Align it with an open objective, or end it.`,
      related: objectives.map((one) => ({
        at: atName(one),
        message: `${subject(one)} is ${choiceOf(one, "status")}.`,
      })),
    };
  },
};

/** What is written in `supports`, or the name where only nesting says what is supported. */
function place(initiative: Entity) {
  const values = valuesOf(initiative, "supports");
  const [first] = values;
  const last = values.at(-1);
  return first === undefined || last === undefined
    ? atName(initiative)
    : at(initiative, { start: first.span.start, end: last.span.end });
}
