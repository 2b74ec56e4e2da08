// Key roles that would stand empty: no successor is known, or nobody holds them.
import { addFields } from "../edits/edits.ts";
import { isKeyRole, missingIn } from "../model/derive/succession.ts";
import { rolesIn, superiorOf, teamsOf } from "../model/derive/teams.ts";
import type { Entity } from "../model/entity.ts";
import type { Model } from "../model/universe.ts";
import { atName, type Rule, subject } from "./rule.ts";

export const missingSuccessor: Rule = {
  id: "missing-successor",
  group: "People",
  severity: "warning",
  says: "a declared critical role with no successor, or with no holder",
  fix: "add a successor",
  kinds: ["role"],
  *judge(model, role) {
    if (!isKeyRole(role)) return;
    const lacks = missingIn(role);
    if (!lacks.successor && !lacks.holder) return;
    yield {
      at: atName(role),
      message: message(role, lacks),
      fixes: [
        {
          title: lacks.successor ? "Add a successor" : "Add a holder",
          edits: () => addFields(model.universe, role, newFields(model, role, lacks)),
        },
      ],
    };
  },
};

type Lacks = ReturnType<typeof missingIn>;

function message(role: Entity, lacks: Lacks): string {
  if (!lacks.successor)
    return `${subject(role)} is critical, but nobody holds it. Write who does in 'holder'.`;
  if (!lacks.holder)
    return `${subject(role)} is critical, but has no successor. Name in 'successors' who could take it over.`;
  return `${subject(role)} is critical, but nobody holds it and it has no successor. Write 'holder' and 'successors'.`;
}

function newFields(model: Model, role: Entity, lacks: Lacks) {
  const holder = lacks.holder ? [{ name: "holder", value: '"To be named"' }] : [];
  const successors = lacks.successor ? [{ name: "successors", value: likely(model, role) }] : [];
  return [...holder, ...successors];
}

/** A colleague from the same team, one who reports to the role, or a name to be replaced. */
function likely(model: Model, role: Entity): string {
  const all = model.universe;
  const colleagues = teamsOf(all, role).flatMap((team) => rolesIn(all, team));
  const below = model.of("role").filter((other) => superiorOf(all, other) === role);
  const one = [...below, ...colleagues].find(
    (other) => other !== role && model.names.get(other.name) === other,
  );
  return one?.name ?? `deputy-${role.name || "role"}`;
}
