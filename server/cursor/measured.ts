// A KPI → where it stands in words that read right whichever way is better.
import { Big } from "big.js";
import { longDay } from "../model/days.ts";
import { type KpiState, kpiState, type Mark } from "../model/derive/kpi.ts";
import { type Entity, valueIn } from "../model/entity.ts";
import { greatestOf } from "../model/extremes.ts";
import type { Universe } from "../model/universe.ts";
import { allApart, apart, type Form } from "../words/amounts.ts";

/** How a measurement compares with its plan: in a few words, and as a share of the way. */
interface Verdict {
  /** "behind plan", "better than plan"; undefined where there is nothing to compare. */
  readonly word: string | undefined;
  /** "92% of the planned fall"; undefined where there is no way to go, or nobody knows it. */
  readonly share: string | undefined;
}

/** "3.65% on 31 October 2026, where 3.62% was expected: behind plan (95% of the planned fall)". */
export function standing(all: Universe, kpi: Entity): string {
  const state = kpiState(all, kpi);
  const { latest, expected, baseline } = state;
  const figure = figuresOf(kpi, state);
  if (latest === undefined) return notMeasured(state, baseline && figure(baseline.value));
  const { word, share } = verdictOf(state);
  const day = longDay(latest.day);
  if (expected === undefined) return `${figure(latest.value)} on ${day}`;
  const [is, should] = apart(latest.value, expected, formOf(state));
  const unit = unitOf(kpi);
  const says = [word, share && `(${share})`].filter((part) => part !== undefined).join(" ");
  const compared = `${is}${unit} on ${day}, where ${should}${unit} was expected`;
  return says === "" ? compared : `${compared}: ${says}`;
}

function notMeasured(state: KpiState, baseline: string | undefined): string {
  if (state.isDoubtful) return "Not known: some of its figures cannot be read";
  if (baseline === undefined) return "";
  const day = state.baseline?.day;
  return `Not measured yet; it began at ${baseline}${day === undefined ? "" : ` on ${longDay(day)}`}`;
}

/** In a few words, for a hint: "behind plan, 92% of the planned fall"; "" where nobody knows. */
export function standingInShort(all: Universe, kpi: Entity): string {
  const { word, share } = verdictOf(kpiState(all, kpi));
  return [word, share].filter((part) => part !== undefined).join(", ");
}

/** "3.65%, behind plan", for an outline. */
export function latestInShort(all: Universe, kpi: Entity): string {
  const state = kpiState(all, kpi);
  if (state.latest === undefined) return "";
  const { word } = verdictOf(state);
  const figure = figuresOf(kpi, state)(state.latest.value);
  return word === undefined ? figure : `${figure}, ${word}`;
}

/** "3.5% by 31 December 2026": the next target, else the last one that has passed. */
export function nextTarget(all: Universe, kpi: Entity): string {
  const state = kpiState(all, kpi);
  const target = state.nextTarget ?? state.targets.at(-1);
  return target === undefined ? "" : marked(figuresOf(kpi, state), target, "by");
}

function marked(figure: (value: Big) => string, { value, day }: Mark, word: string): string {
  return day === undefined ? figure(value) : `${figure(value)} ${word} ${longDay(day)}`;
}

/** "4, 3.84, 3.65: falling, as it should". */
export function trend(all: Universe, kpi: Entity): string {
  const state = kpiState(all, kpi);
  const last = state.series.slice(-6);
  const [before, now] = last.slice(-2);
  if (before === undefined || now === undefined) return "";
  const figures = allApart(
    last.map((one) => one.value),
    formOf(state),
  );
  const way = now.value.cmp(before.value);
  const word = way > 0 ? "rising" : way < 0 ? "falling" : "unchanged";
  const better = { increase: 1, decrease: -1, maintain: 0 }[state.direction ?? "maintain"];
  const says = way * better > 0 ? ", as it should" : way * better < 0 ? ", which is worse" : "";
  return `${figures.join(", ")}: ${word}${says}`;
}

/** The latest value against what was expected of it on its day. */
function verdictOf(state: KpiState): Verdict {
  const { latest, expected, direction, rag } = state;
  if (latest === undefined || expected === undefined || direction === undefined || rag === "grey")
    return { word: undefined, share: undefined };
  const above = latest.value.cmp(expected);
  if (direction === "maintain") return { word: keptWord(rag, above), share: undefined };
  const better = direction === "increase" ? above : -above;
  return { word: planWord(rag, better), share: shareOf(state) };
}

function planWord(rag: "green" | "amber" | "red", better: number): string {
  if (better > 0) return "better than plan";
  if (better === 0) return "on plan";
  if (rag === "green") return "on plan, within the tolerance";
  return rag === "amber" ? "behind plan" : "far behind plan";
}

function keptWord(rag: "green" | "amber" | "red", above: number): string {
  if (rag === "green") return above === 0 ? "kept" : "kept, within the tolerance";
  return `${rag === "red" ? "far too" : "too"} ${above > 0 ? "high" : "low"}`;
}

/**
 * How much of the way from the baseline that was planned by then has been gone. Nothing where there
 * is no way yet, or where the targets go the wrong way for the direction.
 */
function shareOf({ baseline, expected, direction, attainment }: KpiState): string | undefined {
  if (baseline?.day === undefined || expected === undefined || attainment === undefined)
    return undefined;
  const way = expected.cmp(baseline.value) * (direction === "increase" ? 1 : -1);
  if (way <= 0) return undefined;
  if (attainment < 0) return "worse than at the start";
  const [share] = apart(new Big(attainment).times(100), new Big(100), "percent");
  return `${share}% of the planned ${direction === "increase" ? "rise" : "fall"}`;
}

/** As many decimals as people write for this KPI, two at least. */
function formOf({ series, targets, baseline }: KpiState): Form {
  const values = [...series, ...targets, ...(baseline === undefined ? [] : [baseline])];
  const decimals = values.map(({ value }) => value.toFixed().split(".")[1]?.length ?? 0);
  return { decimals: Math.min(greatestOf(decimals, 2), 4) };
}

function figuresOf(kpi: Entity, state: KpiState): (value: Big) => string {
  const unit = unitOf(kpi);
  const form = formOf(state);
  return (value) => `${allApart([value], form)[0]}${unit}`;
}

/** The unit as it stands behind a number: `%` without a blank. */
function unitOf(kpi: Entity): string {
  const unit = valueIn(kpi, "unit", "unit")?.text;
  return unit === undefined ? "" : unit === "%" ? unit : ` ${unit}`;
}
