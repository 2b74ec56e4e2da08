// An IT department: what the business wants of it, what it does for that, with whom, and at what cost.
import { itPeople } from "./it-people.ts";
import type { OnADay, Template } from "./on-a-day.ts";

export const itDepartment: Template = {
  name: "it-department",
  title: "IT department",
  says: "Business goals, what IT does for them, its teams, money and risks.",
  text: (on) => [head(on), growth(on), cost(on), trust(on), itPeople(on)].join("\n"),
};

function head(on: OnADay): string {
  return `// The strategy of an IT department. All of it is invented:
// make it yours, from the top down. First the texts in quotes,
// then the figures, then the dates. You cannot break anything:
// what does not fit is underlined and says what to do.

strategy our-it "Our IT strategy" {
  vision: "Technology that customers rely on and colleagues like to use"
  mission: "We turn business goals into services that work, at a cost we can explain."
  horizon: ${on.quarter(-1)} .. ${on.yearAhead(7)}
  currency: ${on.currency}
  budget: ${on.money(4_500_000)}
  owner: cio
  stakeholders: works-council
  cadence: quarterly
  appetite: medium
}
`;
}

function growth(on: OnADay): string {
  return `// 1. What the business wants. Its owners sit outside IT.
//    What IT does for it stands inside.

objective grow-online "Grow the business online" {
  level: business
  perspective: customer
  owner: head-of-sales
  sponsor: ceo
  due: ${on.yearAhead(7)}
  priority: must

  kpi online-share "Share of orders that come online" {
    unit: %
    frequency: quarterly
    baseline: 28 on ${on.month(-7)}
    actual: 31 on ${on.month(-4)}
    actual: 34 on ${on.month(-1)}
    target: 42 by ${on.ahead(3)}
    target: 50 by ${on.yearAhead(7)}
  }

  objective self-service "Customers help themselves, at any hour" {
    level: it
    owner: head-of-applications
    due: ${on.ahead(6)}

    kpi solved-online "Requests that customers solve by themselves" {
      unit: %
      frequency: monthly
      baseline: 22 on ${on.month(-4)}
      actual: 27 on ${on.today}
      target: 40 by ${on.ahead(2)}
      target: 60 by ${on.ahead(6)}
    }

    initiative customer-portal "Customer portal" {
      owner: head-of-applications
      teams: applications 4 FTE, data 1 FTE
      timeline: ${on.quarter(-1)} .. ${on.ahead(2)}
      type: transform
      framework: scrum
      budget: ${on.money(950_000)}
      // What is paid once, what is paid every year,
      // and something for surprises.
      cost {
        upfront: ${on.money(320_000)}
        integration: ${on.money(120_000)}
        training: ${on.money(40_000)}
        licences: ${on.money(60_000)} per year
        maintenance: ${on.money(70_000)} per year
        contingency: 15%
      }
      benefit: ${on.money(900_000)} per year
      status: active
      progress: ${on.elapsed(-1, 2)}

      milestone first-customers "First hundred customers" { date: ${on.ahead(0)} }

      milestone all-customers "Open to all" { date: ${on.ahead(2)} }

      risk slow-adoption "Customers keep calling instead" {
        category: delivery
        probability: medium
        impact: medium
        owner: head-of-sales
        response: mitigate
        mitigation: "Build it with twenty customers, who test every second week"
        residual { probability: low }
      }
    }

    initiative customer-data "One view of each customer" {
      owner: head-of-data
      teams: data 3 FTE
      timeline: ${on.ahead(0)} .. ${on.ahead(3)}
      type: grow
      skills: data-engineering
      cost {
        upfront: ${on.money(180_000)}
        migration: ${on.money(90_000)}
        training: ${on.money(25_000)}
        operations: ${on.money(40_000)} per year
        contingency: 15%
      }
      benefit: ${on.money(480_000)} per year
      status: planned

      risk poor-data "Customers are in the records twice" {
        category: operations
        probability: high
        impact: medium
        response: mitigate
        mitigation: "Clean up the three largest regions before the first release"
        residual { probability: medium }
      }
    }
  }
}
`;
}

