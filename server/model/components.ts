// Things that lead on to others → groups that lead round in circles, each behind all that it leads to.

/** Things that all lead to one another; mostly a single one, which may lead to itself. */
export type Knot<Thing> = readonly Thing[];

/**
 * The strongly connected components of some things and all that they lead to, each behind those that
 * it leads to (Tarjan 1972, without recursion, so that a chain may be as long as it likes).
 */
export function components<Thing>(
  things: Iterable<Thing>,
  next: (thing: Thing) => Iterable<Thing>,
): readonly Knot<Thing>[] {
  const numbers = new Map<Thing, number>();
  const lowest = new Map<Thing, number>();
  const open: Thing[] = [];
  const isOpen = new Set<Thing>();
  const found: Knot<Thing>[] = [];
  const work: { readonly thing: Thing; readonly rest: Iterator<Thing> }[] = [];
  const enter = (thing: Thing) => {
    const number = numbers.size;
    numbers.set(thing, number);
    lowest.set(thing, number);
    open.push(thing);
    isOpen.add(thing);
    work.push({ thing, rest: next(thing)[Symbol.iterator]() });
  };
  const lower = (thing: Thing, to: number) =>
    lowest.set(thing, Math.min(lowest.get(thing) ?? to, to));
  const close = (thing: Thing) => {
    const group = open.splice(open.lastIndexOf(thing));
    for (const one of group) isOpen.delete(one);
    found.push(group);
  };
  for (const thing of things) {
    if (!numbers.has(thing)) enter(thing);
    for (let top = work.at(-1); top !== undefined; top = work.at(-1)) {
      const step = top.rest.next();
      if (!step.done) {
        const number = numbers.get(step.value);
        if (number === undefined) enter(step.value);
        else if (isOpen.has(step.value)) lower(top.thing, number);
        continue;
      }
      work.pop();
      const low = lowest.get(top.thing) ?? 0;
      const before = work.at(-1);
      if (before !== undefined) lower(before.thing, low);
      if (low === numbers.get(top.thing)) close(top.thing);
    }
  }
  return found;
}

/** Whether the things of a group lead round in a circle. */
export function isCircle<Thing>(
  group: Knot<Thing>,
  next: (thing: Thing) => Iterable<Thing>,
): boolean {
  const [first] = group;
  return group.length > 1 || (first !== undefined && [...next(first)].includes(first));
}

/**
 * What follows for each of some things from itself and all that it leads to, in time that grows with
 * the links: of a group that leads round in a circle the same for all of it. `below` are the results
 * of those to which the group leads directly, each once, in the order of the links.
 */
export function gathered<Thing, Result>(
  things: Iterable<Thing>,
  next: (thing: Thing) => Iterable<Thing>,
  gather: (group: Knot<Thing>, below: readonly Result[]) => Result,
): ReadonlyMap<Thing, Result> {
  const results = new Map<Thing, { readonly group: Knot<Thing>; readonly result: Result }>();
  for (const group of components(things, next)) {
    const below = new Map<Knot<Thing>, Result>();
    for (const thing of group) {
      for (const to of next(thing)) {
        // What has no result yet is in the group itself.
        const known = results.get(to);
        if (known !== undefined) below.set(known.group, known.result);
      }
    }
    const result = gather(group, [...below.values()]);
    for (const thing of group) results.set(thing, { group, result });
  }
  return new Map([...results].map(([thing, { result }]) => [thing, result]));
}
