// A thing that is measured again and again → how often that is done.
import { expect, test } from "vitest";
import { remembered } from "../../client/drawings/remembered.ts";
import { interWidth } from "../../client/drawings/text.ts";

function counting() {
  let count = 0;
  const width = remembered((thing: { readonly title: string }, measure, size = 0) => {
    count += 1;
    return measure(thing.title, size, 400);
  });
  return { width, count: () => count };
}

test("the same thing in the same room is measured once, another thing or room by itself", () => {
  const { width, count } = counting();
  const goal = { title: "Keep customers" };
  expect(width(goal, interWidth, 13)).toBe(interWidth("Keep customers", 13, 400));
  expect(width(goal, interWidth, 13)).toBe(interWidth("Keep customers", 13, 400));
  expect(count()).toBe(1);
  expect(width(goal, interWidth, 14)).toBe(interWidth("Keep customers", 14, 400));
  expect(width({ ...goal }, interWidth, 14)).toBe(interWidth("Keep customers", 14, 400));
  expect(count()).toBe(3);
});

test("in another font all is measured again", () => {
  const { width } = counting();
  const goal = { title: "Keep customers" };
  expect(width(goal, interWidth, 13)).toBe(interWidth("Keep customers", 13, 400));
  expect(width(goal, () => 7, 13)).toBe(7);
});
