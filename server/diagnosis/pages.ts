// A code of a diagnostic → the page that explains it.
import { rules } from "../rules/index.ts";

/** The page of a rule or of a language fault, relative to `docs/`. */
export function pageOf(code: string): string {
  return `${rules.some((rule) => rule.id === code) ? "rules" : "faults"}/${code}.md`;
}
