// The roadmap before and after an edit → whether it shows what was done, and what is wrong since.
import type { Gesture } from "../../../server/gestures/shape.ts";
import type { RoadmapView } from "../../../server/views/roadmap/shape.ts";

/** All that gestures of this page change of what they are about, as a text to compare. */
export function factsIn(view: RoadmapView, gestures: readonly Gesture[]): string {
  const ids = new Set(gestures.map(({ of }) => of.id));
  const work = view.initiatives.filter(
    ({ id, milestones }) => ids.has(id) || milestones.some((one) => ids.has(one.id)),
  );
  return JSON.stringify([
    work.map(
      ({ start, end, openEnd, goals, themes, teams, owner, status, technologies, milestones }) => [
        ...[start, end, openEnd, goals, themes, teams, owner, status, technologies],
        milestones.map(({ date }) => date),
      ],
    ),
    view.events.filter(({ id }) => ids.has(id)).map(({ date }) => date),
    view.dependencies.filter(({ to }) => ids.has(to)),
  ]);
}

/**
 * A sentence that was not there before: a rule that what was dragged breaks now, or what waits for it.
 * Only its figures may have been others.
 */
export function wrongSince(
  before: RoadmapView,
  after: RoadmapView,
  gestures: readonly Gesture[],
): string | undefined {
  const ids = new Set(gestures.map(({ of }) => of.id));
  const known = new Map(before.initiatives.map(({ id, wrong }) => [id, wrong.map(withoutFigures)]));
  const isNew = (id: string) => (sentence: string) =>
    known.get(id)?.includes(withoutFigures(sentence)) === false;
  for (const { id, wrong, milestones } of after.initiatives) {
    if (!ids.has(id) && !milestones.some((one) => ids.has(one.id))) continue;
    const found = wrong.find(isNew(id));
    if (found !== undefined) return found;
  }
  const waiting = new Set(after.dependencies.flatMap(({ from, to }) => (ids.has(from) ? to : [])));
  for (const { id, title, wrong } of after.initiatives) {
    const found = waiting.has(id) ? wrong.find(isNew(id)) : undefined;
    if (found !== undefined) return `'${title}': ${found.charAt(0).toLowerCase()}${found.slice(1)}`;
  }
  return undefined;
}

function withoutFigures(sentence: string): string {
  return sentence.replaceAll(/\d+/g, "");
}
