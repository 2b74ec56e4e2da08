// The plan of a retailer as view data, written by hand: what the drawings are tried on.
import type {
  CalendarEvent,
  Dependency,
  Group,
  Health,
  Initiative,
  InitiativeStatus,
  Milestone,
  Money,
  RoadmapView,
  Source,
} from "../../server/views/roadmap.ts";

let line = 0;
function source(): Source {
  line += 8;
  const at = (start: number, end: number) => ({
    start: { line, character: start },
    end: { line, character: end },
  });
  return {
    uri: "file:///nordwind/plan.strategy",
    range: { start: { line, character: 0 }, end: { line: line + 6, character: 1 } },
    name: at(11, 20),
  };
}

function milestone(title: string, date: string, status: Milestone["status"] = "planned") {
  return { id: title.toLowerCase().replaceAll(" ", "-"), title, date, status, source: source() };
}

interface More extends Partial<Omit<Initiative, "money">> {
  readonly money?: Money;
}

function work(
  id: string,
  title: string,
  status: InitiativeStatus,
  amount: string,
  dates: readonly [string, string] | undefined,
  path: readonly string[],
  more: More = {},
): Initiative {
  return {
    id,
    title,
    source: source(),
    status,
    health: "green",
    teams: [],
    technologies: [],
    tags: [],
    words: [],
    milestones: [],
    wrong: [],
    path,
    ...(dates ? { start: dates[0], end: dates[1] } : {}),
    ...more,
    money: { amount, budget: amount, ...more.money },
  };
}

const service = ["Personalised customer service", "Grow digital revenue"];
const features = ["New features every week", "Grow digital revenue"];
const cloud = ["Workloads in the cloud", "Run at lower cost"];
const routine = ["Routine work automated", "Run at lower cost"];
const core = ["Core services always on", "Earn and keep trust"];
const secure = ["Security by design", "Earn and keep trust"];

const initiatives: readonly Initiative[] = [
  work(
    "data-hub",
    "One customer data hub",
    "active",
    "1.2M",
    ["2026-01-01", "2026-12-31"],
    service,
    {
      progress: 0.82,
      owner: "Head of Data",
      teams: ["Data", "Platform"],
      milestones: [
        milestone("First feeds", "2026-07-01", "reached"),
        milestone("All brands", "2026-12-15"),
      ],
    },
  ),
  work(
    "crm",
    "Personalised service with a CRM",
    "active",
    "1.9M",
    ["2026-04-01", "2027-06-30"],
    service,
    {
      progress: 0.4,
      owner: "Head of Platform",
      teams: ["Platform"],
      health: "amber",
      trouble: "amber",
      wrong: ["Monthly churn is slipping: 3.75% against 3.63%"],
      milestones: [
        milestone("Pilot live", "2026-07-01", "reached"),
        milestone("All stores", "2027-03-15"),
      ],
      risk: { state: "within", sentence: "Dependency on one CRM vendor: 6, within 14" },
    },
  ),
  work("app", "Mobile app relaunch", "planned", "1.6M", ["2027-07-01", "2028-03-31"], service, {
    owner: "Head of Digital",
    teams: ["Engineering"],
    milestones: [milestone("In the stores", "2028-02-01")],
  }),
  work(
    "idp",
    "Internal developer platform",
    "active",
    "1.1M",
    ["2026-10-01", "2027-12-31"],
    features,
    {
      progress: 0.1,
      owner: "Head of Engineering",
      teams: ["Engineering"],
      milestones: [milestone("Ten teams on it", "2027-07-01")],
    },
  ),
  work(
    "landing-zone",
    "Cloud landing zone",
    "completed",
    "0.6M",
    ["2026-01-01", "2026-08-31"],
    cloud,
    {
      progress: 1,
      owner: "Head of Cloud",
      teams: ["Cloud"],
      critical: true,
    },
  ),
  work(
    "cloud-move",
    "Move 120 workloads to the cloud",
    "active",
    "4.2M",
    ["2026-09-01", "2028-03-31"],
    cloud,
    {
      progress: 0.22,
      owner: "Head of Cloud",
      teams: ["Cloud"],
      critical: true,
      slackDays: 0,
      money: {
        budget: "4.2M",
        cost: "4.0M",
        contingency: "12%",
        return: "+69%",
        paybackMonths: 31,
      },
      milestones: [milestone("Wave 2", "2027-04-01"), milestone("Wave 3", "2027-12-15")],
      risk: { state: "above", sentence: "Cloud engineers leave: 16 after mitigation, above 14" },
      wrong: ["Cloud engineers leave: 16 after mitigation, above 14"],
    },
  ),
  work(
    "hamburg",
    "Close the Hamburg data centre",
    "planned",
    "0.9M",
    ["2028-04-01", "2028-09-30"],
    cloud,
    {
      owner: "Head of Cloud",
      teams: ["Cloud"],
      critical: true,
    },
  ),
  work(
    "invoices",
    "Invoices without paper",
    "on-hold",
    "0.4M",
    ["2026-04-01", "2027-03-31"],
    routine,
    {
      progress: 0.35,
      owner: "Head of Finance IT",
      teams: ["Service"],
      health: "amber",
      trouble: "amber",
      wrong: ["It is on hold"],
    },
  ),
  work(
    "self-service",
    "Self-service desk with AI",
    "planned",
    "0.7M",
    ["2027-01-01", "2027-09-30"],
    routine,
    {
      owner: "Head of Service",
      teams: ["Service", "Data"],
    },
  ),
  work(
    "monitoring",
    "Monitoring of core services",
    "active",
    "0.8M",
    ["2026-02-01", "2026-09-30"],
    core,
    {
      progress: 0.65,
      owner: "Head of Operations",
      teams: ["Operations"],
      health: "red",
      trouble: "red",
      overdueDays: 54,
      wrong: ["It should have ended on 30 Sep 2026"],
    },
  ),
  work(
    "second-region",
    "Recovery in a second region",
    "planned",
    "1.3M",
    ["2027-04-01", "2028-03-31"],
    core,
    {
      owner: "Head of Operations",
      teams: ["Operations", "Cloud"],
      milestones: [milestone("First switch-over test", "2027-10-15")],
      risk: { state: "above", sentence: "One region fails, no second one yet: 15, no response" },
      wrong: ["One region fails, no second one yet: 15, no response"],
    },
  ),
  work(
    "zero-trust",
    "Access without a perimeter",
    "active",
    "1.5M",
    ["2026-07-01", "2027-12-31"],
    secure,
    {
      progress: 0.3,
      owner: "Security Officer",
      teams: ["Security"],
      milestones: [milestone("All staff", "2027-03-01")],
    },
  ),
  work("onboarding", "Safe onboarding of suppliers", "planned", "0.3M", undefined, secure, {
    owner: "Security Officer",
    teams: ["Security"],
  }),
  work(
    "loyalty",
    "Loyalty points on a blockchain",
    "proposed",
    "1.4M",
    ["2027-04-01", "2027-09-30"],
    [],
    {
      unaligned: true,
      teams: ["Engineering"],
      wrong: ["It supports no objective"],
    },
  ),
];

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
  unaligned: { initiatives: ["loyalty"], amount: "1.4M", share: "8%" },
  undated: { initiatives: ["onboarding"], amount: "0.3M" },
  faults: [],
};
