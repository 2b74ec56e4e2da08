// Teams that are promised to more work than they have people for.
import type { Big } from "big.js";
import { loadOf, type QuarterLoad } from "../model/derive/people.ts";
import { called } from "../model/entity.ts";
import { apart } from "../words/amounts.ts";
import { listed } from "../words/wording.ts";
import { atName, type Rule, subject } from "./rule.ts";

export const overloadedTeam: Rule = {
  id: "overloaded-team",
  group: "People",
  severity: "warning",
  says: "load above capacity in a quarter, from the current one on; the quarters and initiatives in the message; once a team",
  kinds: ["team"],
  *judge(model, team) {
    const over = loadOf(model.universe, team).filter(
      ({ end, fte, capacity }) => end >= model.today && capacity !== undefined && fte.gt(capacity),
    );
    const [first] = over;
    if (first === undefined) return;
    const worst = over.reduce((a, b) => (b.fte.gt(a.fte) ? b : a), first);
    const work = [
      ...new Set(over.flatMap(({ initiatives }) => initiatives.map(({ entity }) => entity))),
    ];
    const names = work.map((entity) => `'${called(entity)}'`);
    yield {
      at: atName(team),
      message: `${subject(team)} has ${capacityOf(worst).toFixed()} FTE, but is promised ${fte(worst)} in ${worst.quarter}${also(over, worst)}, to ${list(names)}. Move work, or find people.`,
      related: work.map((entity) => ({
        at: atName(entity),
        message: `'${called(entity)}' counts on ${called(team)}.`,
      })),
    };
  },
};

function capacityOf({ capacity, fte }: QuarterLoad): Big {
  return capacity ?? fte;
}

/** With the decimals that it takes to tell it from the capacity. */
function fte(load: QuarterLoad): string {
  return apart(load.fte, capacityOf(load), { decimals: 1 })[0];
}

/** The other quarters with too much work: " (also 2.5 in 2027-Q1, …)". */
function also(over: readonly QuarterLoad[], worst: QuarterLoad): string {
  const others = over.filter((one) => one !== worst).map((one) => `${fte(one)} in ${one.quarter}`);
  return others.length === 0 ? "" : ` (also ${listed(others)})`;
}

function list(names: readonly string[]): string {
  if (names.length > 9) return listed(names);
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
