// Skills as written on teams and roles → what a team can do, and what it is learning.
import { memo, memoIn } from "../../memo.ts";
import { type Entity, refsOf, unknownIn } from "../entity.ts";
import { slipOf } from "../undeclared.ts";
import type { Universe } from "../universe.ts";
import {
  hasSlip,
  hasUnknownName,
  leadOf,
  type Named,
  namedIn,
  rolesIn,
  subTeams,
} from "./teams.ts";

/**
 * What a team or a role can do. A role has its own skills; a team its own, its lead's, those of the
 * roles in it and of its sub-teams, which have theirs in the same way (language.md, "skills").
 */
export const skillsOf: (all: Universe, entity: Entity) => ReadonlySet<Named> = memoIn(
  (all, entity) => collect(all, entity, "skills"),
);

/** What a team or a role is learning, gathered in the same way. */
export const learningOf: (all: Universe, entity: Entity) => ReadonlySet<Named> = memoIn(
  (all, entity) => collect(all, entity, "learning"),
);

/** Whether something of that is faulty, so that a skill that seems to be missing may be there. */
export const areSkillsDoubtful: (all: Universe, entity: Entity) => boolean = memoIn((all, entity) =>
  [...behind(all, entity)].some(
    (one) =>
      one.children.some((child) => !child.sure) ||
      almostIn(all).has(one) ||
      ["skills", "learning", "lead", "team"].some(
        (field) =>
          unknownIn(one, field) || hasUnknownName(all, one, field) || hasSlip(all, one, field),
      ),
  ),
);

/** Teams to which some role belongs but for a letter or two. */
const almostIn: (all: Universe) => ReadonlySet<Entity | undefined> = memo((all) => {
  const roles = [...all.models.values()].flatMap((model) => model.of("role"));
  return new Set(roles.flatMap((role) => refsOf(role, "team").map((ref) => slipOf(all, ref))));
});

function collect(all: Universe, entity: Entity, field: string): ReadonlySet<Named> {
  return new Set([...behind(all, entity)].flatMap((one) => namedIn(all, one, field)));
}

/** All whose skills count as those of an entity, itself first. */
function behind(all: Universe, entity: Entity): ReadonlySet<Entity> {
  const found = new Set([entity]);
  for (const one of found) {
    if (one.kind !== "team") continue;
    const lead = leadOf(all, one);
    if (lead !== undefined && typeof lead !== "string") found.add(lead);
    for (const part of [...rolesIn(all, one), ...subTeams(all, one)]) found.add(part);
  }
  return found;
}
