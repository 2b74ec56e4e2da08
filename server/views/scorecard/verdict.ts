// Where a KPI stands against its plan → a few words that read right whichever way is better, or why nobody knows.
import { Big } from "big.js";
import { seriesOf } from "../../model/derive/data.ts";
import { type KpiState, kpiState } from "../../model/derive/kpi.ts";
import { type Entity, unknownIn } from "../../model/entity.ts";
import { apart } from "../../words/amounts.ts";
import { capital } from "../../words/phrases.ts";
import type { Scene } from "../scene.ts";
import { coarseDay } from "./dates.ts";

/** A few words, and the share of what is expected where it makes sense to draw it. */
interface Verdict {
  readonly verdict: string;
  readonly progress?: number | undefined;
}

/** "46%, behind", "104%", "97%, too low", "Worse than at the start", "No figure yet". */
export function verdictOn(scene: Scene, kpi: Entity): Verdict {
  const state = kpiState(scene.all, kpi);
  const { rag, expected, latest } = state;
  if (rag === "grey" || expected === undefined || latest === undefined)
    return { verdict: reasonFor(scene, kpi, state) };
  const word = wordFor(state, latest.value.cmp(expected));
  if (leadsAway(state, expected)) return { verdict: "Target leads the wrong way" };
  const share = state.attainment;
  if (share === undefined) return { verdict: capital(word ?? "on plan") };
  if (share < 0) return { verdict: "Worse than at the start", progress: share };
  const percent = percentOf(share);
  return { verdict: word === undefined ? percent : `${percent}, ${word}`, progress: share };
}

function wordFor({ rag, direction }: KpiState, above: number): string | undefined {
  if (rag === "green") return undefined;
  if (direction !== "maintain") return rag === "red" ? "behind" : "slipping";
  return `${rag === "red" ? "far too" : "too"} ${above > 0 ? "high" : "low"}`;
}

/** Where the plan itself gets worse, going further along it is no progress. */
function leadsAway({ baseline, direction }: KpiState, expected: Big): boolean {
  const way = baseline === undefined ? 0 : expected.cmp(baseline.value);
  return direction !== "maintain" && way * (direction === "decrease" ? -1 : 1) < 0;
}

/** Whole, and with decimals where it would look like 100% and is not. */
function percentOf(share: number): string {
  if (share >= 10) return "over 999%";
  return `${apart(new Big(share).times(100), new Big(100), "percent")[0]}%`;
}

/** Why nobody can tell where it stands, the first thing to mend. */
function reasonFor(scene: Scene, kpi: Entity, state: KpiState): string {
  return (
    unread(scene, kpi, state) ??
    missing(state) ??
    undated(state) ??
    (state.tolerance === undefined
      ? "Its tolerance does not fit"
      : state.direction === undefined
        ? "Its direction cannot be read"
        : "Not known")
  );
}

function unread({ model }: Scene, kpi: Entity, state: KpiState): string | undefined {
  if (seriesOf(model, kpi)?.unreadable !== undefined) return "Its file cannot be read";
  if (state.isDoubtful) return "A figure cannot be read";
  if (unknownIn(kpi, "baseline")) return "Its baseline cannot be read";
  if (unknownIn(kpi, "target")) return "A target cannot be read";
  if (unknownIn(kpi, "direction")) return "Its direction cannot be read";
  if (unknownIn(kpi, "tolerance")) return "Its tolerance cannot be read";
  return undefined;
}

function missing({ baseline, latest, targets, isUndated, direction }: KpiState) {
  if (latest === undefined && isUndated) return "Its figure has no date";
  const needsStart = direction !== "maintain";
  const gaps = [
    ...(baseline === undefined && needsStart ? ["baseline"] : []),
    ...(latest === undefined ? ["figure"] : []),
    ...(targets.length === 0 ? ["target"] : []),
  ];
  if (gaps.length === 3) return "Nothing is written yet";
  if (gaps.length === 2) return `No ${gaps[0]} and no ${gaps[1]}`;
  if (gaps[0] === "figure") return "No figure yet";
  return gaps[0] === "target" ? "No target" : undefined;
}

function undated({ baseline, latest, targets }: KpiState): string | undefined {
  const dated = targets.find(({ day }) => day !== undefined);
  if (dated?.day === undefined) {
    return targets.length === 1 ? "Its target has no date" : "Its targets have no dates";
  }
  if (latest === undefined) return undefined;
  if (baseline?.day !== undefined)
    return latest.day < baseline.day ? "Measured before its baseline" : undefined;
  if (latest.day >= dated.day) return undefined;
  if (baseline !== undefined) return "Its baseline has no date";
  return `Nothing due before ${coarseDay(dated.day)}`;
}
