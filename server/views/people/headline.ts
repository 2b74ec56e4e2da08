// Loads, skills and key roles of a project → the sentence and the figures over them.
import { Big } from "big.js";
import { folded } from "../../cells/folded.ts";
import { memo } from "../../cells/memo.ts";
import { capacityOf, loadOf, undeclaredLoads, unstatedFor } from "../../model/derive/people.ts";
import type { Entity } from "../../model/entity.ts";
import { outline } from "../../model/outline.ts";
import type { Model } from "../../model/universe.ts";
import { longAmount } from "../../words/amounts.ts";
import { counted, joined } from "../../words/wording.ts";
import { isSame } from "../difference.ts";
import { yearInWords } from "../said.ts";
import type { HeadFigure } from "../shape.ts";
import { succession } from "./key-roles.ts";
import { countsForItself, overIn } from "./loads.ts";
import { quarterInWords } from "./quarters.ts";
import { nobodyHas } from "./skills.ts";

/** What the teams of a project come to. */
interface Staff {
  /** Teams that stand for themselves. */
  readonly teams: number;
  /** The FTE of those whose capacity is known. */
  readonly fte: Big;
  readonly withoutCapacity: number;
  readonly over: number;
  /** Teams that may be over capacity: their capacity or all of their load is not known. */
  readonly unknown: number;
  /** Each quarter in which a team is over capacity, once a team. */
  readonly quarters: readonly string[];
}

const nobody: Staff = {
  teams: 0,
  fte: new Big(0),
  withoutCapacity: 0,
  over: 0,
  unknown: 0,
  quarters: [],
};

const declaredStaff = folded<Model, Staff>(
  (model, chunk) => {
    const teams = outline(chunk).entities.filter(({ sure, kind }) => sure && kind === "team");
    return teams.length === 0 ? undefined : added(teams.map((team) => staffOf(model, team)));
  },
  added,
  (a, b) => a.fte.eq(b.fte) && isSame({ ...a, fte: 0 }, { ...b, fte: 0 }),
);

function staffOf(model: Model, team: Entity): Staff {
  const all = model.universe;
  if (!countsForItself(model, team)) return nobody;
  const capacity = capacityOf(team);
  const loads = loadOf(all, team);
  const over = overIn(model, loads);
  const mayBeMore =
    loads.some(({ end, atLeast }) => end >= model.today && atLeast) ||
    unstatedFor(all, team).some(({ span }) => span === undefined || span.end >= model.today);
  return {
    teams: 1,
    fte: capacity ?? new Big(0),
    withoutCapacity: capacity === undefined ? 1 : 0,
    over: over.length > 0 ? 1 : 0,
    unknown: over.length === 0 && (capacity === undefined || mayBeMore) ? 1 : 0,
    quarters: over.map(({ quarter }) => quarter),
  };
}

function added(parts: readonly Staff[]): Staff {
  const sum = (of: (part: Staff) => number) => parts.reduce((all, part) => all + of(part), 0);
  return {
    teams: sum(({ teams }) => teams),
    fte: parts.reduce((all, { fte }) => all.plus(fte), new Big(0)),
    withoutCapacity: sum((part) => part.withoutCapacity),
    over: sum(({ over }) => over),
    unknown: sum(({ unknown }) => unknown),
    quarters: parts.flatMap(({ quarters }) => quarters),
  };
}

/** With the teams that nobody declares, which have no capacity. */
function staffIn(model: Model): Staff {
  const count = undeclaredLoads(model).size;
  const others = { ...nobody, teams: count, withoutCapacity: count, unknown: count };
  return added([declaredStaff(model) ?? nobody, others]);
}

/** "2 teams are over capacity in 2027" */
export const peopleSentence: (model: Model) => string = memo((model) => {
  const { teams, over, unknown, withoutCapacity, quarters } = staffIn(model);
  if (teams === 0) return roleSentence(model);
  if (over > 0)
    return `${counted(over, "team")} ${are(over)} over capacity ${when(model, quarters)}`;
  const isKnown = model.fiscal !== undefined && withoutCapacity < teams;
  if (isKnown && unknown < teams)
    return `No team is over capacity${unknown > 0 ? `, ${unknown} not known` : ""}`;
  const which = teams === 1 ? "the team is" : `the ${teams} teams are`;
  return `Whether ${which} over capacity is not known`;
});

function are(count: number): string {
  return count === 1 ? "is" : "are";
}

/** "in 2027", "in Q1 2027", "in 2026 and 2027", "from 2026 to 2029" */
function when(model: Model, quarters: readonly string[]): string {
  const isCalendar = model.fiscal?.month === 1;
  const [only, ...others] = new Set(quarters);
  if (only !== undefined && others.length === 0) return `in ${quarterInWords(only, isCalendar)}`;
  const numbers = [...new Set(quarters.map((one) => one.split("-")[0] ?? ""))].toSorted();
  const years = numbers.map((year) => yearInWords(year, isCalendar));
  const isRun = Number(numbers.at(-1)) - Number(numbers[0]) === numbers.length - 1;
  if (years.length > 2 && (isRun || years.length > 4))
    return `${isRun ? "from" : "between"} ${years[0]} ${isRun ? "to" : "and"} ${years.at(-1)}`;
  return `in ${joined(years, "and")}`;
}

function roleSentence(model: Model): string {
  const { all, open } = succession(model);
  if (all === 0) return "No team is written yet";
  if (open === 0)
    return all === 1 ? "The key role has a successor" : "Every key role has a successor";
  if (all === 1) return "The key role has no successor";
  return `${open} of ${all} key roles ${open === 1 ? "has" : "have"} no successor`;
}

/** FTE in teams, quarters over capacity, key roles without a successor, skills that nobody has. */
export const peopleFigures: (model: Model) => readonly HeadFigure[] = memo(
  (model) => [
    ...staffFigures(staffIn(model), model),
    ...successorFigure(model),
    ...skillFigure(model),
  ],
  isSame,
);

function staffFigures(staff: Staff, model: Model): readonly HeadFigure[] {
  const { teams, fte, withoutCapacity, quarters, unknown } = staff;
  if (teams === 0) return [];
  const inTeams = `in ${counted(teams, "team")}`;
  const isKnown = withoutCapacity < teams;
  const atLeast = withoutCapacity > 0 ? "at least " : "";
  const value = isKnown ? `${atLeast}${longAmount(fte).replace(/(\.\d)0$/, "$1")} FTE` : "– FTE";
  return [
    { value, label: inTeams },
    {
      value: overInWords(quarters.length, unknown, isKnown && model.fiscal !== undefined),
      label: `team ${quarters.length === 1 ? "quarter" : "quarters"} over capacity`,
    },
  ];
}

/** What is not known is never 0. */
function overInWords(count: number, unknown: number, isKnown: boolean): string {
  if (!isKnown) return "–";
  const told = longAmount(new Big(count));
  if (unknown === 0) return told;
  return count === 0 ? "None known" : `at least ${told}`;
}

function successorFigure(model: Model): readonly HeadFigure[] {
  const { all, open } = succession(model);
  if (all === 0) return [];
  const roles = all === 1 ? "key role" : "key roles";
  return [{ value: `${open} of ${all}`, label: `${roles} without a successor` }];
}

function skillFigure(model: Model): readonly HeadFigure[] {
  const { all, nobody: count } = nobodyHas(model);
  if (all === 0) return [];
  return [
    { value: String(count), label: `${count === 1 ? "skill" : "skills"} nobody has or learns` },
  ];
}