function cost(on: OnADay): string {
  return `objective spend-better "Spend less on what only runs" {
  level: business
  perspective: financial
  owner: cfo
  sponsor: ceo
  due: ${on.yearAhead(7)}

  kpi run-share "Share of the IT budget that only keeps things running" {
    unit: %
    frequency: half-yearly
    baseline: 72 on ${on.month(-2)}
    actual: 71 on ${on.today}
    target: 65 by ${on.ahead(4)}
    target: 58 by ${on.yearAhead(7)}
  }

  objective modern-platform "A platform that scales with demand" {
    level: it
    owner: head-of-infrastructure
    due: ${on.ahead(6)}

    kpi cloud-share "Applications that run in the cloud" {
      unit: %
      frequency: monthly
      baseline: 35 on ${on.month(-4)}
      actual: 41 on ${on.today}
      target: 55 by ${on.ahead(2)}
      target: 80 by ${on.ahead(6)}
    }

    initiative cloud-move "Move to the cloud" {
      owner: head-of-infrastructure
      teams: infrastructure 4 FTE
      timeline: ${on.quarter(-1)} .. ${on.ahead(4)}
      type: transform
      framework: devops
      technologies: public-cloud
      skills: cloud-architecture
      budget: ${on.money(1_300_000)}
      cost {
        migration: ${on.money(520_000)}
        training: ${on.money(60_000)}
        infrastructure: ${on.money(140_000)} per year
        operations: ${on.money(50_000)} per year
        contingency: 20%
      }
      // All that it saves until the end of the horizon.
      benefit: ${on.money(2_600_000)}
      status: active
      progress: ${on.elapsed(-1, 4)}

      milestone first-wave "First wave has moved" { date: ${on.ahead(1)} }

      risk one-vendor "Everything depends on one provider" {
        category: vendor
        probability: medium
        impact: high
        loss: ${on.money(150_000)}
        owner: security-officer
        response: mitigate
        mitigation: "Exit clause, open formats, and one rehearsal a year"
        residual { impact: medium }
        next-review: ${on.ahead(1)}
      }
    }

    // It begins after other work, and moves with it.
    initiative close-data-centre "Close the old data centre" {
      owner: head-of-infrastructure
      teams: infrastructure 2 FTE
      timeline: after cloud-move for 2 quarters
      type: improve
      cost {
        decommissioning: ${on.money(120_000)}
        migration: ${on.money(60_000)}
        change: ${on.money(15_000)}
        support: ${on.money(10_000)} per year
        contingency: 10%
      }
      benefit: ${on.money(900_000)}
      status: planned

      risk forgotten-system "Something still runs there that nobody knew of" {
        category: technology
        probability: medium
        impact: medium
        response: mitigate
        mitigation: "Watch all traffic for a quarter before anything is switched off"
      }
    }
  }
}
`;
}

function trust(on: OnADay): string {
  return `objective earn-trust "Be trusted with what customers give us" {
  level: business
  perspective: process
  owner: ceo
  sponsor: board
  due: ${on.yearAhead(7)}

  kpi availability "Availability of what customers use" {
    unit: %
    owner: head-of-infrastructure
    frequency: monthly
    baseline: 99.5 on ${on.month(-4)}
    actual: 99.62 on ${on.today}
    target: 99.8 by ${on.ahead(3)}
    target: 99.9 by ${on.yearAhead(7)}
  }

  kpi recovery "Mean time to recovery" {
    unit: hours
    owner: head-of-infrastructure
    frequency: monthly
    baseline: 6 on ${on.month(-4)}
    actual: 4.8 on ${on.today}
    target: 3 by ${on.ahead(3)}
    target: 1 by ${on.yearAhead(7)}
  }

  initiative zero-trust "Every access is checked" {
    owner: security-officer
    teams: security 2 FTE, infrastructure 1 FTE
    timeline: ${on.ahead(0)} .. ${on.ahead(3)}
    type: improve
    priority: must
    cost {
      licences: ${on.money(70_000)} per year
      integration: ${on.money(110_000)}
      training: ${on.money(35_000)}
      support: ${on.money(30_000)} per year
      contingency: 15%
    }
    status: planned

    risk locked-out "Colleagues cannot get at what they need" {
      category: security
      probability: medium
      impact: medium
      response: mitigate
      mitigation: "One department at a time, with a way back for a week"
      residual { impact: low }
    }
  }
}

// An idea: proposed work costs nothing until somebody decides.

initiative ai-assistant "An assistant for the service desk" {
  supports: self-service
  owner: head-of-applications
  timeline: ${on.ahead(3)} .. ${on.ahead(5)}
  type: transform
  status: proposed
}
`;
}
