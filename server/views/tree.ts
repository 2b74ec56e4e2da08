// Things and what each stands under → all of them, each behind what it stands under, with circles cut.
import { components, isCircle } from "../model/components.ts";

/** Where something stands in a tree. */
export interface TreePlace<Thing> {
  readonly of: Thing;
  readonly parent: Thing | undefined;
  readonly depth: number;
  /** How many stand right under it. */
  readonly below: number;
  /** It was cut off here: what it stands under stands under it. The whole circle, from it on upwards. */
  readonly circle?: readonly Thing[];
}

/** All things in the order of a tree; a circle is cut at the first of its things. */
export function inTree<Thing>(
  things: Iterable<Thing>,
  above: (thing: Thing) => Thing | undefined,
): readonly TreePlace<Thing>[] {
  const all = [...things];
  const parents = new Map<Thing, Thing>();
  for (const one of all) {
    const parent = above(one);
    if (parent !== undefined) parents.set(one, parent);
  }
  const circles = cut(all, parents);
  const children = Map.groupBy(all, (one) => parents.get(one));
  const found: TreePlace<Thing>[] = [];
  const depths = new Map<Thing, number>();
  const ahead = (children.get(undefined) ?? []).toReversed();
  for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
    const parent = parents.get(at);
    const depth = parent === undefined ? 0 : (depths.get(parent) ?? 0) + 1;
    depths.set(at, depth);
    const under = children.get(at) ?? [];
    const circle = circles.get(at);
    found.push({ of: at, parent, depth, below: under.length, ...(circle && { circle }) });
    for (const child of under.toReversed()) ahead.push(child);
  }
  return found;
}

/** Takes away the line of the first thing of each circle; what the circles are, by that thing. */
function cut<Thing>(
  all: readonly Thing[],
  parents: Map<Thing, Thing>,
): ReadonlyMap<Thing, readonly Thing[]> {
  const order = new Map(all.map((one, index) => [one, index]));
  const next = (one: Thing) => [parents.get(one)].filter((parent) => parent !== undefined);
  const found = new Map<Thing, readonly Thing[]>();
  for (const group of components(all, next)) {
    if (!isCircle(group, next)) continue;
    const [first] = group.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    if (first === undefined) continue;
    const circle = [first];
    for (let at = parents.get(first); at !== undefined && at !== first; at = parents.get(at))
      circle.push(at);
    found.set(first, circle);
  }
  for (const first of found.keys()) parents.delete(first);
  return found;
}
