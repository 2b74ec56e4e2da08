// Strategies of two sizes → how much more pages of paper cost: four times as many take about four times as long.
import { expect, test } from "vitest";
import { pagesOfAll } from "../../client/drawings/pages.tsx";
import { views } from "../../server/views/index.ts";
import { viewOf } from "../../server/views/view.ts";
import { generate } from "../bench/generate.ts";
import { universeOf } from "../workspace.ts";
import { growth } from "./cost.ts";

const paper = { theme: "print", width: 1122.5, height: 793.7 } as const;

test.each(views.map((view) => ({ name: view.name, view })))("$name on paper", ({ view }) => {
  const shape = (files: number) => Object.fromEntries(generate({ files, lines: 200 }));
  const sizes = [shape(20), shape(80)] as const;
  const data = new Map(
    sizes.map((files) => [Object.keys(files).length, viewOf(view, universeOf(files).model())]),
  );
  const work = (files: Readonly<Record<string, string>>) => {
    const found = data.get(Object.keys(files).length);
    if (found !== undefined) pagesOfAll([found], paper);
  };
  expect(growth(shape, [20, 80], 9, work)).toBeLessThan(9);
});
