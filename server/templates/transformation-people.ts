// The people of a transformation: who leads it, the teams that it takes, and the reviews they hold.
import type { OnADay } from "./on-a-day.ts";

/** The end of the template, to which its other parts refer. */
export function transformationPeople(on: OnADay): string {
  return `// Who answers for it.

role ceo "Chief Executive Officer" { holder: "Kofi Mensah" }

role coo "Chief Operating Officer" { holder: "Marta Rossi" reports-to: ceo }

role head-of-sales "Head of Sales" { holder: "Pedro Silva" reports-to: ceo }

role head-of-people "Head of People" { holder: "Hana Sato" reports-to: ceo }

role chief-digital-officer "Chief Digital Officer" {
  holder: "Noor Jansen"
  reports-to: ceo
  critical: yes
  successors: head-of-data
}

team commerce "Digital commerce" {
  lead: head-of-commerce
  capacity: 7 FTE

  role head-of-commerce "Head of Digital Commerce" {
    holder: "Olga Petrova"
    reports-to: chief-digital-officer
  }
}

team data "Data" {
  lead: head-of-data
  capacity: 7 FTE
  skills: data-engineering

  role head-of-data "Head of Data" {
    holder: "Luis Ferreira"
    reports-to: chief-digital-officer
    mentored-by: chief-digital-officer
    skills: data-engineering
  }
}

team automation "Automation" {
  lead: head-of-operations-it
  capacity: 5 FTE
  skills: data-engineering

  role head-of-operations-it "Head of Operations IT" {
    holder: "Liam Byrne"
    reports-to: chief-digital-officer
  }
}

team people-team "People and learning" { lead: head-of-people capacity: 4 FTE }

skill data-engineering "Data engineering"

technology workflow-engine "Workflow engine" {
  category: automation
  lifecycle: active
  owner: head-of-operations-it
}

stakeholder works-council "Works council" {
  power: high
  interest: high
  engagement: supportive
  desired-engagement: supportive
}

// What was decided stays with the plan.

review begin "The transformation begins" {
  date: ${on.today}
  attendees: ceo, coo, head-of-sales, head-of-people, chief-digital-officer
  decisions: "One region goes first. Wave 2 begins when a third of its orders come through the shop."
}

review first-look "First review" {
  date: ${on.meeting(85)}
  attendees: ceo, coo, head-of-sales, head-of-people, chief-digital-officer
  covers: digital-shop, paperless
}
`;
}
