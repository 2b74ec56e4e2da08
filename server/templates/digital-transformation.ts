// A digital transformation: a company that changes how it works, theme by theme, wave by wave.
import type { OnADay, Template } from "./on-a-day.ts";
import { transformationPeople } from "./transformation-people.ts";

export const digitalTransformation: Template = {
  name: "digital-transformation",
  title: "Digital transformation",
  says: "Three themes, programmes in waves, what they cost and bring.",
  text: (on) =>
    [head(on), customers(on), operations(on), culture(on), transformationPeople(on)].join("\n"),
};

function head(on: OnADay): string {
  return `// A company changes how it works. All of it is invented: put
// your own company in its place. Themes group what belongs
// together. A programme is an initiative with others inside.

strategy our-transformation "Our digital transformation" {
  vision: "Ordering from us is as easy as asking a neighbour"
  mission: "Fewer steps for customers, fewer forms for colleagues, decisions from data."
  horizon: ${on.quarter(-1)} .. ${on.yearAhead(7)}
  currency: ${on.currency}
  budget: ${on.money(6_000_000)}
  owner: chief-digital-officer
  stakeholders: works-council
  cadence: quarterly
  appetite: medium
}

theme customers-first "Customers first" {
  owner: head-of-sales
  description: "What a customer notices"
}

theme simple-operations "Simple operations" {
  owner: coo
  description: "What colleagues notice"
}

theme new-habits "New habits" {
  owner: head-of-people
  description: "What makes it last"
}
`;
}

function customers(on: OnADay): string {
  return `objective digital-sales "Half of our sales are digital" {
  theme: customers-first
  level: business
  perspective: financial
  owner: head-of-sales
  sponsor: ceo
  due: ${on.yearAhead(7)}

  kpi digital-sales-share "Digital share of sales" {
    unit: %
    frequency: quarterly
    baseline: 18 on ${on.month(-7)}
    actual: 21 on ${on.month(-4)}
    actual: 24 on ${on.month(-1)}
    target: 35 by ${on.ahead(4)}
    target: 50 by ${on.yearAhead(7)}
  }

  // A programme: its waves say when it runs and what it costs.
  initiative digital-shop "One shop for all customers" {
    owner: chief-digital-officer
    sponsor: ceo
    type: transform
    priority: must
    framework: safe
    status: active

    initiative shop-pilot "Wave 1: pilot in one region" {
      teams: commerce 4 FTE
      timeline: ${on.quarter(-1)} .. ${on.ahead(1)}
      budget: ${on.money(650_000)}
      cost {
        upfront: ${on.money(280_000)}
        integration: ${on.money(110_000)}
        training: ${on.money(30_000)}
        operations: ${on.money(40_000)} per year
        contingency: 15%
      }
      status: active
      progress: ${on.elapsed(-1, 1)}

      milestone first-order "First order in the new shop" { date: ${on.ahead(0)} }
    }

    initiative shop-everywhere "Wave 2: all regions" {
      teams: commerce 5 FTE, data 1 FTE
      timeline: after shop-pilot for 4 quarters
      budget: ${on.money(1_250_000)}
      cost {
        upfront: ${on.money(450_000)}
        integration: ${on.money(180_000)}
        change: ${on.money(90_000)}
        operations: ${on.money(120_000)} per year
        contingency: 20%
      }
      benefit: ${on.money(5_000_000)}
      status: planned
    }

    risk two-shops "The old shop lives on beside the new one" {
      category: delivery
      probability: high
      impact: medium
      loss: ${on.money(60_000)}
      owner: head-of-sales
      response: mitigate
      mitigation: "Each region gives a date for its old shop before it gets the new one"
      residual { probability: medium }
      next-review: ${on.ahead(0)}
    }
  }
}
`;
}

