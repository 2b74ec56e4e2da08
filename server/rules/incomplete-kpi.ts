// KPIs that say too little to be judged: no unit, baseline or target, or no date.
import { addFields, type NewField } from "../edits/edits.ts";
import { aTenthFrom, targetDate } from "../edits/placeholders.ts";
import type { Fix, SourceEdit } from "../finding.ts";
import { iso, monthsAfter } from "../model/calendar.ts";
import { kpiState } from "../model/derive/kpi.ts";
import { choiceOf, type Entity, unknownIn, valuesOf, written } from "../model/entity.ts";
import { isOpenKpi } from "../model/status.ts";
import type { Model } from "../model/universe.ts";
import { atName, practice, type RuleFinding, subject } from "./rule.ts";

export const incompleteKpi = practice(
  {
    id: "incomplete-kpi",
    group: "Measurement",
    severity: "warning",
    says: "no unit, baseline or target, or a baseline, target or actual with no date; once a KPI, naming all (info where the baseline is all that is missing; not even that for `maintain`)",
    kinds: ["kpi"],
    fix: "add what is missing",
  },
  {
    none: "has a unit, a baseline and a target, all with their dates",
    most: "lack a unit, a baseline, a target or a date",
    advice: "Complete those that you report first, or nobody can tell whether they are on plan.",
    look(model, about) {
      if (!isOpenKpi(model.universe, about)) return undefined;
      const gaps = [...missing(about), ...undated(about)];
      return { about, lack: gaps.length === 0 ? undefined : lackOf(model, about, gaps) };
    },
  },
);

function lackOf(model: Model, kpi: Entity, gaps: readonly string[]): RuleFinding {
  const isBaselineOnly = gaps.length === 1 && gaps[0] === "baseline";
  const effect = isBaselineOnly
    ? "so nobody can see how far it has come"
    : "so nobody can tell whether it is on plan";
  return {
    at: atName(kpi),
    ...(isBaselineOnly && { severity: "info" as const }),
    message: `${subject(kpi)} has no ${list(gaps)}, ${effect}. Add what is missing.`,
    fixes: [fix(model, kpi)],
  };
}

/** To maintain a figure, it does not matter where it began; a faulty direction may say so. */
function missing(kpi: Entity): readonly string[] {
  const needsNoStart = choiceOf(kpi, "direction") === "maintain" || unknownIn(kpi, "direction");
  return ["unit", "baseline", "target"].filter(
    (field) => !written(kpi, field) && !(field === "baseline" && needsNoStart),
  );
}

const marks = ["baseline", "target", "actual"] as const;

/** The dates that are missing behind a baseline, a target or an actual. */
function undated(kpi: Entity): readonly string[] {
  return marks
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
      for (const field of marks) {
        const date = dateFor(model, kpi, field);
        for (const { span } of dateless(kpi, field)) {
          dates.push({
            at: { chunk: kpi.chunk, span: { start: span.end, end: span.end } },
            text: date,
          });
        }
      }
      // A field may be added directly behind a date: the date comes first.
      return [...dates, ...addFields(model.universe, kpi, newFields(model, kpi))];
    },
  };
}

/** What is added behind a figure: a target lies ahead, a baseline before the first target. */
function dateFor(model: Model, kpi: Entity, field: (typeof marks)[number]): string {
  if (field === "target") return ` by ${targetDate(model)}`;
  const due = kpiState(model.universe, kpi).targets[0]?.day;
  const isLate = field === "baseline" && due !== undefined && due <= model.today;
  return ` on ${iso(isLate ? monthsAfter(due, -12) : model.today)}`;
}

/**
 * The first measurement makes a baseline, where it is not later than the first target; a target a
 * little further on makes a start.
 */
function newFields(model: Model, kpi: Entity): readonly NewField[] {
  const state = kpiState(model.universe, kpi);
  const [first] = state.series;
  const [target] = state.targets;
  const direction = choiceOf(kpi, "direction");
  const base = state.baseline?.value ?? first?.value;
  const isStart = first !== undefined && first.day <= (target?.day ?? first.day);
  const back = state.direction === "decrease" ? "increase" : "decrease";
  const start = target === undefined ? "0" : aTenthFrom(target.value, back);
  const values: Readonly<Record<string, string>> = {
    unit: "%",
    baseline: isStart
      ? `${first.value.toFixed()} on ${iso(first.day)}`
      : `${start}${dateFor(model, kpi, "baseline")}`,
    target: `${base === undefined ? "100" : aTenthFrom(base, direction)} by ${targetDate(model)}`,
  };
  return missing(kpi).map((name) => ({ name, value: values[name] ?? "" }));
}
