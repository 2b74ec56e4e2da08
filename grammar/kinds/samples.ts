// A kind → a whole declaration of it to begin with, as plain text that was written on 15 January 2026.
import type { Kind } from "./rows.ts";

/**
 * Where one is offered, its names become names that exist, its own name becomes one that is free,
 * and its dates keep their distance from today. A whole year, in what is no period, is the end of
 * the plan. A name that begins with that of the declaration around it follows it.
 */
export const samples: Readonly<Record<Kind, string>> = {
  objective: `objective new-objective "What we want to reach" {
  owner: cio
  sponsor: ceo
  due: 2027

  kpi new-objective-kpi "How we know" {
    unit: %
    frequency: monthly
    baseline: 0 on 2026-01-15
    target: 100 by 2027
  }

  initiative new-objective-work "What we do for it" {
    status: proposed
  }
}`,
  initiative: `initiative new-initiative "What we do" {
  supports: grow-revenue
  owner: cio
  teams: platform
  timeline: 2026-Q2 .. 2027-Q1
  type: transform
  cost {
    upfront: 200k
    integration: 50k
    training: 30k
    maintenance: 40k per year
    contingency: 15%
  }
  status: planned

  risk new-initiative-risk "What could go wrong" {
    probability: medium
    impact: medium
    response: mitigate
    mitigation: "What we do about it"
  }
}`,
  kpi: `kpi new-kpi "What we measure" {
  measures: grow-revenue
  unit: %
  owner: cio
  frequency: monthly
  baseline: 0 on 2026-01-15
  target: 100 by 2027
}`,
  risk: `risk new-risk "What could go wrong" {
  affects: grow-revenue
  category: security
  probability: medium
  impact: medium
  owner: cio
  response: mitigate
  mitigation: "What we do about it"
}`,
  strategy: `strategy our-strategy "What it is called" {
  vision: "Where we want to be"
  horizon: 2026-Q1 .. 2028
  currency: EUR
  budget: 5M
  owner: cio
  cadence: quarterly
}`,
  theme: `theme new-theme "What belongs together" {
  owner: cio
}`,
  milestone: `milestone new-milestone "What is reached" {
  date: 2026-06
}`,
  team: `team new-team "What it is called" {
  lead: head-of-platform
  capacity: 6 FTE
  skills: cloud-engineering
}`,
  role: `role new-role "What it is called" {
  holder: "Who holds it"
  reports-to: cio
}`,
  stakeholder: `stakeholder new-stakeholder "Who it is" {
  power: medium
  interest: medium
  engagement: neutral
  desired-engagement: supportive
}`,
  skill: 'skill new-skill "What it is called"',
  technology: `technology new-technology "What it is called" {
  category: cloud
  lifecycle: active
  vendor: "Who makes it"
  owner: cio
}`,
  review: `review new-review "What was reviewed" {
  date: 2026-01-15
  attendees: cio
  decisions: "What was decided"
}`,
};
