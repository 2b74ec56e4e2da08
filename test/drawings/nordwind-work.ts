// The initiatives of the retailer's plan, with what a card says of them.
import type {
  CardMoney,
  Initiative,
  InitiativeStatus,
  Milestone,
} from "../../server/views/roadmap/shape.ts";
import type { SourcePlace } from "../../server/views/shape.ts";

let line = 0;
/** A declaration further down in the one file. */
export function source(): SourcePlace {
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
  readonly money?: CardMoney;
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
    themes: [],
    words: [],
    open: status === "completed" || status === "cancelled" ? undefined : true,
    weight: { amount: String(Math.round(Number.parseFloat(amount) * 1_000_000)) },
    milestones: [],
    wrong: [],
    goals: [],
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

/** The initiatives of the plan. */
export const initiatives: readonly Initiative[] = [
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
