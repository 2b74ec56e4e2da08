// Strategies that grow in files and declarations cost about as much more as they are larger.
import { expect, test } from "vitest";
import { generate } from "../bench/generate.ts";
import { growth, type Shape } from "./cost.ts";

const plain: Shape = (files) => Object.fromEntries(generate({ files, lines: 200 }));

test("four times the files cost about four times as much", { timeout: 120_000 }, () => {
  expect(growth(plain, [20, 80], 8)).toBeLessThan(8);
});
