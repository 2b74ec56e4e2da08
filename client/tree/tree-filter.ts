// What is typed into the filter, and a plan → what matches, and what holds something that does.
import type { GoalKpi, GoalRisk } from "../../server/views/alignment/shape.ts";
import type { Group, Initiative } from "../../server/views/roadmap/shape.ts";
import type { Health } from "../../server/views/shape.ts";
import { matchOf, searchWords } from "../drawings/roadmap/search.ts";
import { statusWords } from "../drawings/sentences.ts";
import { isGoal, programmeIn, type TreePlan } from "./plan.ts";
import { riskWords } from "./tree-words.ts";

/** All of what was typed must be found: a word somewhere, or a state in which something is. */
interface Wanted {
  readonly words: RegExp;
  readonly health?: Health;
}

/** What is left of a plan, by id. */
export interface TreeMatches {
  readonly matching: ReadonlySet<string>;
  /** What stands above something that matches. */
  readonly holding: ReadonlySet<string>;
  /** How many of each kind match, and how many initiatives there are; of what was given up only what matches. */
  readonly counts: {
    readonly initiatives: number;
    readonly objectives: number;
    readonly kpis: number;
    readonly risks: number;
    readonly all: number;
  };
}

const states: readonly (readonly [words: RegExp, health: Health | undefined])[] = [
  [/\boff[\s-]*track\b/iu, "red"],
  [/\bat[\s-]*risk\b/iu, "amber"],
  [/\bon[\s-]*track\b/iu, "green"],
  [/\bnot[\s-]*known\b/iu, "grey"],
  [/\bon[\s-]*hold\b/iu, undefined],
];

/** What is wanted of each thing: states that take two words are one wish. */
function wishesIn(typed: string): readonly Wanted[] {
  const wanted: Wanted[] = [];
  let rest = typed;
  for (const [words, health] of states) {
    if (!words.test(rest)) continue;
    rest = rest.replace(words, " ");
    wanted.push({ words, ...(health && { health }) });
  }
  return [...wanted, ...searchWords(rest).map((words) => ({ words }))];
}

interface Tested {
  readonly health?: Health | undefined;
  readonly finds: (words: RegExp) => boolean;
}

function passes(wanted: readonly Wanted[], { health, finds }: Tested): boolean {
  return wanted.every(
    (one) => (one.health !== undefined && one.health === health) || finds(one.words),
  );
}

function inTexts(...texts: readonly (string | undefined)[]): Tested["finds"] {
  return (words) => texts.some((text) => text !== undefined && words.test(text));
}

function ofInitiative(one: Initiative): Tested {
  const status = one.status && statusWords[one.status];
  return {
    health: one.health,
    finds: (words) =>
      matchOf(one, [words]) !== undefined || (status !== undefined && words.test(status)),
  };
}

function ofGoal({ id, title, owner, health, status }: Group): Tested {
  return { health, finds: inTexts(id, title, owner, status && statusWords[status]) };
}

function ofKpi({ figures }: TreePlan, { id, title, health }: GoalKpi): Tested {
  return { health, finds: inTexts(id, title, figures.get(id)?.owner, "KPI") };
}

function ofRisk(risk: GoalRisk): Tested {
  return { finds: inTexts(risk.id, risk.title, riskWords(risk)) };
}

/** What matches; undefined where nothing is asked for. */
export function matchesIn(plan: TreePlan, typed: string): TreeMatches | undefined {
  const wanted = wishesIn(typed.normalize("NFC"));
  if (wanted.length === 0) return undefined;
  const { roadmap, alignment } = plan.views;
  const idsOf = <One extends { readonly id: string }>(
    all: Iterable<One>,
    tested: (one: One) => Tested,
  ) => new Set(Array.from(all).flatMap((one) => (passes(wanted, tested(one)) ? [one.id] : [])));
  const signs = [...plan.beside.values(), alignment.loose];
  const initiatives = idsOf(roadmap.initiatives, ofInitiative);
  const objectives = idsOf(
    [...plan.groups.values()].filter((group) => isGoal(plan, group)),
    ofGoal,
  );
  const kpis = idsOf(
    signs.flatMap((one) => one.kpis),
    (one) => ofKpi(plan, one),
  );
  const risks = idsOf(
    signs.flatMap((one) => one.risks),
    ofRisk,
  );
  const matching = new Set([...initiatives, ...objectives, ...kpis, ...risks]);
  return {
    matching,
    holding: holdersOf(plan, matching),
    counts: {
      initiatives: initiatives.size,
      objectives: objectives.size,
      kpis: kpis.size,
      risks: risks.size,
      all: roadmap.initiatives.filter(
        ({ id, status }) => status !== "cancelled" || initiatives.has(id),
      ).length,
    },
  };
}

function holdersOf(plan: TreePlan, matching: ReadonlySet<string>): ReadonlySet<string> {
  const holding = new Set<string>();
  const isLeft = (id: string) => matching.has(id) || holding.has(id);
  for (const [id, { kpis, risks }] of plan.beside)
    if ([...kpis, ...risks].some((one) => matching.has(one.id))) holding.add(id);
  for (const one of plan.views.roadmap.initiatives)
    if (isLeft(one.id))
      for (
        let at = programmeIn(plan, one);
        at !== undefined && !holding.has(at.id);
        at = programmeIn(plan, at)
      )
        holding.add(at.id);
  const { groups } = plan;
  for (const group of groups.values()) {
    const inside = [...group.initiatives, ...(group.ghosts ?? []).map(({ id }) => id)];
    if (!isLeft(group.id) && !inside.some(isLeft)) continue;
    if (inside.some(isLeft)) holding.add(group.id);
    for (let at = group.parent; at !== undefined && !holding.has(at); at = groups.get(at)?.parent)
      holding.add(at);
  }
  return holding;
}

/** "4 of 18 initiatives and 1 KPI match 'crm'." */
export function matchSentence(typed: string, all: readonly TreeMatches["counts"][]): string {
  const sum = (kind: keyof TreeMatches["counts"]) =>
    all.reduce((total, counts) => total + counts[kind], 0);
  const work = sum("initiatives");
  const parts = [
    work === 0 ? "" : `${work} of ${counted(sum("all"), "initiative")}`,
    counted(sum("objectives"), "objective"),
    counted(sum("kpis"), "KPI"),
    counted(sum("risks"), "risk"),
  ].filter((part) => part !== "");
  const isOne = parts.length === 1 && /^1 /.test(parts[0] ?? "");
  const last = parts.pop() ?? "Nothing";
  const said = parts.length === 0 ? last : `${parts.join(", ")} and ${last}`;
  const verb = isOne || last === "Nothing" ? "matches" : "match";
  return `${said} ${verb} '${typed.trim()}'.`;
}

function counted(many: number, one: string): string {
  return many === 0 ? "" : `${many} ${one}${many === 1 ? "" : "s"}`;
}
