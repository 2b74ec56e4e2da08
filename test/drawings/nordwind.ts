// The plan of a retailer as view data, written by hand: what the drawings are tried on.
import type {
  CalendarEvent,
  Dependency,
  Group,
  RoadmapView,
} from "../../server/views/roadmap/shape.ts";
import type { Health } from "../../server/views/shape.ts";
import { initiatives, source } from "./nordwind-work.ts";

const dependencies: readonly Dependency[] = [
  { from: "data-hub", to: "self-service" },
  { from: "crm", to: "app" },
  { from: "landing-zone", to: "cloud-move", critical: true },
  { from: "cloud-move", to: "hamburg", critical: true },
  { from: "monitoring", to: "second-region" },
];

function group(
  id: string,
  title: string,
  health: Health,
  amount: string,
  more: Partial<Group> = {},
): Group {
  return {
    id,
    title,
    depth: more.parent ? 1 : 0,
    source: source(),
    health,
    amount,
    wrong: [],
    initiatives: [],
    ...more,
  };
}

const byObjective: readonly Group[] = [
  group("revenue", "Grow digital revenue", "amber", "5.8M", { owner: "CCO" }),
  group("service", "Personalised customer service", "amber", "4.7M", {
    parent: "revenue",
    progress: 0.41,
    start: "2026-01-01",
    end: "2028-03-31",
    initiatives: ["data-hub", "crm", "app"],
  }),
  group("features", "New features every week", "green", "1.1M", {
    parent: "revenue",
    progress: 0.1,
    start: "2026-10-01",
    end: "2027-12-31",
    initiatives: ["idp"],
  }),
  group("cost", "Run at lower cost", "red", "6.2M", { owner: "CFO" }),
  group("cloud", "Workloads in the cloud", "red", "5.1M", {
    parent: "cost",
    progress: 0.41,
    start: "2026-01-01",
    end: "2028-09-30",
    initiatives: ["landing-zone", "cloud-move", "hamburg"],
  }),
  group("routine", "Routine work automated", "amber", "1.1M", {
    parent: "cost",
    progress: 0.18,
    start: "2026-04-01",
    end: "2027-09-30",
    initiatives: ["invoices", "self-service"],
  }),
  group("trust", "Earn and keep trust", "red", "3.9M", { owner: "COO" }),
  group("core", "Core services always on", "red", "2.1M", {
    parent: "trust",
    progress: 0.33,
    start: "2026-02-01",
    end: "2028-03-31",
    initiatives: ["monitoring", "second-region"],
  }),
  group("secure", "Security by design", "green", "1.8M", {
    parent: "trust",
    progress: 0.15,
    start: "2026-07-01",
    end: "2027-12-31",
    initiatives: ["zero-trust", "onboarding"],
  }),
];

function byTeam(): readonly Group[] {
  const teams = Map.groupBy(
    initiatives.filter(({ unaligned }) => !unaligned),
    ({ teams: [first] }) => first ?? "No team",
  );
  return [...teams].map(([team, all]) => ({
    id: `team:${team}`,
    title: team,
    depth: 0,
    wrong: [],
    initiatives: all.map(({ id }) => id),
  }));
}

function review(title: string, date: string, held: boolean): CalendarEvent {
  const sentence = `${title}, ${held ? "held" : "planned"} on ${date}`;
  const more = held ? { held: true as const } : {};
  return {
    kind: "review",
    id: `${title}-${date}`,
    title,
    sentence,
    date,
    source: source(),
    ...more,
  };
}

function targets(amount: number, date: string): CalendarEvent[] {
  return Array.from({ length: amount }, (_, index) => ({
    kind: "target",
    id: `kpi-${index}`,
    title: `KPI ${index + 1}`,
    sentence: `KPI ${index + 1}: ${90 + index}% by ${date}`,
    date,
    source: source(),
  }));
}

/** The view of the plan on 23 November 2026. */
export const nordwind: RoadmapView = {
  view: "roadmap",
  sentence: "2 of 6 IT objectives are off track",
  title: "Nordwind IT strategy 2026–2028",
  today: "2026-11-23",
  currency: "EUR",
  figures: [
    { value: "17.3M of 18M", label: "of the budget is planned" },
    { value: "92%", label: "of the money is aligned" },
    {
      value: "",
      label: "KPIs: on, at risk, off, unknown",
      counts: { green: 8, amber: 2, red: 2, grey: 1 },
    },
    { value: "2", label: "risks above appetite" },
  ],
  calendar: { start: "2026-01-01", end: "2028-12-31", fiscalStart: 1, namedBy: "end" },
  initiatives,
  dependencies,
  groupings: [
    { by: "objective", groups: byObjective },
    { by: "team", groups: byTeam() },
  ],
  kpis: [],
  risks: [],
  sums: { inMillions: true, budget: "18000000" },
  events: [
    review("Spring review", "2026-04-07", true),
    review("Autumn review", "2026-10-05", true),
    review("Spring review", "2027-04-06", false),
    review("Autumn review", "2027-10-04", false),
    review("Spring review", "2028-04-04", false),
    review("Autumn review", "2028-10-03", false),
    ...targets(13, "2026-12-31"),
    ...targets(9, "2027-12-31"),
    ...targets(3, "2028-12-31"),
  ],
  unaligned: { initiatives: ["loyalty"], work: 1, amount: "1.4M", share: "8%" },
  undated: { initiatives: ["onboarding"], work: 1, amount: "0.3M" },
  faults: [],
};
