// Gaps in a practice with which a project has not begun → one finding for all of them.
import type { Kind } from "../../grammar/vocabulary.ts";
import type { Finding, Severity } from "../finding.ts";
import { called, type Entity } from "../model/entity.ts";
import type { Model } from "../model/universe.ts";
import { rules } from "../rules/index.ts";
import { atName, type Rule } from "../rules/rule.ts";
import { optionsOf } from "./settings.ts";

/** A thing that lacks what a practice asks for. */
export interface Gap {
  readonly about: Entity;
  readonly severity: Severity;
}

/** What came of a practice with things of one kind. */
export interface Tally {
  readonly rule: Rule;
  readonly kind: Kind;
  /** How many have what is asked for. */
  readonly kept: number;
  /** Those that lack it, in project order. */
  readonly gaps: readonly Gap[];
}

/** Under which name the findings of a practice about things of a kind are counted. */
export function tallyKey(rule: Rule, about: Entity): string {
  return `${rule.id} ${about.kind}`;
}

/** The one finding that speaks for many. */
export interface Summary {
  readonly finding: Finding;
  readonly severity: Severity;
}

/** So many have to lack something before it is a habit that is missing. */
const fewest = 5;

/**
 * Of what is left of the findings of all rules once some are suppressed, those that become one. Of
 * each rule and kind: where at least five things, and at least `fold` percent of them, lack what is
 * asked for. What was suppressed counts on neither side.
 */
export function fold(
  model: Model,
  tallies: Iterable<ReadonlyMap<string, Tally>>,
): ReadonlyMap<string, Summary> {
  const all = new Map<string, Tally[]>();
  for (const file of tallies) {
    for (const [key, tally] of file) {
      const known = all.get(key);
      if (known === undefined) all.set(key, [tally]);
      else known.push(tally);
    }
  }
  const found = new Map<string, Summary>();
  for (const key of [...all.keys()].sort(byRule)) {
    const parts = all.get(key) ?? [];
    const [first] = parts;
    if (first === undefined) continue;
    const kept = parts.reduce((sum, part) => sum + part.kept, 0);
    const count = parts.reduce((sum, part) => sum + part.gaps.length, 0);
    const { fold: percent = 80 } = optionsOf(model, first.rule);
    if (count < fewest || count * 100 < percent * (kept + count)) continue;
    const gaps = parts.flatMap((part) => part.gaps);
    const one = summary(model, { ...first, kept, gaps });
    if (one !== undefined) found.set(key, one);
  }
  return found;
}

/** In the order of the rules, whatever was found first. */
function byRule(a: string, b: string): number {
  const placeOf = (key: string) => rules.findIndex(({ id }) => key.startsWith(`${id} `));
  return placeOf(a) - placeOf(b) || (a < b ? -1 : 1);
}

/** The one finding for all gaps, on the strategy or without one on the first of them. */
function summary(
  model: Model,
  { rule: { id, practice }, kind, kept, gaps }: Tally,
): Summary | undefined {
  const holder = model.strategy ?? gaps[0]?.about;
  if (holder === undefined || practice === undefined) return undefined;
  const nouns = practice.nouns?.[kind] ?? plural[kind];
  const total = kept + gaps.length;
  const says =
    kept === 0
      ? `None of ${total} ${nouns} ${practice.none}.`
      : `${gaps.length} of ${total} ${nouns} ${practice.most}.`;
  const related = gaps
    .filter(({ about }) => about !== holder)
    .map(({ about }) => ({ at: atName(about), message: `'${called(about)}' is one of them.` }));
  return {
    finding: { code: id, at: atName(holder), message: `${says} ${practice.advice}`, related },
    severity: highest(gaps.map(({ severity }) => severity)),
  };
}

const severities = ["error", "warning", "info", "hint"] as const;

function highest(found: readonly Severity[]): Severity {
  return severities.find((one) => found.includes(one)) ?? "hint";
}

const plural: Readonly<Record<Kind, string>> = {
  objective: "objectives",
  initiative: "initiatives",
  kpi: "KPIs",
  risk: "risks",
  strategy: "strategies",
  theme: "themes",
  milestone: "milestones",
  team: "teams",
  role: "roles",
  stakeholder: "stakeholders",
  skill: "skills",
  technology: "technologies",
  review: "reviews",
};
