// Key roles that would stand empty: no successor is known, or nobody holds them.
import { addFields } from "../edits/edits.ts";
import { rolesIn, superiorOf, teamsOf } from "../model/derive/teams.ts";
import { choiceOf, type Entity, written } from "../model/entity.ts";
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
    if (choiceOf(role, "critical") !== "yes") return;
    const successor = written(role, "successors");
    const holder = written(role, "holder");
    if (successor && holder) return;
    yield {
      at: atName(role),
      message: message(role, successor, holder),
      fixes: [
        {
          title: successor ? "Add a holder" : "Add a successor",
          edits: () => addFields(model.universe, role, newFields(model, role)),
        },
      ],
    };
  },
};

function message(role: Entity, successor: boolean, holder: boolean): string {
  if (successor)
    return `${subject(role)} is critical, but nobody holds it. Write who does in 'holder'.`;
  if (holder)
    return `${subject(role)} is critical, but has no successor. Name in 'successors' who could take it over.`;
  return `${subject(role)} is critical, but nobody holds it and it has no successor. Write 'holder' and 'successors'.`;
}

function newFields(model: Model, role: Entity) {
  const holder = written(role, "holder") ? [] : [{ name: "holder", value: '"To be named"' }];
  const successors = written(role, "successors")
    ? []
    : [{ name: "successors", value: likely(model, role) }];
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
