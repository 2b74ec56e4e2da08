// All rules, in the order of the rule table.
import type { Rule } from "./rule.ts";
import { unusedSuppression } from "./unused-suppression.ts";

export const rules: readonly Rule[] = [
  // Hygiene
  unusedSuppression,
];
