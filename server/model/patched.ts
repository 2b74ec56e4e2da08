// The declarations of a kind, and chunks that went and came → the list after that, without a look at all others.
import { firstWhere } from "../../grammar/ordered.ts";
import type { Chunk } from "../../grammar/tree.ts";
import type { Kind } from "../../grammar/vocabulary.ts";
import type { Entity } from "./entity.ts";
import { outline } from "./outline.ts";

/** What a step of a project does, and where what stays now stands. */
interface Step {
  readonly went: readonly Chunk[];
  readonly came: readonly Chunk[];
  rankOf(chunk: Chunk): number;
}

/** So many chunks are taken out of a list and put into it one by one. */
const few = 64;

/** The declarations of a kind once some chunks went and others came; undefined where these are many. */
export function patched(
  before: readonly Entity[],
  kind: Kind,
  { went, came, rankOf }: Step,
): readonly Entity[] | undefined {
  if (went.length + came.length > few) return undefined;
  const gone = new Set(went);
  let after = before.filter(({ chunk }) => !gone.has(chunk));
  for (const chunk of came) {
    const rank = rankOf(chunk);
    const place = firstWhere(after, (one) => rankOf(one.chunk) > rank);
    after = [...after.slice(0, place), ...sureOf(chunk, kind), ...after.slice(place)];
  }
  return after;
}

export function sureOf(chunk: Chunk, kind: Kind): readonly Entity[] {
  return outline(chunk).entities.filter((one) => one.sure && one.kind === kind);
}
