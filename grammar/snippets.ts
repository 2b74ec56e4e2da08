// The KPIs that IT departments use most → declarations to begin with.

/** A KPI with what belongs in it, ready to be filled with figures. */
export interface ReadyKpi {
  readonly name: string;
  readonly title: string;
  readonly doc: string;
  readonly unit: string;
  readonly type: "leading" | "lagging";
  readonly direction: "increase" | "decrease" | "maintain";
  readonly baseline: string;
  readonly target: string;
  readonly formula: string;
}

export const readyKpis: readonly ReadyKpi[] = [
  {
    name: "availability",
    title: "Availability of core services",
    doc: "The share of agreed service time in which the service could be used.",
    unit: "%",
    type: "lagging",
    direction: "increase",
    baseline: "99.5",
    target: "99.9",
    formula: "(agreed time - downtime) / agreed time",
  },
  {
    name: "incident-resolution-time",
    title: "Incident resolution time",
    doc: "How long it takes on average from the report of an incident to its end.",
    unit: "h",
    type: "lagging",
    direction: "decrease",
    baseline: "8",
    target: "4",
    formula: "sum of resolution times / incidents resolved in the month",
  },
  {
    name: "mttr",
    title: "Mean time to recovery",
    doc: "How long it takes on average to bring a failed service back.",
    unit: "min",
    type: "lagging",
    direction: "decrease",
    baseline: "90",
    target: "30",
    formula: "sum of recovery times / outages in the month",
  },
  {
    name: "operational-cost-savings",
    title: "Operational cost savings",
    doc: "How much less it costs to run IT than in the year the plan starts from.",
    unit: "%",
    type: "lagging",
    direction: "increase",
    baseline: "0",
    target: "12",
    formula: "(run cost of the base year - run cost) / run cost of the base year",
  },
  {
    name: "delivery-on-time",
    title: "Delivery on time",
    doc: "The share of milestones that are reached by their date.",
    unit: "%",
    type: "lagging",
    direction: "increase",
    baseline: "70",
    target: "90",
    formula: "milestones reached by their date / milestones due in the month",
  },
  {
    name: "infrastructure-cost",
    title: "Infrastructure cost per user",
    doc: "What hosting, network and devices cost in a month for each user.",
    unit: "EUR",
    type: "lagging",
    direction: "decrease",
    baseline: "85",
    target: "70",
    formula: "monthly infrastructure cost / active users",
  },
  {
    name: "delivery-velocity",
    title: "Delivery velocity",
    doc: "How much work the teams finish in a month.",
    unit: "features",
    type: "leading",
    direction: "increase",
    baseline: "12",
    target: "18",
    formula: "features accepted in the month",
  },
];

/** A ready-made KPI as a declaration to begin with, in the form of the snippets of the kinds. */
export function kpiSample(kpi: ReadyKpi): string {
  return [
    `kpi ${kpi.name} "${kpi.title}" {`,
    "  measures: grow-revenue",
    `  unit: ${kpi.unit}`,
    `  type: ${kpi.type}`,
    "  owner: cio",
    `  direction: ${kpi.direction}`,
    "  frequency: monthly",
    `  baseline: ${kpi.baseline} on 2026-01-15`,
    `  target: ${kpi.target} by 2027`,
    `  formula: "${kpi.formula}"`,
    "}",
  ].join("\n");
}
