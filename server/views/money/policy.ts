// The settings of a project → what its policy asks for.
import type { Model } from "../../model/universe.ts";

/** The smallest percent that a rule asks for; undefined where it is switched off. */
export function leastAsked(model: Model, rule: string, fallback: number): number | undefined {
  const setting = model.project.config.rules.get(rule);
  return setting?.severity === "off" ? undefined : (setting?.options?.min ?? fallback);
}
