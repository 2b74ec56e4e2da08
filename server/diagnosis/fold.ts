// Gaps in a practice with which a project has not begun → one finding for all of them.
import type { Kind } from "../../grammar/vocabulary.ts";
import { type Finding, mostShown, type RelatedPlace, type Severity } from "../finding.ts";
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

/** What came of a practice with things of one kind in all files of a project. */
export interface Sum {
  readonly rule: Rule;
  readonly kind: Kind;
  readonly kept: number;
  readonly count: number;
  readonly severity: Severity;
  /** Those that lack it, in project order. */
  gaps(): Iterable<Gap>;
}

/**
 * The one finding for all gaps, where they become one: where at least five things, and at least `fold`
 * percent of them, lack what is asked for. What was suppressed counts on neither side. It stands on
 * the strategy or without one on the first gap.
 */
export function summary(model: Model, sum: Sum): Summary | undefined {
  const { rule, kind, kept, count, severity } = sum;
  const { fold: percent = 80 } = optionsOf(model, rule);
  if (count < fewest || count * 100 < percent * (kept + count)) return undefined;
  const [first] = sum.gaps();
  const holder = model.strategy ?? first?.about;
  const { practice } = rule;
  if (holder === undefined || practice === undefined) return undefined;
  const nouns = practice.nouns?.[kind] ?? plural[kind];
  const total = kept + count;
  const says =
    kept === 0
      ? `None of ${total} ${nouns} ${practice.none}.`
      : `${count} of ${total} ${nouns} ${practice.most}.`;
  const message = `${says} ${practice.advice}`;
  return {
    finding: {
      ...{ code: rule.id, at: atName(holder), message },
      related: [...places(sum, holder, mostShown)],
      ...(count > mostShown && { allRelated: () => [...places(sum, holder)] }),
    },
    severity,
  };
}

/** Where the things stand that lack it, less what holds the finding. */
function* places(
  sum: Sum,
  holder: Entity,
  most = Number.POSITIVE_INFINITY,
): Iterable<RelatedPlace> {
  let left = most;
  for (const { about } of sum.gaps()) {
    if (about === holder) continue;
    if (left-- <= 0) return;
    yield { at: atName(about), message: `'${called(about)}' is one of them.` };
  }
}

/** In the order of the rules, whatever was found first. */
export function inRuleOrder(a: string, b: string): number {
  const placeOf = (key: string) => rules.findIndex(({ id }) => key.startsWith(`${id} `));
  return placeOf(a) - placeOf(b) || (a < b ? -1 : 1);
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
