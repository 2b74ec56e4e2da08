// Gaps in a practice with which a project has not begun → one finding for all of them.
import type { Kind } from "../../grammar/vocabulary.ts";
import { type Finding, mostShown, type RelatedPlace, type Severity } from "../finding.ts";
import { called, type Entity } from "../model/entity.ts";
import type { Model } from "../model/universe.ts";
import { atName } from "../rules/rule.ts";
import type { Habit } from "./habits.ts";
import { optionsOf } from "./settings.ts";

/** A thing that lacks what a practice asks for. */
export interface Gap {
  readonly about: Entity;
  readonly severity: Severity;
}

/** What came of a practice with things of one kind. */
export interface Tally {
  /** How many have what is asked for. */
  readonly kept: number;
  /** Those that lack it, in project order. */
  readonly gaps: readonly Gap[];
}

/** The one finding that speaks for many. */
export interface Summary {
  readonly habit: Habit;
  readonly finding: Finding;
  readonly severity: Severity;
}

/** So many have to lack something before it is a habit that is missing. */
const fewest = 5;

/** What came of a practice with things of one kind in all files of a project. */
export interface Sum {
  readonly habit: Habit;
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
  const { kept, count, severity } = sum;
  const { rule, kind } = sum.habit;
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
    habit: sum.habit,
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
