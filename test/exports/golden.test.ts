// The picture of each view of the example → pixels, held against pictures that were looked at.
//
// Where a drawing is meant to look different, GOLDEN=new npx vitest run test/exports/golden.test.ts
// writes them anew: look at each before it is committed.
import { readFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import { expect, test } from "vitest";
import { drawn } from "../../client/drawings/index.ts";
import { writePng } from "../../client/exports/png.ts";
import { views } from "../../server/views/index.ts";
import { differenceOf, exampleBoard, pixelsOf, svgOfPng, toolsFor } from "./tools.ts";

const width = 1000;
const names = views.map(({ name }) => name);

function pathOf(name: string): string {
  return `test/exports/golden/${name}.png`;
}

test.each(names)("%s as SVG looks as it did", async (name) => {
  const [view] = exampleBoard(name).views;
  if (view === undefined) throw new Error(`Nothing shows '${name}'.`);
  const picture = await pixelsOf(drawn(view, { theme: "light", width: 1600 }), width);
  if (process.env.GOLDEN === "new") writeFileSync(pathOf(name), picture.png);
  const golden = await pixelsOf(svgOfPng(readFileSync(pathOf(name))), width);
  expect(differenceOf(picture, golden)).toBeLessThan(0.002);
});

test.each(names)("%s as PNG looks the same, its text as outlines", async (name) => {
  const png = await writePng(exampleBoard(name), toolsFor());
  const golden = await pixelsOf(svgOfPng(readFileSync(pathOf(name))), width);
  expect(differenceOf(await pixelsOf(svgOfPng(png), width), golden)).toBeLessThan(0.01);
});
