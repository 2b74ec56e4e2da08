// A drawing with a clip → the shapes that are seen of it.
import { expect, test } from "vitest";
import { shapesOf } from "../../client/exports/shapes.ts";

/** What is seen of some SVG in a box from 10 to 90 in both directions. */
function seen(inside: string) {
  const clip = '<clipPath id="c"><rect x="10" y="10" width="80" height="80"/></clipPath>';
  const group = `<g clip-path="url(#c)">${inside}</g>`;
  return shapesOf(`<svg width="100" height="100">${clip}${group}</svg>`).shapes;
}

test("what lies inside stays as it is, what lies outside is not there", () => {
  expect(seen('<rect x="20" y="20" width="5" height="5"/>')).toMatchObject([{ x: 20, width: 5 }]);
  expect(seen('<rect x="0" y="0" width="5" height="5"/>')).toEqual([]);
});

test("a box ends at the edge", () => {
  expect(seen('<rect x="0" y="20" width="50" height="100" rx="4"/>')).toMatchObject([
    { x: 10, y: 20, width: 40, height: 70, radius: 4 },
  ]);
});

test("a line that leaves and comes back is two", () => {
  const [line] = seen('<path d="M20 20H95V40H20" fill="none" stroke="#000000"/>');
  expect(line).toMatchObject({
    steps: [
      ["M", 20, 20],
      ["L", 90, 20],
      ["M", 90, 40],
      ["L", 20, 40],
    ],
  });
});

test("an area is closed along the edge", () => {
  const [area] = seen('<path d="M50 50H110V60H50Z"/>');
  expect(area).toMatchObject({
    steps: [["M", 50, 50], ["L", 90, 50], ["L", 90, 60], ["L", 50, 60], ["Z"]],
  });
});

test("a word stands on one side of the edge alone", () => {
  expect(seen('<text x="20" y="88" font-size="12">in</text>')).toHaveLength(1);
  expect(seen('<text x="20" y="96" font-size="12">out</text>')).toEqual([]);
});
