// A place in a text → the ids of the lines that lead to what is written there, from the top of the tree down.
import type { Position, SourcePlace } from "../../server/views/shape.ts";
import { besideOf, gapIds, isGoal, programmeIn, type TreePlan } from "./plan.ts";

/** Something that is written, and what it stands under. */
interface Written {
  readonly id: string;
  readonly source: SourcePlace;
  readonly above: () => readonly string[];
}

/** The ids from the top down to the innermost of what is written around a place; empty where nothing of the tree is. */
export function trailTo(plan: TreePlan, uri: string, position: Position): readonly string[] {
  let found: Written | undefined;
  for (const one of allIn(plan)) {
    if (one.source.uri !== uri || !isAround(one.source, position)) continue;
    if (found === undefined || !isBefore(one.source.range.start, found.source.range.start))
      found = one;
  }
  return found === undefined ? [] : [...found.above(), found.id];
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

function isAround({ range: { start, end } }: SourcePlace, position: Position): boolean {
  return !isBefore(position, start) && !isBefore(end, position);
}

/** Each thing where it counts, before what it is repeated under. */
function* allIn(plan: TreePlan): Iterable<Written> {
  const { alignment, roadmap } = plan.views;
  for (const group of plan.groups.values()) {
    const { id, source } = group;
    if (source === undefined) continue;
    yield { id, source, above: () => above(plan, id).slice(0, -1) };
    if (isGoal(plan, group)) yield* beside(plan, id);
  }
  for (const { id, source, milestones } of roadmap.initiatives) {
    yield { id, source, above: () => above(plan, id).slice(0, -1) };
    for (const one of milestones)
      yield { id: one.id, source: one.source, above: () => above(plan, id) };
    yield* beside(plan, id);
  }
  for (const one of alignment.loose.kpis)
    yield { id: one.id, source: one.source, above: () => [gapIds.kpis] };
  for (const one of alignment.loose.risks)
    yield { id: one.id, source: one.source, above: () => [gapIds.risks] };
}

function* beside(plan: TreePlan, id: string): Iterable<Written> {
  const { kpis, risks } = besideOf(plan, id);
  for (const one of [...kpis, ...risks])
    yield { id: one.id, source: one.source, above: () => above(plan, id) };
}

/** The ids from the top down to some work or a group, with its own. */
function above(plan: TreePlan, id: string): readonly string[] {
  const trail = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !trail.has(at); at = overOf(plan, at))
    trail.add(at);
  return [...trail].reverse();
}

/** What something stands right under: a programme, or the group in which it counts. */
function overOf(plan: TreePlan, id: string): string | undefined {
  const group = plan.groups.get(id);
  if (group !== undefined) return group.parent;
  const work = plan.initiatives.get(id);
  if (work === undefined) return undefined;
  return programmeIn(plan, work)?.id ?? plan.homes.get(id);
}
