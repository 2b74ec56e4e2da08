// A model → all language faults of its project that need more than one chunk to be seen.
import type { Finding } from "../../finding.ts";
import { memo } from "../../memo.ts";
import type { Model } from "../universe.ts";
import { cycles } from "./cycles.ts";
import { unreadableData } from "./data.ts";
import { duplicateMilestones, duplicateNames, secondStrategies } from "./names.ts";
import { contradictedNesting } from "./nesting.ts";
import { invertedPeriods } from "./periods.ts";
import { faultyReferences, unknownImports } from "./references.ts";

/** The faults of names, references, imports, periods and circles of a project. */
export const linkFindings: (model: Model) => readonly Finding[] = memo((model) => [
  ...duplicateNames(model),
  ...duplicateMilestones(model),
  ...secondStrategies(model),
  ...unknownImports(model),
  ...faultyReferences(model),
  ...contradictedNesting(model),
  ...invertedPeriods(model),
  ...unreadableData(model),
  ...cycles(model),
]);
