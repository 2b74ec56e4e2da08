// KPIs that say too little to be judged: no unit, baseline or target, or no date.
import { addFields, type NewField } from "../edits.ts";
import type { Fix, SourceEdit } from "../finding.ts";
import { iso } from "../model/calendar.ts";
import { kpiState } from "../model/derive/kpi.ts";
import { choiceOf, type Entity, valuesOf, written } from "../model/entity.ts";
import { openKpis } from "../model/status.ts";
import type { Model } from "../model/universe.ts";
import { aTenthFrom, targetDate } from "../placeholders.ts";
import { atName, type Rule, subject } from "./rule.ts";

export const incompleteKpi: Rule = {
  id: "incomplete-kpi",
  group: "Measurement",
  severity: "warning",
  says: "no unit, baseline or target, or one with no date; once a KPI, naming all",
  fix: "add what is missing",
  *check(model) {
    for (const kpi of model.of("kpi")) {
      if (!openKpis(model.universe).has(kpi)) continue;
      const gaps = [...missing(kpi), ...undated(kpi)];
      if (gaps.length === 0) continue;
      yield {
        at: atName(kpi),
        message: `${subject(kpi)} has no ${list(gaps)}, so nobody can tell whether it is on plan. Add what is missing.`,
        fixes: [fix(model, kpi)],
      };
    }
  },
};

function missing(kpi: Entity): readonly string[] {
  return ["unit", "baseline", "target"].filter((field) => !written(kpi, field));
}

/** The dates that are missing behind a baseline or a target. */
function undated(kpi: Entity): readonly string[] {
  return ["baseline", "target"]
    .filter((field) => dateless(kpi, field).length > 0)
    .map((field) => `date for its ${field}`);
}

function dateless(kpi: Entity, field: string) {
  return valuesOf(kpi, field).filter((value) => value.is === "dated" && value.date === undefined);
}

function list(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", no ")} and no ${last}`;
}

function fix(model: Model, kpi: Entity): Fix {
  return {
    title: "Add what is missing",
    edits: () => {
      const dates: SourceEdit[] = [];
      for (const [field, date] of [
        ["baseline", ` on ${iso(model.today)}`],
        ["target", ` by ${targetDate(model)}`],
      ] as const) {
        for (const { span } of dateless(kpi, field)) {
          dates.push({
            at: { chunk: kpi.chunk, span: { start: span.end, end: span.end } },
            text: date,
          });
        }
      }
      return [...addFields(kpi, newFields(model, kpi)), ...dates];
    },
  };
}

/** The first measurement makes a baseline; a target a little further on makes a start. */
function newFields(model: Model, kpi: Entity): readonly NewField[] {
  const state = kpiState(model.universe, kpi);
  const first = state.series[0];
  const direction = choiceOf(kpi, "direction");
  const base = state.baseline?.value ?? first?.value;
  const target = state.targets[0]?.value;
  const values: Readonly<Record<string, string>> = {
    unit: "%",
    baseline:
      first === undefined
        ? `${target === undefined ? "0" : aTenthFrom(target, direction === "increase" ? "decrease" : "maintain")} on ${iso(model.today)}`
        : `${first.value.toFixed()} on ${iso(first.day)}`,
    target: `${base === undefined ? "100" : aTenthFrom(base, direction)} by ${targetDate(model)}`,
  };
  return missing(kpi).map((name) => ({ name, value: values[name] ?? "" }));
}