function operations(on: OnADay): string {
  return `objective days-not-weeks "Delivered in days, not weeks" {
  theme: simple-operations
  level: business
  perspective: process
  owner: coo
  sponsor: ceo
  due: ${on.yearAhead(7)}

  kpi lead-time "Time from order to delivery" {
    unit: days
    frequency: monthly
    baseline: 16 on ${on.month(-4)}
    actual: 14.2 on ${on.today}
    target: 9 by ${on.ahead(4)}
    target: 4 by ${on.yearAhead(7)}
  }

  kpi by-hand "Orders that are typed in by hand" {
    unit: %
    frequency: monthly
    baseline: 44 on ${on.month(-4)}
    actual: 38 on ${on.today}
    target: 20 by ${on.ahead(4)}
  }

  initiative paperless "Orders without paper" {
    owner: head-of-operations-it
    teams: automation 3 FTE
    timeline: ${on.quarter(-1)} .. ${on.ahead(2)}
    type: improve
    framework: kanban
    technologies: workflow-engine
    budget: ${on.money(480_000)}
    cost {
      upfront: ${on.money(140_000)}
      integration: ${on.money(80_000)}
      training: ${on.money(45_000)}
      licences: ${on.money(30_000)} per year
      support: ${on.money(20_000)} per year
      contingency: 15%
    }
    benefit: ${on.money(520_000)} per year
    status: active
    progress: ${on.elapsed(-1, 2)}

    milestone first-plant "First plant without paper" { date: ${on.ahead(0)} }

    risk special-cases "Every plant has its special case" {
      category: operations
      probability: medium
      impact: medium
      owner: coo
      response: mitigate
      mitigation: "Eight cases in ten go through the new way; the rest waits for the second year"
    }
  }

  initiative data-platform "One place for data" {
    owner: head-of-data
    teams: data 4 FTE
    timeline: ${on.ahead(0)} .. ${on.ahead(4)}
    type: transform
    framework: scrum
    skills: data-engineering
    budget: ${on.money(1_100_000)}
    cost {
      upfront: ${on.money(320_000)}
      migration: ${on.money(140_000)}
      training: ${on.money(60_000)}
      infrastructure: ${on.money(90_000)} per year
      operations: ${on.money(60_000)} per year
      contingency: 15%
    }
    benefit: ${on.money(2_200_000)} per year
    status: planned

    milestone first-report "The board reads its first figures there" { date: ${on.ahead(2)} }

    risk data-privacy "Personal data lies where it should not" {
      category: compliance
      probability: medium
      impact: high
      loss: ${on.money(200_000)}
      owner: head-of-data
      response: mitigate
      mitigation: "Personal data is named at its source; access by purpose, for a time"
      residual { probability: low }
      next-review: ${on.ahead(1)}
    }
  }
}
`;
}

function culture(on: OnADay): string {
  return `objective confident-people "Colleagues who are at ease with change" {
  theme: new-habits
  level: business
  perspective: learning
  owner: head-of-people
  sponsor: ceo
  stakeholders: works-council
  due: ${on.yearAhead(7)}

  kpi at-ease "Colleagues who feel ready for the new ways" {
    unit: %
    frequency: half-yearly
    baseline: 46 on ${on.month(-2)}
    actual: 48 on ${on.today}
    target: 60 by ${on.ahead(4)}
    target: 75 by ${on.yearAhead(7)}
  }

  initiative academy "Digital academy" {
    owner: head-of-people
    teams: people-team 2 FTE
    timeline: ${on.ahead(0)} .. ${on.ahead(3)}
    type: grow
    cost {
      upfront: ${on.money(60_000)}
      integration: 0
      training: ${on.money(160_000)}
      operations: ${on.money(40_000)} per year
      contingency: 10%
    }
    status: planned

    risk no-time "Nobody has time to learn" {
      category: people
      probability: high
      impact: medium
      response: mitigate
      mitigation: "Half a day a week is agreed with each head of department beforehand"
      residual { probability: medium }
    }
  }
}

// Not in our hands: the plan has to wait for it, or meet it.

milestone agreement "The works council agrees to the new ways of work" {
  date: ${on.ahead(0)}
  owner: head-of-people
}
`;
}
