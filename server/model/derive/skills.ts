// Skills as written on teams and roles → what a team can do, and what it is learning.

import { indexed } from "../../cells/indexed.ts";
import { memoIn } from "../../cells/memo.ts";
import { present } from "../../cells/present.ts";
import { along } from "../along.ts";
import { type Entity, type Ref, refsMeant, refsOf, unknownIn } from "../entity.ts";
import { outline } from "../outline.ts";
import { isCommitted } from "../status.ts";
import { tangled } from "../tangles.ts";
import { slipOf } from "../undeclared.ts";
import type { Model, Universe } from "../universe.ts";
import {
  hasSlip,
  hasUnknownName,
  leadOf,
  type Named,
  namedBy,
  namedIn,
  rolesIn,
  subTeams,
} from "./teams.ts";

/**
 * What a team or a role can do. A role has its own skills; a team its own, its lead's, those of the
 * roles in it and of its sub-teams, which have theirs in the same way (language.md, "skills").
 *
 * @internal A test asks for all of it; who judges asks for one skill.
 */
export const skillsOf: (all: Universe, entity: Entity) => ReadonlySet<Named> = memoIn(
  (all, entity) => collect(all, entity, "skills"),
);

/**
 * What a team or a role is learning, gathered in the same way.
 *
 * @internal A test asks for all of it; who judges asks for one skill.
 */
export const learningOf: (all: Universe, entity: Entity) => ReadonlySet<Named> = memoIn(
  (all, entity) => collect(all, entity, "learning"),
);

/**
 * What a team has or is learning itself, and not only somebody in its sub-teams: its own, its lead's
 * and that of the roles in it.
 */
export function skillsInside(
  all: Universe,
  team: Entity,
  field: "skills" | "learning",
): ReadonlySet<Named> {
  return new Set([team, ...peopleIn(all, team)].flatMap((one) => namedIn(all, one, field)));
}

/** The teams and roles that name a skill as their own: one that is declared, in all projects; a name that nobody declares, in this one. */
export function holdersIn(model: Model, skill: Named): readonly Entity[] {
  const known = holders(model.universe).get(skill);
  if (typeof skill !== "string") return known;
  return known.filter((one) => model.pathOf(one.chunk) !== undefined);
}

/** Who names each skill as their own, or seems to. */
const holders = indexed<Universe, Named, Entity>(function* (all, chunk) {
  for (const entity of outline(chunk).entities) {
    if (entity.kind !== "team" && entity.kind !== "role") continue;
    const meant = [
      ...refsMeant(entity, "skills").map((ref) => namedBy(all, ref)),
      ...refsOf(entity, "skills").map((ref) => slipOf(all, ref)),
    ];
    for (const skill of new Set([...namedIn(all, entity, "skills"), ...meant]))
      if (skill !== undefined) yield [skill, entity];
  }
});

/** A skill that some work needs. */
export interface Need {
  readonly ref: Ref;
  /** A declared name that is a slip away counts as the one that is meant. */
  readonly skill: Named;
  /** The declared teams of the work, of which none has the skill or is learning it. */
  readonly lackedBy?: readonly Entity[];
}

/** The skills that committed work needs, with those that its teams lack. */
export const needsOf: (all: Universe, work: Entity) => readonly Need[] = memoIn((all, work) => {
  if (!isCommitted(all, work)) return [];
  const teams = teamsKnown(all, work);
  return refsOf(work, "skills").flatMap((ref) => {
    const skill = slipOf(all, ref) ?? namedBy(all, ref);
    if (skill === undefined) return [];
    const isThere = teams.some(
      (team) => skillsOf(all, team).has(skill) || learningOf(all, team).has(skill),
    );
    return [teams.length === 0 || isThere ? { ref, skill } : { ref, skill, lackedBy: teams }];
  });
});

/** The declared teams of some work; none where it is not sure who they are, or what they can do. */
function teamsKnown(all: Universe, work: Entity): readonly Entity[] {
  if (unknownIn(work, "teams")) return [];
  if (hasUnknownName(all, work, "teams") || hasSlip(all, work, "teams")) return [];
  const teams = namedIn(all, work, "teams").filter((team) => typeof team !== "string");
  return teams.some((team) => areSkillsDoubtful(all, team)) ? [] : teams;
}

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
    isAlmostIn(all, one) ||
    ["skills", "learning", "lead", "team"].some(
      (field) =>
        unknownIn(one, field) || hasUnknownName(all, one, field) || hasSlip(all, one, field),
    )
  );
}

/** Teams to which some role belongs but for a letter or two. */
const isAlmostIn = present<Universe, Entity>(function* (all, chunk) {
  for (const role of outline(chunk).entities) {
    if (!role.sure || role.kind !== "role") continue;
    for (const ref of refsOf(role, "team")) {
      const team = slipOf(all, ref);
      if (team !== undefined) yield team;
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
  return one.kind === "team" ? [...peopleIn(all, one), ...subTeams(all, one)] : [];
}

/** The lead of a team and the roles in it. */
function peopleIn(all: Universe, team: Entity): readonly Entity[] {
  const lead = leadOf(all, team);
  const declared = lead === undefined || typeof lead === "string" ? [] : [lead];
  return [...declared, ...rolesIn(all, team)];
}
