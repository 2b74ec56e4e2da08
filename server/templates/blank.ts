// The shortest strategy that is complete: one objective, how it is measured, what is done for it, what may go wrong.
import type { Template } from "./on-a-day.ts";

export const blank: Template = {
  name: "blank",
  title: "Blank strategy",
  says: "One objective, KPI, initiative and risk: the shortest that is complete.",
  text: (on) => `// Everything is 'kind name "Title" { field: value }', and
// what stands inside belongs to it. Write your own titles,
// figures and dates: what no longer fits is underlined, and
// says what to do.

strategy our-strategy "Our strategy" {
  vision: "Where we want to be"
  horizon: ${on.quarter(0)} .. ${on.yearAhead(7)}
  currency: ${on.currency}
  owner: lead
  cadence: quarterly
  appetite: medium
}

objective first-objective "What we want to reach" {
  owner: lead
  sponsor: board
  due: ${on.yearAhead(7)}

  kpi first-kpi "How we know that we are there" {
    unit: %
    frequency: quarterly
    baseline: 40 on ${on.today}
    actual: 40 on ${on.today}
    target: 60 by ${on.ahead(3)}
    target: 80 by ${on.yearAhead(7)}
  }

  initiative first-initiative "What we do for it" {
    owner: lead
    timeline: ${on.quarter(0)} .. ${on.ahead(1)}
    // What it costs once, and every year.
    cost {
      upfront: ${on.money(50_000)}
      integration: ${on.money(10_000)}
      training: ${on.money(5_000)}
      operations: ${on.money(10_000)} per year
      contingency: 15%
    }
    status: active
    progress: ${on.elapsed(0, 1)}

    risk first-risk "What could go wrong" {
      probability: medium
      impact: medium
      response: mitigate
      mitigation: "What we do about it"
    }
  }
}

// Who is meant by the names above.

role lead "Who leads this" { holder: "Your name" reports-to: board }

role board "Who wants it" {}

review first-review "The strategy begins" {
  date: ${on.today}
  attendees: lead, board
  decisions: "This is our plan. We look at it again on ${on.meeting(85)}."
}
`,
};
