// Work → which of it stands in which group, where it counts and where it is a ghost, and in which gap.
import { isSameList } from "../../cells/contributions.ts";
import { folded } from "../../cells/folded.ts";
import { indexed } from "../../cells/indexed.ts";
import { memoIn } from "../../cells/memo.ts";
import type { Entity } from "../../model/entity.ts";
import type { Model } from "../../model/universe.ts";
import { inPicture, type Work, workInChunk, workOf } from "./rows.ts";
import type { Ghost, GroupBy } from "./shape.ts";
import { type GroupKey, standsOf } from "./stands.ts";

const members = indexed<Model, GroupKey, Work>(function* (model, chunk) {
  for (const work of workInChunk(model, chunk))
    for (const { key, under } of standsOf(model, work.entity))
      if (under === undefined) yield [key, work];
});

/** What counts in a group, in the order of the picture. */
export const membersOf: (model: Model, key: GroupKey) => readonly Work[] = memoIn(
  (model, key) => inPicture(model, members(model).get(key)),
  isSameList,
);

/** Work where it does not count. */
interface Haunt {
  readonly entity: Entity;
  readonly work: Work;
  readonly key: GroupKey;
  readonly ghost: Ghost;
}

const hauntsOf: (model: Model, entity: Entity) => readonly Haunt[] = memoIn(
  (model, entity) => {
    const work = workOf(model, entity);
    const { id } = work.shown;
    return standsOf(model, entity).flatMap(({ key, under }) =>
      under === undefined ? [] : [{ entity, work, key, ghost: { id, under } }],
    );
  },
  (a, b) =>
    a.length === b.length &&
    a.every((one, at) => {
      const other = b[at];
      return (
        one.key === other?.key && one.work === other.work && one.ghost.under === other.ghost.under
      );
    }),
);

const haunts = indexed<Model, GroupKey, Haunt>(function* (model, chunk) {
  for (const { entity } of workInChunk(model, chunk))
    for (const one of hauntsOf(model, entity)) yield [one.key, one];
});

/** What belongs to a group and counts elsewhere, in the order of the picture. */
export const hauntsIn: (model: Model, key: GroupKey) => readonly Haunt[] = memoIn(
  (model, key) => inPicture(model, haunts(model).get(key)),
  isSameList,
);

/** The ghosts of a group as data; a group without has no such part. */
export function ghostsOf(haunts: readonly Haunt[]): readonly Ghost[] | undefined {
  return haunts.length === 0 ? undefined : haunts.map(({ ghost }) => ghost);
}

const keys = folded<Model, readonly string[]>(
  (model, chunk) => {
    const found = workInChunk(model, chunk).flatMap(({ entity }) =>
      standsOf(model, entity).flatMap(({ key }) => (typeof key === "string" ? [key] : [])),
    );
    return found.length === 0 ? undefined : [...new Set(found)];
  },
  (parts) => [...new Set(parts.flat())],
  isSameList,
);

/** What the keys of each way to group begin with. */
const beginnings: Readonly<Record<GroupBy, readonly string[]>> = {
  objective: ["unclear:", "closed:"],
  theme: ["themes:"],
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
  const firsts = own.flatMap((key) => {
    const first = inPicture(model, [
      ...membersOf(model, key).slice(0, 1),
      ...hauntsIn(model, key).slice(0, 1),
    ])[0];
    return first === undefined ? [] : [{ key, entity: first.entity }];
  });
  return inPicture(model, firsts).map(({ key }) => key);
}, isSameList);
