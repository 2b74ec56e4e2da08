// Teams, leads, roles and reporting lines as written → who belongs where and who reports to whom.
import { indexed } from "../../cells/indexed.ts";
import { memoIn } from "../../cells/memo.ts";
import { type Entity, type Ref, refsOf, unknownIn, written } from "../entity.ts";
import { outline } from "../outline.ts";
import { relations } from "../relations.ts";
import { resolveRef } from "../resolve.ts";
import { slipOf } from "../undeclared.ts";
import type { Universe } from "../universe.ts";

/** A role, team, stakeholder or skill: declared, or just a name that nobody has declared. */
export type Named = Entity | string;

/** What a reference names. Undefined where it names nothing that can be known. */
export function namedBy(all: Universe, ref: Ref): Named | undefined {
  const target = resolveRef(all, ref);
  if (target.is === "entity") return target.entity;
  return target.is === "free" ? ref.name : undefined;
}

/** What the references of a field name. */
export function namedIn(all: Universe, entity: Entity, field: string): readonly Named[] {
  return refsOf(entity, field)
    .map((ref) => namedBy(all, ref))
    .filter((named) => named !== undefined);
}

/** The team that a team is part of: the one in which it stands, else the one it reports to. */
export function parentTeam(all: Universe, team: Entity): Entity | undefined {
  const { report } = relations(all);
  return report.from(team).find(({ to }) => to.kind === "team" && to !== team)?.to;
}

/** The teams that are part of a team, directly. */
export const subTeams: (all: Universe, team: Entity) => readonly Entity[] = memoIn((all, team) => {
  const { report } = relations(all);
  return report
    .to(team)
    .map(({ from }) => from)
    .filter((from) => from.kind === "team" && parentTeam(all, from) === team);
});

/** The roles of a team, directly: those that stand in it and those that name it, in project order. */
export function rolesIn(all: Universe, team: Entity): readonly Entity[] {
  return rolesByTeam(all).get(team);
}

const rolesByTeam = indexed<Universe, Entity, Entity>(function* (all, chunk) {
  for (const role of outline(chunk).entities)
    if (role.sure && role.kind === "role")
      for (const team of teamsOf(all, role)) yield [team, role];
});

/** The declared teams of a role: the one in which it stands, then the one it names. */
export function teamsOf(all: Universe, role: Entity): readonly Entity[] {
  const named = namedIn(all, role, "team").filter((team) => typeof team !== "string");
  const around = role.parent?.kind === "team" ? [role.parent] : [];
  return [...new Set([...around, ...named])];
}

/** The lead of a team. */
export function leadOf(all: Universe, team: Entity): Named | undefined {
  return namedIn(all, team, "lead")[0];
}

/**
 * To whom a role reports: as written, else to the lead of its team (language.md, `reports-to`). The
 * lead of a team does not report to itself, but to whom the team reports: a role, or the lead of the
 * team that it is part of. Undefined where there is nobody, or nobody knows.
 */
export const superiorOf: (all: Universe, role: Entity) => Named | undefined = memoIn(
  (all, role) => {
    if (written(role, "reports-to")) return namedIn(all, role, "reports-to")[0];
    for (const team of teamsOf(all, role)) {
      const superior = leadAbove(all, role, team);
      if (superior !== undefined) return superior;
    }
    return undefined;
  },
);

/** Who is above the lead of a team: the first on the way up who is somebody else. */
function leadAbove(all: Universe, role: Entity, team: Entity): Named | undefined {
  const seen = new Set([team]);
  // A set may grow while it is walked: what is found here is walked too.
  for (const one of seen) {
    const lead = leadOf(all, one);
    if (lead === undefined || lead !== role) return lead;
    const [above] = namedIn(all, one, "reports-to").filter((other) => !isTeam(other));
    if (above !== undefined) return above;
    const parent = parentTeam(all, one);
    if (parent !== undefined) seen.add(parent);
  }
  return undefined;
}

function isTeam(named: Named): boolean {
  return typeof named !== "string" && named.kind === "team";
}

/** Whether nobody can say to whom a role reports, since something that it rests on is faulty. */
export function isReportingDoubtful(all: Universe, role: Entity): boolean {
  const isFaulty = (entity: Entity, fields: readonly string[]) =>
    fields.some((field) => unknownIn(entity, field) || hasUnknownName(all, entity, field));
  if (role.parent?.sure === false || isFaulty(role, ["reports-to", "team"])) return true;
  if (hasSlip(all, role, "team")) return true;
  return teamsOf(all, role).some((team) => isFaulty(team, ["lead", "reports-to"]));
}

/** Whether a field holds a name that cannot be looked up. */
export function hasUnknownName(all: Universe, entity: Entity, field: string): boolean {
  return refsOf(entity, field).some((ref) => namedBy(all, ref) === undefined);
}

/** Whether a field holds a name that nobody declares and that is nearly one that somebody does. */
export function hasSlip(all: Universe, entity: Entity, field: string): boolean {
  return refsOf(entity, field).some((ref) => slipOf(all, ref) !== undefined);
}
