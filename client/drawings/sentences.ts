// Marks in words: what a screen reader says of them, what the card and the table print.

import type {
  CalendarEvent,
  Dependency,
  Group,
  GroupBy,
  Initiative,
  InitiativeStatus,
  Milestone,
  ObjectiveStatus,
  Priority,
  RiskMark,
  RoadmapView,
} from "../../server/views/roadmap/shape.ts";
import type { Health, ViewData } from "../../server/views/shape.ts";
import { count, dateInWords } from "./time.ts";

export const statusWords: Readonly<Record<InitiativeStatus | ObjectiveStatus, string>> = {
  proposed: "Proposed",
  planned: "Planned",
  active: "Active",
  "on-hold": "On hold",
  completed: "Completed",
  cancelled: "Cancelled",
  achieved: "Achieved",
  missed: "Missed",
  retired: "Retired",
};

export const priorityWords: Readonly<Record<Priority, string>> = {
  must: "Must have",
  should: "Should have",
  could: "Could have",
  wont: "Won't have this time",
};

export const healthNames: Readonly<Record<Health, string>> = {
  green: "On track",
  amber: "At risk",
  red: "Off track",
  grey: "Not known",
};

/** All states from the best to the worst, then what is not known: the order of a legend. */
export const allHealth: readonly Health[] = ["green", "amber", "red", "grey"];

/** What stands over the column of names: "Objective and initiative". */
export const groupWords: Readonly<Record<GroupBy, string>> = {
  objective: "Objective",
  theme: "Theme",
  team: "Team",
  owner: "Owner",
  status: "Status",
  technology: "Technology",
};

/** "40%" of what is to be done; 100% is only what is whole, and 0% only what has not begun. */
export function percentText(fraction: number): string {
  const whole = Math.round(fraction * 100);
  return `${fraction > 0 && fraction < 1 ? Math.min(99, Math.max(1, whole)) : whole}%`;
}

/** "Active, 22% done" */
export function statusInWords(initiative: Initiative): string {
  const status = initiative.status ? statusWords[initiative.status] : "No status";
  const { progress } = initiative;
  return progress === undefined ? status : `${status}, ${percentText(progress)} done`;
}

/** "1 Sep 2026 to 31 Mar 2028" */
export function timelineInWords(initiative: Pick<Initiative, "start" | "end" | "openEnd">): string {
  if (!initiative.start) return "No dates yet";
  const start = dateInWords(initiative.start);
  if (initiative.openEnd || !initiative.end) return `From ${start}, open end`;
  return `${start} to ${dateInWords(initiative.end)}`;
}

/** "4.2M budget, 4.0M cost, 12% contingency"; nothing where nothing is written. */
export function moneyInWords({ money }: Initiative): string | undefined {
  const parts = [
    money.budget && `${money.budget} budget`,
    money.cost && `${money.cost} cost`,
    money.contingency && `${money.contingency} contingency`,
  ].filter((part) => part);
  return parts.length > 0 ? parts.join(", ") : undefined;
}

/** "+69%, paid back in 31 months" */
export function returnInWords({ money }: Initiative): string | undefined {
  if (!money.return) return undefined;
  const { paybackMonths } = money;
  if (paybackMonths === undefined) return money.return;
  return `${money.return}, paid back in ${count(paybackMonths, "month")}`;
}

/** What an initiative waits for and what it holds up, by id. */
export interface Links {
  readonly before: ReadonlyMap<string, readonly Dependency[]>;
  readonly after: ReadonlyMap<string, readonly Dependency[]>;
}

export function linksOf(view: RoadmapView): Links {
  return {
    before: Map.groupBy(view.dependencies, ({ to }) => to),
    after: Map.groupBy(view.dependencies, ({ from }) => from),
  };
}

