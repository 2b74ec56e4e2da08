// A model → all language faults of its project that need more than one chunk to be seen.
import type { Finding } from "../../finding.ts";
import type { Model } from "../universe.ts";
import { cycles } from "./cycles.ts";
import { unreadableData } from "./data.ts";
import { duplicateMilestones, duplicateNames, secondStrategies } from "./names.ts";
import { contradictedNesting } from "./nesting.ts";
import { invertedPeriods } from "./periods.ts";
import { faultyReferences, unknownImports } from "./references.ts";

/** A question put to a whole project; `name` stands behind "The check of". */
interface LinkCheck {
  readonly name: string;
  readonly find: (model: Model) => Iterable<Finding>;
  /** It looks at the project as a whole; the others may be asked of a part of it. */
  readonly ofWhole?: true;
}

/** The faults of names, references, imports, periods and circles of a project, question by question. */
export const linkChecks: readonly LinkCheck[] = [
  { name: "names that are taken twice", find: duplicateNames },
  { name: "milestones that are taken twice", find: duplicateMilestones },
  { name: "a second strategy", find: secondStrategies },
  { name: "imports", find: unknownImports },
  { name: "names that do not exist", find: faultyReferences },
  { name: "what nesting implies", find: contradictedNesting },
  { name: "periods", find: invertedPeriods },
  { name: "the files of KPIs", find: unreadableData },
  { name: "circles", find: cycles, ofWhole: true },
];
