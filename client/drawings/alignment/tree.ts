// The goals and work of the view, and what is open of them → a tree, from the top down.
import type { AlignedWork, AlignmentView, Goal } from "../../../server/views/alignment/shape.ts";
import type { Room } from "../drawing.ts";

/** A goal with what stands under it. */
export interface GoalTree {
  readonly goal: Goal;
  readonly work: readonly AlignedWork[];
  readonly children: readonly GoalTree[];
  /** Whether what is under it is shown. */
  readonly isOpen: boolean;
  /** Whether it can be opened and closed. */
  readonly hasToggle: boolean;
}

export interface Grove {
  readonly tops: readonly GoalTree[];
  readonly unaligned: readonly AlignedWork[];
  readonly isGapOpen: boolean;
  /** Whether branches can be opened and closed: where the picture is long. */
  readonly isLong: boolean;
  /** How many columns of goals there are. */
  readonly depth: number;
}

/** From so much work on branches can be closed, and from so much on they are. */
const longWork = 24;
const closedWork = 200;
/** So much work right under a goal with sub-goals is closed with it. */
const manyDirectly = 50;

export const gapToggle = "unaligned";

export function toggleOf(goal: Goal): string {
  return `goal:${goal.id}`;
}

export function growOf(view: AlignmentView, room: Pick<Room, "toggled" | "still">): Grove {
  const byId = new Map(view.initiatives.map((work) => [work.id, work]));
  const workOf = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const count = view.initiatives.length;
  const isLong = count > longWork && !room.still;
  const under = Map.groupBy(view.goals, ({ parent }) => parent);
  const grown = new Map<string, GoalTree>();
  // A parent stands before its children, so from behind all children are there.
  for (const goal of view.goals.toReversed()) {
    const children = (under.get(goal.id) ?? []).flatMap(({ id }) => grown.get(id) ?? []);
    const isBranch = children.length === 0 || goal.initiatives.length > manyDirectly;
    const isShut = count > closedWork && isBranch && !room.still;
    const hasToggle = isLong && goal.initiatives.length + children.length > 0;
    const isFlipped = hasToggle && room.toggled.has(toggleOf(goal));
    grown.set(goal.id, {
      goal,
      work: workOf(goal.initiatives),
      children,
      isOpen: !hasToggle || isShut === isFlipped,
      hasToggle,
    });
  }
  const unaligned = workOf(view.unaligned.initiatives);
  const isGapShut = isLong && count > closedWork && unaligned.length > longWork;
  return {
    tops: (under.get(undefined) ?? []).flatMap(({ id }) => grown.get(id) ?? []),
    unaligned,
    isGapOpen: isGapShut === (isLong && room.toggled.has(gapToggle)),
    isLong,
    depth: view.goals.reduce((most, { depth }) => Math.max(most, depth + 1), 1),
  };
}

/** How much work is shown. */
export function shownWork({ tops, unaligned, isGapOpen }: Grove): number {
  let count = isGapOpen ? unaligned.length : 0;
  const ahead = [...tops];
  for (const tree of ahead) {
    if (!tree.isOpen) continue;
    count += tree.work.length;
    for (const child of tree.children) ahead.push(child);
  }
  return count;
}

/** All goals under one, with itself, the nearest first. */
export function allGoals(tree: GoalTree): readonly GoalTree[] {
  const found = [tree];
  for (const one of found) for (const child of one.children) found.push(child);
  return found;
}
