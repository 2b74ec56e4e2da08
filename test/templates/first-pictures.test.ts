// A template on the day on which it is made → pictures that one likes to show: nothing red, and it is known how things stand.
import { expect, test } from "vitest";
import { templates, textOn } from "../../server/templates/index.ts";
import { views } from "../../server/views/index.ts";
import { viewOf } from "../../server/views/view.ts";
import { universeOf } from "../workspace.ts";

const days = [
  ...["2026-11-29", "2026-12-31", "2027-01-01", "2027-02-14", "2027-02-15", "2027-03-31"],
  ...["2027-06-30", "2027-08-16", "2027-09-01", "2027-10-01", "2028-02-29"],
];

/** All pictures of all templates that are made on a day. */
function picturesOf(made: string) {
  return templates.flatMap((template) => {
    const model = universeOf(textOn(template, made, "EUR"), { today: made }).model();
    return views.map((view) => ({
      name: `${template.name} of ${made}`,
      picture: viewOf(view, model),
    }));
  });
}

test("no figure over a picture of it is red or amber, whatever part of a quarter the day is in", () => {
  const marked = days.flatMap(picturesOf).flatMap(({ name, picture }) =>
    picture.figures.flatMap(({ value, label, wrong, counts }) => {
      const isMarked = wrong || counts?.red || counts?.amber;
      return isMarked ? [`${name}, ${picture.view}: ${value} ${label}`] : [];
    }),
  );
  expect(marked).toEqual([]);
});

test("no sentence over a picture says that something is not known", () => {
  const said = days
    .flatMap(picturesOf)
    .map(({ name, picture }) => `${name}, ${picture.view}: ${picture.sentence}`);
  expect(said.filter((line) => line.includes("known"))).toEqual([]);
  expect(said).toContain("okr-quarter of 2026-11-29, scorecard: All 7 KPIs are on plan");
});
