// Declarations that hang on nothing and that nobody names.
import type { Chunk } from "../../grammar/tree.ts";
import { nfc } from "../../grammar/values.ts";
import { type Kind, kindOf } from "../../grammar/vocabulary.ts";
import { present } from "../cells/present.ts";
import type { Entity, Ref } from "../model/entity.ts";
import { outline } from "../model/outline.ts";
import { relations } from "../model/relations.ts";
import { allRefs, resolveRef } from "../model/resolve.ts";
import { isOpen } from "../model/status.ts";
import { isStray } from "../model/stray.ts";
import { undeclaredUnder } from "../model/technologies.ts";
import { slipOf } from "../model/undeclared.ts";
import type { Model, Universe } from "../model/universe.ts";
import { atName, type Rule, subject } from "./rule.ts";

export const unusedDeclaration: Rule = {
  id: "unused-declaration",
  group: "Alignment",
  severity: "info",
  says: "a kpi that measures nothing, a risk that affects nothing; a skill, technology, team or stakeholder that no field of another declaration names; a theme with nothing in it",
  kinds: ["kpi", "risk", "skill", "technology", "team", "stakeholder", "theme"],
  *judge(model, one) {
    if (!isUsed(model, one)) yield { at: atName(one), message: `${subject(one)} ${saysOf(one)}` };
  },
};

function isUsed(model: Model, one: Entity): boolean {
  const all = model.universe;
  const { measure, affect } = relations(all);
  switch (one.kind) {
    case "kpi":
      return measure.from(one).length > 0 || measure.doubtful(one, "from");
    case "risk":
      return (
        !isOpen(all, one) ||
        affect.from(one).length > 0 ||
        undeclaredUnder(all, one).length > 0 ||
        affect.doubtful(one, "from")
      );
    default:
      // What is declared twice is named by the name of the first, and may be meant.
      return model.names.get(one.name) !== one || isNamed(all, one);
  }
}

function saysOf({ kind = "theme" }: Entity): string {
  switch (kind) {
    case "kpi":
      return "measures nothing. Name an objective or initiative in its 'measures', or remove it.";
    case "risk":
      return "affects nothing. Name what it threatens in its 'affects', or close it.";
    case "theme":
      return "has nothing in it. Move the objectives and initiatives that belong to it into its block, or remove it.";
    default:
      return `is named nowhere. Name it ${places[kind]}, or remove it.`;
  }
}

const places: Readonly<Partial<Record<Kind, string>>> = {
  skill: "in the 'skills' of the work that needs it or of those who have it",
  technology: "in the 'technologies' of the work that relies on it",
  team: "in the 'teams' of the work that it does",
  stakeholder: "in the 'stakeholders' of what it has a say in",
};

function isNamed(all: Universe, one: Entity): boolean {
  return isNamedWell(all, one) || isStray(all, one);
}

/** What a field of another declaration names, well or nearly, and what a nested declaration implies. */
const isNamedWell = present<Universe, Entity>(function* (all, chunk) {
  for (const entity of outline(chunk).entities) {
    const parent = entity.parent;
    if (parent?.kind !== undefined && implies(entity, parent.kind)) yield parent;
    for (const ref of allRefs(entity)) {
      const one = namedBy(all, ref);
      if (one !== undefined && one !== entity) yield one;
      const near = slipOf(all, ref);
      if (near !== undefined) yield near;
    }
  }
  for (const one of proposed(all, chunk)) yield one;
});

/** What a reference names, or nearly names. To name a theme elsewhere, as a review does, puts nothing in it. */
function namedBy(all: Universe, ref: Ref): Entity | undefined {
  const target = resolveRef(all, ref);
  const meant = target.is === "missing" ? target.near?.entity : undefined;
  const one = "entity" in target ? target.entity : meant;
  return one?.kind === "theme" && ref.field.name !== "theme" ? undefined : one;
}

/**
 * Whether nesting in a kind stands for a field that names it: a role in a team belongs to it. What
 * is of no known kind may be one that does. A theme that holds what is misplaced is not empty.
 */
function implies({ kind }: Entity, parent: Kind): boolean {
  if (kind === undefined || parent === "theme") return true;
  const fields = kindOf(kind)?.fields ?? [];
  return fields.some((field) => field.implied?.includes(parent));
}

/** What a fix of a syntax fault would name: `mobile team` proposes `mobile-team`. */
function* proposed(all: Universe, chunk: Chunk): Iterable<Entity> {
  for (const { fix } of chunk.faults) {
    for (const edit of fix?.edits ?? []) {
      const one = all.homeOf(chunk)?.names.get(nfc(edit.text.trim()));
      if (one !== undefined) yield one;
    }
  }
}
