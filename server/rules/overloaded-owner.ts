// Roles that answer for more active work than one person can follow.

import { memoIn } from "../cells/memo.ts";
import { activeWorkOf, openObjectivesOf, undeclaredOwners } from "../model/derive/people.ts";
import type { Named } from "../model/derive/teams.ts";
import { called, type Entity, refsOf } from "../model/entity.ts";
import { ownedBy } from "../model/owner.ts";
import type { Model } from "../model/universe.ts";
import { at, atName, type Rule, type RuleFinding, relatedTo } from "./rule.ts";

export const overloadedOwner: Rule = {
  id: "overloaded-owner",
  group: "People",
  severity: "info",
  says: "a role that owns, itself or by what they stand in, more than `max` (5) active initiatives, or more than that many open objectives",
  options: {
    max: { default: 5, doc: "How many active initiatives, or open objectives, a role may own." },
  },
  kinds: ["role"],
  judge(model, role, { max = 5 }) {
    const one = overload(model, role, max);
    return one === undefined ? [] : [one];
  },
  *judgeProject(model, { max = 5 }) {
    for (const name of undeclaredOwners(model)) {
      const one = overloadOfName(model, `${max} ${name}`);
      if (one !== undefined) yield one;
    }
  },
};

/** For names that nobody declares: by the number that is allowed and the name. */
const overloadOfName: (model: Model, key: `${number} ${string}`) => RuleFinding | undefined =
  memoIn((model, key) => {
    const [max = "", name = ""] = key.split(" ");
    return overload(model, name, Number(max));
  });

function overload(model: Model, role: Named, max: number): RuleFinding | undefined {
  const loads = loadsOf(model, role, max);
  const owned = () => loadsOf(model, role, max).flatMap(({ things }) => things);
  const place = placeOf(
    model,
    role,
    loads.flatMap(({ things }) => things),
  );
  if (place === undefined) return undefined;
  const says = loads.map(({ what, things }) => `${things.length} ${what}: ${list(things)}`);
  return {
    at: place,
    message: `'${typeof role === "string" ? role : called(role)}' answers for ${says.join("; and for ")}. Hand some over; ${max} is the most.`,
    ...relatedTo(owned, (one) => ({
      at: atName(one),
      message: `'${called(one)}' is one of them.`,
    })),
  };
}

/** What a role answers for and is more than it should be. */
function loadsOf(model: Model, role: Named, max: number) {
  return [
    { what: "active initiatives", things: activeWorkOf(model, role) },
    { what: "open objectives", things: openObjectivesOf(model, role) },
  ].filter(({ things }) => things.length > max);
}

/** The first of them: the others are related places. */
function list(things: readonly Entity[]): string {
  const shown = things.slice(0, 6).map((one) => `'${called(one)}'`);
  return things.length > shown.length
    ? `${shown.join(", ")} and ${things.length - shown.length} more`
    : shown.join(", ");
}

/** The role's declaration, or the first reference to a role that nobody declared. */
function placeOf(model: Model, role: Named, work: readonly Entity[]) {
  if (work.length === 0) return undefined;
  if (typeof role !== "string") return atName(role);
  for (const one of work) {
    const holder = ownedBy(model.universe, one);
    const ref = holder && refsOf(holder, "owner").find(({ name }) => name === role);
    if (holder !== undefined && ref !== undefined && model.pathOf(holder.chunk) !== undefined)
      return at(holder, ref.span);
  }
  return undefined;
}
