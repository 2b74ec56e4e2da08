// The configuration of a project → whether a rule is switched off in it.
import type { Model } from "./universe.ts";

/** Whether the configuration switches a rule off: what keeps silent where it speaks need not do so then. */
export function isSwitchedOff(model: Model, rule: string): boolean {
  return model.project.config.rules.get(rule)?.severity === "off";
}