/** A whole sentence for the bar of an initiative, or its chip in the tray. */
export function initiativeSentence(
  initiative: Initiative,
  currency?: string,
  saysHealth = initiative.health === "amber" || initiative.health === "red",
): string {
  const { money, risk } = initiative;
  const parts = [
    initiative.title,
    statusInWords(initiative),
    saysHealth ? healthNames[initiative.health] : undefined,
    reportInWords(initiative),
    initiative.owner && `Owner ${initiative.owner}`,
    timelineInWords(initiative),
    firstPlanInWords(initiative),
    initiative.overdueDays ? `${count(initiative.overdueDays, "day")} over` : undefined,
    money.amount && `${money.amount}${currency ? ` ${currency}` : ""}`,
    initiative.unaligned ? "Supports no objective" : undefined,
    initiative.critical ? "On the critical path" : undefined,
    risk && riskInWords(risk),
    ...initiative.words,
    ...initiative.wrong,
  ];
  return sentence(parts);
}

/** "Reported on track" */
export function reportInWords({ reported }: { readonly reported?: Health | undefined }) {
  return reported && `Reported ${healthNames[reported].toLowerCase()}`;
}

/** "First approved: 1 Apr 2026 to 31 Dec 2026, 1.7M; since then 2 quarters later, +12% of the money" */
function firstPlanInWords({ firstPlan }: Initiative): string | undefined {
  if (!firstPlan) return undefined;
  const { start, end, budget, time, money } = firstPlan;
  const plan = [start && end && timelineInWords({ start, end }), budget].filter((part) => part);
  const moved = [time?.words, money?.words].filter((part) => part);
  const first = `First approved: ${plan.join(", ")}`;
  return moved.length === 0 ? first : `${first}; since then ${moved.join(", ")}`;
}

function riskInWords({ state, unclear }: RiskMark): string {
  if (unclear) return "How its risk stands is not known";
  if (state === "above") return "Risk above appetite";
  return state === "occurred" ? "Risk has occurred" : "Risk within appetite";
}

/** A whole sentence for the header of a group. */
export function groupSentence(group: Group, currency?: string): string {
  return sentence([
    group.title,
    group.status && group.status !== "active" ? statusWords[group.status] : undefined,
    group.health && healthNames[group.health],
    reportInWords(group),
    group.owner && `Owner ${group.owner}`,
    group.progress === undefined ? undefined : `${percentText(group.progress)} done`,
    group.amount && `${group.amount}${currency ? ` ${currency}` : ""}`,
    ...group.wrong,
  ]);
}

/** "Milestone Pilot live, reached, 1 Jul 2026." */
export function milestoneSentence(milestones: readonly Milestone[]): string {
  const words = milestones.map(({ title, status, date, overdueDays }) => {
    const late = overdueDays ? `, ${count(overdueDays, "day")} over` : "";
    return `${title}, ${status}, ${dateInWords(date)}${late}`;
  });
  return sentence([`${milestones.length === 1 ? "Milestone" : "Milestones"} ${words.join("; ")}`]);
}

export function eventSentence(events: readonly CalendarEvent[]): string {
  return sentence(events.map((event) => event.sentence));
}

/** "Nordwind IT strategy 2026–2028. As of 23 November 2026, amounts in EUR" */
export function subtitle(view: ViewData, asOf: string): string {
  const note = view.note ?? (view.currency ? `amounts in ${view.currency}` : "");
  return `${view.title}. As of ${asOf}${note ? `, ${note}` : ""}`;
}

/** What is said of something, part by part, without the last full stop. */
export function told(parts: readonly (string | false | undefined)[]): string {
  return parts
    .flatMap((part) => part || [])
    .map((part) => part.replace(/\.$/, ""))
    .join(". ");
}

function sentence(parts: readonly (string | undefined)[]): string {
  return `${told(parts)}.`;
}

/** A text that begins with a capital letter. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** An amount in a column: "≥1.4M" of a lower bound, "–" where it is not known. */
export function amountShown(amount: string | undefined): string {
  return amount?.replace("at least ", "≥") ?? "–";
}
