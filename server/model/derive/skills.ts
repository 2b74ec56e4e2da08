// Skills as written on teams and roles → what a team can do, and what it is learning.
import { indexed } from "../../cells/indexed.ts";
import { memoIn } from "../../cells/memo.ts";
import { along } from "../along.ts";
import { type Entity, refsOf, unknownIn } from "../entity.ts";
import { outline } from "../outline.ts";
import { tangled } from "../tangles.ts";
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
export function areSkillsDoubtful(all: Universe, entity: Entity): boolean {
  return areDoubtful(all, entity);
}

const areDoubtful = along<boolean>(
  {
    next: directlyBehind,
    things: (all) => [...all.models.values()].flatMap((model) => model.of("team")),
    circles: tangled(function* (all, chunk) {
      for (const one of outline(chunk).entities)
        for (const other of directlyBehind(all, one)) yield [one, other];
    }),
  },
  (all, group, below) => below.includes(true) || group.some((one) => isDoubtful(all, one)),
);

function isDoubtful(all: Universe, one: Entity): boolean {
  return (
    one.children.some((child) => !child.sure) ||
    almostIn(all).get(one).length > 0 ||
    ["skills", "learning", "lead", "team"].some(
      (field) =>
        unknownIn(one, field) || hasUnknownName(all, one, field) || hasSlip(all, one, field),
    )
  );
}

/** Teams to which some role belongs but for a letter or two. */
const almostIn = indexed<Universe, Entity, true>(function* (all, chunk) {
  for (const role of outline(chunk).entities) {
    if (!role.sure || role.kind !== "role") continue;
    for (const ref of refsOf(role, "team")) {
      const team = slipOf(all, ref);
      if (team !== undefined) yield [team, true];
    }
  }
});

function collect(all: Universe, entity: Entity, field: string): ReadonlySet<Named> {
  return new Set([...behind(all, entity)].flatMap((one) => namedIn(all, one, field)));
}

/** All whose skills count as those of an entity, itself first. */
function behind(all: Universe, entity: Entity): ReadonlySet<Entity> {
  const found = new Set([entity]);
  // A set may grow while it is walked: what is found here is walked too.
  for (const one of found) for (const other of directlyBehind(all, one)) found.add(other);
  return found;
}

/** Of a team its lead, the roles in it and its sub-teams. */
function directlyBehind(all: Universe, one: Entity): readonly Entity[] {
  if (one.kind !== "team") return [];
  const lead = leadOf(all, one);
  const declared = lead === undefined || typeof lead === "string" ? [] : [lead];
  return [...declared, ...rolesIn(all, one), ...subTeams(all, one)];
}
