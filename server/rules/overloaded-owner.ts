// Roles that answer for more active work than one person can follow.
import { activeWorkByRole } from "../model/derive/people.ts";
import type { Named } from "../model/derive/teams.ts";
import { called, type Entity, lineage, refsOf } from "../model/entity.ts";
import type { Model } from "../model/universe.ts";
import { at, atName, type Rule } from "./rule.ts";

export const overloadedOwner: Rule = {
  id: "overloaded-owner",
  group: "People",
  severity: "info",
  says: "a role that owns more than `max` active initiatives",
  options: { max: { default: 5, doc: "How many active initiatives a role may own." } },
  *check(model, { max = 5 }) {
    for (const [role, work] of activeWorkByRole(model)) {
      if (work.length <= max) continue;
      const place = placeOf(model, role, work);
      if (place === undefined) continue;
      yield {
        at: place,
        message: `'${typeof role === "string" ? role : called(role)}' answers for ${work.length} active initiatives: ${work.map((one) => `'${called(one)}'`).join(", ")}. Hand some over; ${max} is the most.`,
        related: work.map((one) => ({
          at: atName(one),
          message: `'${called(one)}' is one of them.`,
        })),
      };
    }
  },
};

/** The role's declaration, or the first reference to a role that nobody declared. */
function placeOf(model: Model, role: Named, work: readonly Entity[]) {
  if (typeof role !== "string") return atName(role);
  for (const one of work) {
    for (const holder of lineage(one)) {
      const ref = refsOf(holder, "owner").find(({ name }) => name === role);
      if (ref !== undefined && model.places.has(holder.chunk)) return at(holder, ref.span);
    }
  }
  return undefined;
}
