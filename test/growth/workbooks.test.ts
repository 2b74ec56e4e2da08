// Workbooks whose tags do not end → read in a time that grows with them, and refused.
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { readWorkbook } from "../../client/tables/workbook.ts";
import { growth, type Shape, type Work } from "./cost.ts";

const sheet = "xl/worksheets/sheet1.xml";

const read: Work = (files) => {
  const parts = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  return readWorkbook(zipSync(Object.fromEntries(parts), { level: 1 }), "plan.xlsx");
};

test.each(["<c ", "<row ", '<row r="'])(
  "four times as many of %j cost about four times as much",
  {
    timeout: 60_000,
  },
  async (tag) => {
    const shape: Shape = (size) => ({
      "xl/workbook.xml": "<workbook/>",
      [sheet]: tag.repeat(size),
    });
    expect(growth(shape, [20_000, 80_000], 8, read)).toBeLessThan(8);
    expect(await read(shape(100))).toHaveProperty("refused");
  },
);
