// Random graphs → groups, what follows for each thing, and what is found, as plain definitions have them.
import fc from "fast-check";
import { expect, test } from "vitest";
import { components, gathered, isCircle } from "../../server/model/components.ts";

/** For each of some numbers those to which it leads, in order. */
const graphs = fc.integer({ min: 1, max: 9 }).chain((size) =>
  fc.array(fc.uniqueArray(fc.nat({ max: size - 1 }), { maxLength: 4 }), {
    minLength: size,
    maxLength: size,
  }),
);

type Graph = readonly (readonly number[])[];

const numbers = (graph: Graph) => [...graph.keys()];
const nextIn = (graph: Graph) => (one: number) => graph[one] ?? [];

/** All that can be reached by one link or more, breadth first. */
function reached(graph: Graph, from: number): readonly number[] {
  const found = [...nextIn(graph)(from)];
  for (const one of found)
    for (const to of nextIn(graph)(one)) if (!found.includes(to)) found.push(to);
  return found;
}

test("a group are those that lead to one another, behind all that they lead to", () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const next = nextIn(graph);
      const groups = components(numbers(graph), next);
      expect(groups.flat().toSorted((a, b) => a - b)).toEqual(numbers(graph));
      for (const [place, group] of groups.entries()) {
        for (const one of group) {
          const way = reached(graph, one);
          const mutual = numbers(graph).filter(
            (other) =>
              other === one || (way.includes(other) && reached(graph, other).includes(one)),
          );
          expect(group.toSorted((a, b) => a - b)).toEqual(mutual);
          expect(isCircle(group, next)).toBe(way.includes(one));
          for (const to of way)
            expect(groups.findIndex((other) => other.includes(to))).toBeLessThanOrEqual(place);
        }
      }
    }),
  );
});

test("what follows for a thing follows from all that it leads to", () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const all = gathered<number, ReadonlySet<number>>(
        numbers(graph),
        nextIn(graph),
        (group, below) => new Set([...group, ...below.flatMap((one) => [...one])]),
      );
      for (const one of numbers(graph))
        expect(all.get(one)).toEqual(new Set([one, ...reached(graph, one)]));
    }),
  );
});

test("chains and circles may be as long as they like", () => {
  const size = 200_000;
  const things = Array.from({ length: size }, (_, index) => index);
  const chain = (one: number) => (one + 1 < size ? [one + 1] : []);
  expect(components(things, chain)).toHaveLength(size);
  expect(components(things, (one) => [(one + 1) % size])).toHaveLength(1);
});
