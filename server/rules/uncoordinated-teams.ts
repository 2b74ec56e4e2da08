// Work of many teams, or of two departments, with nothing at which they meet.

import { anywhere } from "../cells/folded.ts";
import { indexed } from "../cells/indexed.ts";
import { type Named, namedBy } from "../model/derive/teams.ts";
import { type Entity, refsOf, unknownIn, valueIn } from "../model/entity.ts";
import { outline } from "../model/outline.ts";
import { withProgrammes } from "../model/programmes.ts";
import { entityOf, resolveRef } from "../model/resolve.ts";
import { isCommitted } from "../model/status.ts";
import { isStray } from "../model/stray.ts";
import { slipOf } from "../model/undeclared.ts";
import type { Model, Universe } from "../model/universe.ts";
import { atName, type Rule, subject } from "./rule.ts";

export const uncoordinatedTeams: Rule = {
  id: "uncoordinated-teams",
  group: "People",
  severity: "info",
  says: "three teams or more, or two departments, on an initiative with no milestone and no review that covers it",
  kinds: ["initiative"],
  *judge(model, initiative) {
    if (!isCommitted(model.universe, initiative)) return;
    if (unknownIn(initiative, "teams")) return;
    const teams = teamsOf(model, initiative);
    const departments = new Set([...teams].flatMap(departmentOf));
    if (teams.size < 3 && departments.size < 2) return;
    if (initiative.children.some((child) => child.kind === "milestone" || child.kind === undefined))
      return;
    if (isCovered(model, initiative)) return;
    const who = teams.size >= 3 ? `${teams.size} teams` : `${departments.size} departments`;
    yield {
      at: atName(initiative),
      message: `${subject(initiative)} is the work of ${who}, but has no milestone and no review at which they meet. Add one.`,
    };
  },
};

/** A name that is nearly that of a declared team counts as the one that is meant. */
function teamsOf({ universe: all }: Model, initiative: Entity): ReadonlySet<Named> {
  const named = refsOf(initiative, "teams").map((ref) => slipOf(all, ref) ?? namedBy(all, ref));
  return new Set(named.filter((team) => team !== undefined));
}

function departmentOf(team: Named): readonly string[] {
  const text = typeof team === "string" ? undefined : valueIn(team, "department", "text")?.text;
  return text === undefined ? [] : [text.trim()];
}

/** Whether a review names the initiative, or a programme of which it is a part, among what it covers. */
function isCovered(model: Model, initiative: Entity): boolean {
  const all = model.universe;
  const line = withProgrammes(all, initiative);
  if (line.some((one) => isStray(all, one))) return true;
  return line.some((one) => covered(all).get(one).length > 0) || isAnyCovered(all);
}

/** What reviews cover, or probably mean to. */
const covered = indexed<Universe, Entity, true>(function* (all, chunk) {
  for (const review of outline(chunk).entities) {
    if (review.kind !== "review") continue;
    for (const ref of refsOf(review, "covers")) {
      const target = resolveRef(all, ref);
      const one = target.is === "missing" ? target.near?.entity : entityOf(all, ref);
      if (one !== undefined) yield [one, true];
    }
  }
});

/** Whether nobody understands what some review covers: it may be anything. */
const isAnyCovered = anywhere<Universe>((_all, chunk) =>
  outline(chunk).entities.some((one) => one.kind === "review" && unknownIn(one, "covers")),
);
