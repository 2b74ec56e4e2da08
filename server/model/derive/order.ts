// Things that rest on others → an order in which each stands behind all that it rests on.

/**
 * The things in such an order (Kahn 1962). What lies in a circle, or rests on something that does,
 * is left out; what is rested on and is not among the things does not count.
 */
export function ordered<Thing>(
  things: Iterable<Thing>,
  restsOn: (thing: Thing) => Iterable<Thing>,
): readonly Thing[] {
  const open = new Map<Thing, number>();
  for (const thing of things) open.set(thing, 0);
  const above = new Map<Thing, Thing[]>();
  for (const thing of open.keys()) {
    for (const base of restsOn(thing)) {
      if (!open.has(base)) continue;
      open.set(thing, (open.get(thing) ?? 0) + 1);
      const known = above.get(base);
      if (known === undefined) above.set(base, [thing]);
      else known.push(thing);
    }
  }
  const order = [...open].filter(([, count]) => count === 0).map(([thing]) => thing);
  for (const base of order) {
    for (const thing of above.get(base) ?? []) {
      const count = (open.get(thing) ?? 0) - 1;
      open.set(thing, count);
      if (count === 0) order.push(thing);
    }
  }
  return order;
}
