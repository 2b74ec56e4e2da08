// The people of a portfolio: who manages which product, the teams that they share, and the reviews they hold.
import type { OnADay } from "./on-a-day.ts";

/** The end of the template, to which its other parts refer. */
export function productPeople(on: OnADay): string {
  return `// Who answers for it. Three teams build one product each,
// two serve all of them.

role board "Board" {}

role ceo "Chief Executive Officer" { holder: "Yara Haddad" reports-to: board }

role cfo "Chief Financial Officer" { holder: "Paul Meyer" reports-to: ceo }

role chief-product-officer "Chief Product Officer" {
  holder: "Irina Costa"
  reports-to: ceo
  critical: yes
  successors: ledger-manager
}

team ledger-team "Ledger" {
  lead: ledger-manager
  capacity: 8 FTE

  role ledger-manager "Product manager of Ledger" {
    holder: "Jana Novak"
    reports-to: chief-product-officer
    mentored-by: chief-product-officer
  }
}

team pocket-team "Pocket" {
  lead: pocket-manager
  capacity: 7 FTE

  role pocket-manager "Product manager of Pocket" {
    holder: "Anna Lind"
    reports-to: chief-product-officer
  }
}

team classic-team "Classic" {
  lead: classic-manager
  capacity: 3 FTE

  role classic-manager "Product manager of Classic" {
    holder: "Diego Ruiz"
    reports-to: chief-product-officer
  }
}

team platform "Platform" {
  lead: head-of-platform
  capacity: 4 FTE

  role head-of-platform "Head of Platform" { holder: "Zoe Papas" reports-to: chief-product-officer }
}

team data "Data" {
  lead: head-of-data
  capacity: 3 FTE

  role head-of-data "Head of Data" { holder: "Omar Saleh" reports-to: chief-product-officer }
}

technology classic-server "Servers of Classic" {
  category: infrastructure
  lifecycle: active
  owner: head-of-platform
}

// What was decided stays with the plan.

review portfolio-set "The portfolio is set" {
  date: ${on.today}
  attendees: ceo, cfo, chief-product-officer
  decisions: "Pocket gets what Classic no longer needs. The two ideas wait for the next review."
}

review portfolio-review "Portfolio review" {
  date: ${on.meeting(85)}
  attendees: ceo, cfo, chief-product-officer
}
`;
}
