// The text of a picture → its shapes, painted as the picture is.
import { expect, test } from "vitest";
import { drawn } from "../../client/drawings/index.ts";
import { shapesOf } from "../../client/exports/shapes.ts";
import { roadmapOf } from "../drawings/example.ts";

test("a group paints what is in it and says nothing else itself", () => {
  const group =
    '<g fill="none" stroke="#112233"><path d="M0 0L5 5L9 0"/><circle r="2" fill="#445566"/></g>';
  const [path, disc] = shapesOf(`<svg width="10" height="10">${group}</svg>`).shapes;
  expect(path).toMatchObject({ stroke: "#112233" });
  expect(path).not.toHaveProperty("fill");
  expect(disc).toMatchObject({ stroke: "#112233", fill: "#445566" });
});

test("a title that looks like the end of a section is a title", () => {
  const svg = drawn(roadmapOf('initiative a "Ends ]]> here" { timeline: 2026-02 .. 2027-03 }'), {
    theme: "light",
    width: 1280,
  });
  expect(shapesOf(svg).shapes).toContainEqual(expect.objectContaining({ text: "Ends ]]> here" }));
});
