// A portfolio of products: what each is to reach, which work comes first, and what is left for later.
import type { OnADay, Template } from "./on-a-day.ts";
import { productPeople } from "./product-people.ts";

export const productPortfolio: Template = {
  name: "product-portfolio",
  title: "Product portfolio",
  says: "Three products from star to farewell, with work ranked by its value.",
  text: (on) => [head(on), star(on), newcomer(on), farewell(on), productPeople(on)].join("\n"),
};

function head(on: OnADay): string {
  return `// A portfolio of products. All of it is invented: rename the
// three products, or add a fourth. 'value', 'urgency' and
// 'effort', from 1 to 10, rank the work.

strategy our-products "Our product portfolio" {
  vision: "Products that small firms would miss on the first morning without them"
  horizon: ${on.quarter(-1)} .. ${on.yearAhead(7)}
  currency: ${on.currency}
  budget: ${on.money(4_000_000)}
  owner: chief-product-officer
  cadence: quarterly
  appetite: medium
}

theme ledger "Ledger: the product that earns the money" { owner: ledger-manager }

theme pocket "Pocket: the product that is to earn it" { owner: pocket-manager }

theme classic "Classic: the product that we say farewell to" { owner: classic-manager }

// The goal to which each product leads.

objective recurring-revenue "Grow what customers pay us every month" {
  level: business
  perspective: financial
  owner: ceo
  sponsor: board
  due: ${on.yearAhead(7)}

  kpi net-retention "Revenue kept from the customers of a year ago" {
    unit: %
    owner: cfo
    frequency: quarterly
    baseline: 97 on ${on.month(-7)}
    actual: 98.5 on ${on.month(-4)}
    actual: 100 on ${on.month(-1)}
    target: 105 by ${on.ahead(3)}
    target: 112 by ${on.yearAhead(7)}
  }
}
`;
}

function star(on: OnADay): string {
  return `objective ledger-loved "Accountants propose Ledger" {
  supports: recurring-revenue
  theme: ledger
  level: team
  perspective: customer
  owner: ledger-manager
  due: ${on.ahead(5)}

  kpi ledger-proposed "New customers sent by their accountant" {
    unit: %
    frequency: monthly
    baseline: 20 on ${on.month(-4)}
    actual: 24 on ${on.today}
    target: 35 by ${on.ahead(3)}
  }

  initiative open-interfaces "Open interfaces for accountants" {
    owner: ledger-manager
    teams: ledger-team 4 FTE, platform 1 FTE
    timeline: ${on.quarter(-1)} .. ${on.ahead(2)}
    type: grow
    value: 8
    urgency: 6
    risk-reduction: 3
    effort: 5
    budget: ${on.money(620_000)}
    cost {
      upfront: ${on.money(260_000)}
      integration: ${on.money(70_000)}
      training: ${on.money(20_000)}
      operations: ${on.money(40_000)} per year
      contingency: 15%
    }
    benefit: ${on.money(700_000)} per year
    status: active
    progress: ${on.elapsed(-1, 2)}

    milestone first-partner "First accountant works with it" { date: ${on.ahead(0)} }

    risk partners-wait "Accountants wait for each other" {
      category: delivery
      probability: medium
      impact: medium
      response: mitigate
      mitigation: "Three of the largest build it with us, and speak of it at their meeting"
    }
  }

  initiative month-end "The month closes itself" {
    owner: ledger-manager
    teams: ledger-team 3 FTE, data 1 FTE
    timeline: ${on.ahead(1)} .. ${on.ahead(4)}
    type: grow
    value: 9
    urgency: 4
    effort: 8
    depends-on: open-interfaces.first-partner
    cost {
      upfront: ${on.money(300_000)}
      integration: ${on.money(50_000)}
      training: ${on.money(25_000)}
      operations: ${on.money(50_000)} per year
      contingency: 20%
    }
    benefit: ${on.money(800_000)} per year
    status: planned

    risk wrong-bookings "It books something wrong, and nobody sees it" {
      category: compliance
      probability: medium
      impact: high
      loss: ${on.money(100_000)}
      owner: cfo
      response: mitigate
      mitigation: "It proposes, a person confirms, until 99 of 100 are right"
      residual { probability: low }
      next-review: ${on.ahead(1)}
    }
  }
}
`;
}

