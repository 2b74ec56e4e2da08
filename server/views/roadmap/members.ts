// Work → which of it stands in which group, for each way to group it, and in which gap.
import { isSameList } from "../../cells/contributions.ts";
import { folded } from "../../cells/folded.ts";
import { indexed } from "../../cells/indexed.ts";
import { memoIn } from "../../cells/memo.ts";
import type { Entity } from "../../model/entity.ts";
import type { Model } from "../../model/universe.ts";
import { goalOf, inPicture, type Work, workInChunk } from "./rows.ts";
import type { GroupBy } from "./shape.ts";

/** A group: an objective, or what the others have in common, as in `owner:cio`. */
type GroupKey = Entity | string;

export const unalignedKey = "unaligned:";
export const undatedKey = "undated:";

/** Where work stands. What supports no objective stands in no group, but in the gap. */
function* keysOfWork(model: Model, work: Work): Iterable<GroupKey> {
  const { entity, shown, groups, isClosed } = work;
  if (!shown.start && !isClosed) yield undatedKey;
  if (shown.unaligned) {
    yield unalignedKey;
    return;
  }
  const [byGoal, ...others] = groups;
  const goal = goalOf(model.universe, entity);
  if (goal !== undefined) yield goal;
  else if (byGoal !== undefined) yield byGoal;
  yield* others;
}

const members = indexed<Model, GroupKey, Work>(function* (model, chunk) {
  for (const work of workInChunk(model, chunk))
    for (const key of keysOfWork(model, work)) yield [key, work];
});

/** What stands in a group, in the order of the picture. */
export const membersOf: (model: Model, key: GroupKey) => readonly Work[] = memoIn(
  (model, key) => inPicture(model, members(model).get(key)),
  isSameList,
);

const keys = folded<Model, readonly string[]>(
  (model, chunk) => {
    const found = workInChunk(model, chunk).flatMap((work) =>
      [...keysOfWork(model, work)].filter((key) => typeof key === "string"),
    );
    return found.length === 0 ? undefined : [...new Set(found)];
  },
  (parts) => [...new Set(parts.flat())],
  isSameList,
);

/** What the keys of each way to group begin with. */
const beginnings: Readonly<Record<GroupBy, readonly string[]>> = {
  objective: ["unclear:", "closed:"],
  team: ["teams:"],
  owner: ["owner:"],
  status: ["status:"],
  technology: ["technologies:"],
};

/** The groups of one way to group that are no objectives, in the order in which the picture meets them. */
export const keysOf: (model: Model, by: GroupBy) => readonly string[] = memoIn((model, by) => {
  const own = (keys(model) ?? []).filter((key) =>
    beginnings[by].some((beginning) => key.startsWith(beginning)),
  );
  const firsts = new Map(own.map((key) => [membersOf(model, key)[0], key]));
  const inOrder = inPicture(
    model,
    [...firsts.keys()].filter((one) => one !== undefined),
  );
  return inOrder.flatMap((one) => firsts.get(one) ?? []);
}, isSameList);
