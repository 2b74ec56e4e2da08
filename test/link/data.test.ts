// CSV files of KPIs that cannot be read at all, and what a faulty fiscal year changes: nothing of that.
import { expect, test } from "vitest";
import { kpiState } from "../../server/model/derive/kpi.ts";
import { diagnosed } from "../diagnosed.ts";
import { universeOf } from "../workspace.ts";
import { check } from "./faults.ts";

test("a file in another shape, or none, is told whatever the strategy says", () =>
  check(`
    strategy house "House" {
      fiscal-year-start: April
                         ^^^^^ wrong-type
    }
    kpi waste "Waste" {
      unit: %
      actuals: "waste.csv"
               ^^^^^^^^^^^ unreadable-data: separated by semicolons
    }
    kpi gone "Gone" {
      unit: %
      actuals: "gone.csv"
               ^^^^^^^^^^ unreadable-data: There is no such file
    }
    //- waste.csv
    date;value
    2026-05-31;3,0
  `));

test("under a faulty fiscal year faulty rows are told, and days and months count", () => {
  const plan = (fiscal: string) =>
    `strategy house "House" { fiscal-year-start: ${fiscal} }\n` +
    'objective o "O" { kpi k "K" { unit: % baseline: 5 on 2026-01 target: 1 by 2027-12 actuals: "k.csv" } }';
  const at = (fiscal: string, rows: string) => {
    const files = { "plan.strategy": plan(fiscal), "k.csv": `date,value\n${rows}` };
    const { all, entity } = universeOf(files);
    const faulty = diagnosed(files).findings.find((one) => one.rule === "faulty-rows");
    return [
      kpiState(all, entity("k")).latest?.value.toFixed(),
      faulty?.message.match(/line \d/)?.[0],
    ];
  };
  const good = "2026-05-31,3\n2026-06,2\nsoon,1";
  expect(at("April", good)).toEqual(["2", "line 4"]);
  expect(at("4", good)).toEqual(["2", "line 4"]);
  // Nobody knows which day the quarter means, so nobody knows which figure is the latest.
  expect(at("April", `${good}\n2027-Q2,9`)).toEqual([undefined, "line 4"]);
  expect(at("4", `${good}\n2027-Q2,9`)).toEqual(["9", "line 4"]);
});
