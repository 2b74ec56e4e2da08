// Objectives and key results for one quarter, under the goal of the year, with the work that moves them.
import type { Template } from "./on-a-day.ts";

export const okrQuarter: Template = {
  name: "okr-quarter",
  title: "OKR quarter",
  says: "Three objectives for the quarter, their key results and the work.",
  text: (on) => `// Objectives and key results for ${on.cycle.quarter}. All of it is
// invented: replace the titles first. An objective says what
// will be better; its key results are KPIs, which say from
// where to where, and by when. At each check-in, add a line
// such as 'actual: 34 on ${on.meeting(7)}' to each of them.

strategy our-okrs "Objectives and key results" {
  vision: "A product that teams recommend to each other"
  horizon: ${on.quarter(0)} .. ${on.ahead(3)}
  currency: ${on.currency}
  budget: ${on.money(300_000)}
  owner: chief-executive
  cadence: monthly
  appetite: medium
}

// The goal of the year, to which the quarter leads.

objective loved-product "The product that teams recommend" {
  level: business
  owner: chief-executive
  sponsor: board
  due: ${on.ahead(3)}

  kpi recommend "Customers who would recommend us" {
    unit: %
    frequency: quarterly
    baseline: 41 on ${on.today}
    actual: 41 on ${on.today}
    target: 55 by ${on.ahead(3)}
  }
}

objective quick-start "New customers succeed in their first week" {
  supports: loved-product
  level: team
  owner: head-of-product
  timeline: ${on.cycle.quarter}
  confidence: medium

  kpi first-success "New customers who finish the setup in a week" {
    unit: %
    frequency: monthly
    baseline: 31 on ${on.today}
    actual: 31 on ${on.today}
    target: 50 by ${on.cycle.quarter}
  }

  kpi setup-time "Time until the first result" {
    unit: minutes
    frequency: monthly
    baseline: 48 on ${on.today}
    actual: 48 on ${on.today}
    target: 20 by ${on.cycle.quarter}
    // What must not suffer for it.
    guardrails: setup-calls
  }

  kpi setup-calls "Calls for help during the setup" {
    unit: "per 100 customers"
    owner: head-of-customer-care
    frequency: monthly
    direction: decrease
    baseline: 22 on ${on.today}
    actual: 22 on ${on.today}
    target: 18 by ${on.cycle.quarter}
  }

  initiative guided-setup "A setup that guides you" {
    owner: head-of-product
    teams: product 3 FTE
    timeline: ${on.cycle.period}
    type: improve
    cost {
      upfront: ${on.money(30_000)}
      integration: ${on.money(8_000)}
      training: ${on.money(4_000)}
      operations: ${on.money(6_000)} per year
      contingency: 15%
    }
    status: active
    progress: ${on.elapsedOfCycle}

    risk too-many-paths "Every customer wants another setup" {
      category: delivery
      probability: medium
      impact: medium
      response: mitigate
      mitigation: "Build it for the three commonest kinds of customer, and let the others skip it"
    }
  }
}

objective dependable "Nobody waits for us" {
  supports: loved-product
  level: team
  owner: head-of-engineering
  timeline: ${on.cycle.quarter}
  confidence: high

  kpi slow-pages "Pages that take longer than two seconds" {
    unit: %
    frequency: monthly
    baseline: 14 on ${on.today}
    actual: 14 on ${on.today}
    target: 5 by ${on.cycle.quarter}
  }

  kpi recovery-time "Mean time to recovery" {
    unit: minutes
    frequency: monthly
    baseline: 95 on ${on.today}
    actual: 95 on ${on.today}
    target: 45 by ${on.cycle.quarter}
  }

  initiative faster-pages "Faster pages" {
    owner: head-of-engineering
    teams: engineering 4 FTE
    timeline: ${on.cycle.period}
    type: improve
    // The people are there already, so it costs nothing more.
    budget: 0
    status: active
    progress: ${on.elapsedOfCycle}

    risk hidden-limits "The old database is the limit" {
      category: technology
      probability: medium
      impact: high
      response: mitigate
      mitigation: "Measure with the load of the busiest day in the second week"
    }
  }
}

objective open-ears "Customers hear back from us" {
  supports: loved-product
  level: team
  owner: head-of-customer-care
  timeline: ${on.cycle.quarter}

  kpi answered-wishes "Wishes of customers that get an answer" {
    unit: %
    frequency: monthly
    baseline: 20 on ${on.today}
    actual: 20 on ${on.today}
    target: 80 by ${on.cycle.quarter}
  }

  initiative wish-desk "One place for wishes" {
    owner: head-of-customer-care
    teams: customer-care 1 FTE, product 1 FTE
    timeline: ${on.cycle.period}
    type: grow
    cost {
      licences: ${on.money(12_000)} per year
      integration: ${on.money(5_000)}
      change: ${on.money(2_000)}
      support: ${on.money(3_000)} per year
      contingency: 10%
    }
    status: active
    progress: ${on.elapsedOfCycle}

    risk no-answer "We ask, and then nothing happens" {
      category: people
      probability: medium
      impact: medium
      response: mitigate
      mitigation: "Ten wishes a week are answered by those who would build them"
    }
  }
}

// For later: an idea costs nothing until it is 'planned'.

initiative partner-programme "A programme for partners" {
  supports: loved-product
  owner: head-of-product
  timeline: ${on.cycle.next}
  type: grow
  status: proposed
}

// Who is meant by the names above.

role board "Board" {}

role chief-executive "Chief Executive" { holder: "Mark Dean" reports-to: board }

team product "Product" {
  lead: head-of-product
  capacity: 6 FTE

  role head-of-product "Head of Product" { holder: "Sara Cohen" reports-to: chief-executive }
}

team engineering "Engineering" {
  lead: head-of-engineering
  capacity: 8 FTE

  role head-of-engineering "Head of Engineering" { holder: "Emil Berg" reports-to: chief-executive }
}

team customer-care "Customer care" {
  lead: head-of-customer-care
  capacity: 4 FTE

  role head-of-customer-care "Head of Customer Care" {
    holder: "Fatou Diop"
    reports-to: chief-executive
  }
}

// Reviews: what was decided stays with the plan.

review goals-set "Goals set" {
  date: ${on.today}
  attendees: chief-executive, head-of-product, head-of-engineering
  decisions: "Three objectives, no fourth. What else comes up waits for ${on.cycle.next}."
}

review check-in "Check-in" { date: ${on.meeting(28)} }
`,
};
