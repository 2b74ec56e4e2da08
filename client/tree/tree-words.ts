// Something in the tree → the few words behind its title, and all of it in a sentence for those who hear it.
import type { GoalKpi, GoalRisk } from "../../server/views/alignment/shape.ts";
import type { GapSum, Group, Initiative, Milestone } from "../../server/views/roadmap/shape.ts";
import type { ScoredKpi } from "../../server/views/scorecard/shape.ts";
import type { Health } from "../../server/views/shape.ts";
import {
  capitalised,
  groupSentence,
  healthNames,
  initiativeSentence,
  milestoneSentence,
  percentText,
  reportInWords,
  statusWords,
  told,
} from "../drawings/sentences.ts";
import { count, dateInWords } from "../drawings/time.ts";

type Part = string | false | undefined;

/** "at risk · 40% · 1.9M" */
function inLine(parts: readonly Part[]): string {
  return parts.filter((part) => part).join(" · ");
}

function healthWord(health: Health): string {
  return healthNames[health].toLowerCase();
}

/** What is wrong, or else that it is on track, or where it stands; then what is done of it, and its money. */
export function initiativeWords(one: Initiative): string {
  const { health, status, progress, overdueDays, open, money } = one;
  return inLine([
    saysHealth(one) && healthWord(health),
    status !== undefined && status !== "active" && statusWords[status].toLowerCase(),
    reportInWords(one)?.toLowerCase(),
    open && progress !== undefined && percentText(progress),
    overdueDays !== undefined && `${count(overdueDays, "day")} over`,
    open && money.amount,
  ]);
}

export function initiativeHeard(one: Initiative, currency: string | undefined): string {
  return `Initiative: ${initiativeSentence(one, currency, saysHealth(one))}`;
}

/** What is wrong, and of work under way also that it is well, or not known. */
function saysHealth({ health, status }: Initiative): boolean {
  const isUnderWay = status === undefined || status === "active";
  return isUnderWay || health === "red" || health === "amber";
}

/** "counted under Cut run cost" */
export function ghostWords(under: string): string {
  return `counted under ${under}`;
}

/** Where a filter is on, its money is not told: it is that of all its work. */
export function objectiveWords(goal: Group, isFiltered: boolean): string {
  const { health = "grey", status, progress, amount, empty } = goal;
  const isOpen = status === undefined || status === "active" || status === "proposed";
  return inLine([
    isOpen && healthWord(health),
    status !== undefined && status !== "active" && statusWords[status].toLowerCase(),
    reportInWords(goal)?.toLowerCase(),
    progress !== undefined && isOpen && percentText(progress),
    !isFiltered && amount !== "0" && amount,
    empty && "nothing supports it yet",
  ]);
}

export function objectiveHeard(goal: Group, currency: string | undefined): string {
  const amount = goal.amount === "0" ? undefined : goal.amount;
  return `Objective: ${groupSentence({ ...goal, amount }, currency)}`;
}

/** "5 initiatives · 1 off track, 2 at risk · 3.2M"; of those that a filter leaves "2 of 5 initiatives". */
export function commonWords(
  { amount, ghosts = [] }: Group,
  work: readonly Initiative[],
  left: number | undefined,
): string {
  const all = count(work.length, "initiative");
  if (work.length === 0) return `${count(ghosts.length, "initiative")} counted elsewhere`;
  if (left !== undefined) return `${left} of ${all}`;
  const open = work.filter((one) => one.open);
  const wrong = (["red", "amber"] as const).flatMap((health) => {
    const many = open.filter((one) => one.health === health).length;
    return many === 0 ? [] : `${many} ${healthWord(health)}`;
  });
  return inLine([all, wrong.join(", "), amount]);
}

/** "2 initiatives · 1.4M, 8% of the money" */
export function gapWords({ work, amount, share }: GapSum, left: number | undefined): string {
  if (left !== undefined) return `${left} of ${count(work, "initiative")}`;
  const money = amount !== undefined && share !== undefined && `${amount}, ${share} of the money`;
  return inLine([count(work, "initiative"), money || amount]);
}

/** "KPI · at risk · 3.6%, expected 3.4%" */
export function kpiWords({ health }: GoalKpi, figures: ScoredKpi | undefined): string {
  return inLine(["KPI", healthWord(health), figuresIn(figures)]);
}

export function kpiHeard(kpi: GoalKpi, figures: ScoredKpi | undefined): string {
  const owner = figures?.owner !== undefined && `Owner ${figures.owner}`;
  const said = capitalised(figuresIn(figures) ?? "");
  return `KPI: ${told([kpi.title, healthNames[kpi.health], said, owner])}.`;
}

function figuresIn(figures: ScoredKpi | undefined): string | undefined {
  if (figures === undefined) return undefined;
  const { latest, expected, unit, stale } = figures;
  if (latest === undefined) return "never measured";
  const of = unit === undefined ? "" : ` ${unit}`;
  const plan = expected === undefined ? "" : `, expected ${expected.text}`;
  return `${latest.text}${of}${plan}${stale === undefined ? "" : `, ${stale}`}`;
}

/** "risk · above what is accepted" */
export function riskWords({ state, scores }: GoalRisk): string {
  if (state === "occurred") return inLine(["risk", "has occurred"]);
  if (scores === undefined) return inLine(["risk", "not rated"]);
  return inLine(["risk", `${state} what is accepted`]);
}

export function riskHeard({ sentence }: GoalRisk): string {
  return `Risk: ${told([sentence])}.`;
}

/** "milestone · reached · 1 Jul 2026" */
export function milestoneWords({ status, date, overdueDays }: Milestone): string {
  const over = overdueDays !== undefined && `${count(overdueDays, "day")} over`;
  return inLine(["milestone", status, dateInWords(date), over]);
}

export function milestoneHeard(one: Milestone): string {
  return milestoneSentence([one]);
}