function newcomer(on: OnADay): string {
  return `objective pocket-grows "Pocket finds its first ten thousand users" {
  supports: recurring-revenue
  theme: pocket
  level: team
  perspective: customer
  owner: pocket-manager
  due: ${on.ahead(4)}
  confidence: medium

  kpi pocket-users "Users who come back every week" {
    unit: users
    frequency: monthly
    baseline: 1200 on ${on.month(-4)}
    actual: 3200 on ${on.today}
    target: 6000 by ${on.ahead(2)}
    target: 10000 by ${on.ahead(4)}
    guardrails: pocket-stars
  }

  kpi pocket-stars "Stars in the app stores" {
    unit: stars
    direction: maintain
    tolerance: 5%
    frequency: monthly
    baseline: 4.5 on ${on.month(-4)}
    actual: 4.4 on ${on.today}
    target: 4.5 by ${on.ahead(4)}
  }

  initiative pocket-receipts "Receipts by photo" {
    owner: pocket-manager
    teams: pocket-team 4 FTE
    timeline: ${on.quarter(0)} .. ${on.ahead(1)}
    type: grow
    value: 7
    urgency: 8
    effort: 3
    cost {
      upfront: ${on.money(150_000)}
      integration: ${on.money(30_000)}
      training: ${on.money(10_000)}
      licences: ${on.money(30_000)} per year
      support: ${on.money(15_000)} per year
      contingency: 15%
    }
    benefit: ${on.money(400_000)} per year
    status: active
    progress: ${on.elapsed(0, 1)}

    risk copied "A larger rival gives it away" {
      category: financial
      probability: medium
      impact: medium
      response: accept
    }
  }

  // Committed for later: it begins when the photos work.
  initiative pocket-abroad "Two more countries" {
    owner: pocket-manager
    teams: pocket-team 3 FTE
    timeline: after pocket-receipts for 2 quarters
    type: grow
    value: 6
    urgency: 3
    effort: 6
    cost {
      upfront: ${on.money(180_000)}
      integration: ${on.money(60_000)}
      change: ${on.money(40_000)}
      support: ${on.money(60_000)} per year
      contingency: 20%
    }
    benefit: ${on.money(600_000)} per year
    status: planned

    risk foreign-rules "The rules abroad are other than we think" {
      category: compliance
      probability: medium
      impact: medium
      owner: cfo
      response: transfer
      mitigation: "A local partner signs off each form"
    }
  }
}
`;
}

function farewell(on: OnADay): string {
  return `objective classic-retired "No customer of Classic is lost on the way" {
  supports: recurring-revenue
  theme: classic
  level: team
  perspective: process
  owner: classic-manager
  due: ${on.ahead(5)}

  kpi classic-moved "Customers who have moved from Classic to Ledger" {
    unit: %
    frequency: monthly
    baseline: 10 on ${on.month(-4)}
    actual: 24 on ${on.today}
    target: 60 by ${on.ahead(2)}
    target: 100 by ${on.ahead(5)}
  }

  initiative moving-help "A move with one click" {
    owner: classic-manager
    teams: classic-team 2 FTE, platform 1 FTE
    timeline: ${on.quarter(-1)} .. ${on.ahead(3)}
    type: transform
    value: 6
    urgency: 7
    risk-reduction: 6
    effort: 4
    technologies: classic-server
    budget: ${on.money(420_000)}
    cost {
      migration: ${on.money(190_000)}
      training: ${on.money(30_000)}
      support: ${on.money(50_000)} per year
      contingency: 15%
    }
    // What the old servers cost, and need not cost any longer.
    benefit: ${on.money(650_000)}
    status: active
    progress: ${on.elapsed(-1, 3)}

    milestone half-moved "Half of the customers have moved" { date: ${on.ahead(1)} }

    risk goodbye "Customers use the move to leave us" {
      category: financial
      probability: medium
      impact: high
      loss: ${on.money(60_000)}
      response: mitigate
      mitigation: "A call before each move, a year at the old price"
      residual { probability: low }
      next-review: ${on.ahead(0)}
    }
  }
}

// Ideas: they cost nothing until somebody decides.

initiative ledger-assistant "Ask Ledger a question" {
  supports: ledger-loved
  owner: ledger-manager
  timeline: ${on.ahead(4)} .. ${on.ahead(6)}
  type: transform
  value: 7
  urgency: 2
  effort: 9
  status: proposed
}

initiative pocket-teams "Pocket for teams" {
  supports: pocket-grows
  owner: pocket-manager
  timeline: ${on.ahead(4)} .. ${on.ahead(5)}
  type: grow
  value: 5
  urgency: 3
  effort: 5
  status: proposed
}
`;
}
