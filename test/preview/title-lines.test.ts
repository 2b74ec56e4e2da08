// The texts of a mark and its title → those on which the title is drawn.
import { expect, test } from "vitest";
import { drawnLines } from "../../client/preview/mark-menu/title-place.ts";

/** The numbers of the texts that are the title. */
function found(title: string, ...texts: readonly string[]): readonly number[] {
  return drawnLines(
    texts.map((text, index) => [index, text] as const),
    title,
  );
}

test("it is found among what stands beside it", () => {
  expect(found("New CRM", "40%", "New CRM", "2M")).toEqual([1]);
  expect(found("4", "40%", "4")).toEqual([1]);
});

test("on several lines, and cut at its end", () => {
  expect(found("Keep customers for a year", "Keep customers", "for a year", "40% done")).toEqual([
    0, 1,
  ]);
  expect(found("Keep customers for a year", "1", "Keep customers for…", "2M")).toEqual([1]);
  expect(found("Keep  customers\nfor long", "Keep customers", "for long")).toEqual([0, 1]);
});

test("where it is not drawn there is none", () => {
  expect(found("New CRM", "7", "Other")).toEqual([]);
  expect(found("New CRM", "", "…")).toEqual([]);
  expect(found("", "7")).toEqual([]);
});
