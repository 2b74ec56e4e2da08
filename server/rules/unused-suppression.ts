// The rule on `// ignore` comments: its findings need those of all other rules.
import type { Rule } from "./rule.ts";

export const unusedSuppression: Rule = {
  id: "unused-suppression",
  group: "Hygiene",
  severity: "warning",
  says: "a suppression that suppresses nothing, has no reason, or is past its date",
  fix: "remove it",
  // What a suppression hides is known only when all rules have spoken: server/diagnosis/suppress.ts judges it.
};
