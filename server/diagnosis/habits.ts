// A practice and things of one kind → what is counted together, and becomes one finding where it is missing.
import type { Kind } from "../../grammar/vocabulary.ts";
import type { Entity } from "../model/entity.ts";
import { rules } from "../rules/index.ts";
import type { Rule } from "../rules/rule.ts";

/** A practice with things of one kind: the same object for the same. */
export interface Habit {
  readonly rule: Rule;
  readonly kind: Kind;
}

const known = new WeakMap<Rule, Map<Kind, Habit>>();

/** What a finding of a practice about a thing counts to; undefined of a thing without a kind. */
export function habitOf(rule: Rule, { kind }: Entity): Habit | undefined {
  if (kind === undefined) return undefined;
  let kinds = known.get(rule);
  if (kinds === undefined) {
    kinds = new Map();
    known.set(rule, kinds);
  }
  let habit = kinds.get(kind);
  if (habit === undefined) {
    habit = { rule, kind };
    kinds.set(kind, habit);
  }
  return habit;
}

/** In the order of the rules, whatever was found first. */
export function inRuleOrder(a: Habit, b: Habit): number {
  return rules.indexOf(a.rule) - rules.indexOf(b.rule) || (a.kind < b.kind ? -1 : 1);
}
