// Gaps in a practice with which a project has not begun → one finding each, and the fixes that stay on offer at each gap.
import type { Kind } from "../../grammar/vocabulary.ts";
import { called, type Entity } from "../model/entity.ts";
import type { Model } from "../model/universe.ts";
import { atName, type Practice, type Rule } from "../rules/rule.ts";
import { type Diagnostic, diagnostic, type Offer } from "./diagnostic.ts";
import { optionsOf } from "./settings.ts";

/** A thing that a practice looks at; `told`: the finding where it lacks what is asked for. */
export interface Gauged {
  readonly rule: Rule;
  readonly about: Entity;
  readonly told: Diagnostic | undefined;
}

/** Fixes at a gap that no diagnostic marks, and the finding that speaks for it and others. */
interface SpokenFor extends Offer {
  /** Where that is suppressed, nothing is on offer either. */
  readonly spokenFor: Diagnostic;
}

/** So many have to lack something before it is a habit that is missing. */
const fewest = 5;

/**
 * Folds what is left of the findings of all rules once some are suppressed. Of each rule and kind:
 * where at least five things, and at least `fold` percent of them, lack what is asked for, their
 * findings become one, and their fixes stay on offer. What was suppressed counts on neither side.
 */
export function fold(
  model: Model,
  gauged: readonly Gauged[],
  left: readonly Diagnostic[],
): { readonly diagnostics: readonly Diagnostic[]; readonly offers: readonly SpokenFor[] } {
  const remaining = new Set(left);
  const once: Diagnostic[] = [];
  const offers: SpokenFor[] = [];
  for (const own of Map.groupBy(gauged, keyOf).values()) {
    const [{ rule, about } = {}] = own;
    if (rule?.practice === undefined || about?.kind === undefined) continue;
    const gaps = own.flatMap((one) =>
      one.told !== undefined && remaining.has(one.told) ? [{ ...one, told: one.told }] : [],
    );
    const kept = own.filter(({ told }) => told === undefined).length;
    const { fold: percent = 80 } = optionsOf(model, rule);
    if (gaps.length < fewest || gaps.length * 100 < percent * (kept + gaps.length)) continue;
    const one = summary(model, rule, rule.practice, about.kind, kept, gaps);
    once.push(one);
    for (const { told } of gaps) {
      remaining.delete(told);
      offers.push(offerOf(told, one));
    }
  }
  return { diagnostics: [...remaining, ...once], offers };
}

function keyOf({ rule, about }: Gauged): string {
  return `${rule.id} ${about.kind}`;
}

type Gap = Gauged & { readonly told: Diagnostic };

/** The one finding for all gaps, on the strategy or without one on the first of them. */
function summary(
  model: Model,
  rule: Rule,
  practice: Practice,
  kind: Kind,
  kept: number,
  gaps: readonly Gap[],
): Diagnostic {
  const lacking = new Set(gaps.map(({ about }) => about));
  const inOrder = model.entities.filter((entity) => lacking.has(entity));
  const holder = model.strategy ?? inOrder[0];
  if (holder === undefined) throw new Error("What is folded has gaps.");
  const nouns = practice.nouns?.[kind] ?? plural[kind];
  const total = kept + gaps.length;
  const says =
    kept === 0
      ? `None of ${total} ${nouns} ${practice.none}.`
      : `${gaps.length} of ${total} ${nouns} ${practice.most}.`;
  const related = inOrder
    .filter((one) => one !== holder)
    .map((one) => ({ at: atName(one), message: `'${called(one)}' is one of them.` }));
  return diagnostic(
    model,
    { code: rule.id, at: atName(holder), message: `${says} ${practice.advice}`, related },
    highest(gaps.map(({ told }) => told.severity)),
    false,
  );
}

/** The fixes of a gap, which stay on offer where it stands. */
function offerOf(told: Diagnostic, spokenFor: Diagnostic): SpokenFor {
  const { root, path, start, end, code } = told;
  return {
    root,
    path,
    start,
    end,
    code,
    spokenFor,
    get fixes() {
      return told.fixes;
    },
  };
}

const severities = ["error", "warning", "info", "hint"] as const;

function highest(found: readonly Diagnostic["severity"][]): Diagnostic["severity"] {
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
