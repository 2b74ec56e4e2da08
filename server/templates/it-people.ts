// The people of an IT department: roles with those who follow them, teams with their skills, and the reviews they hold.
import type { OnADay } from "./on-a-day.ts";

/** The end of the template, to which its other parts refer. */
export function itPeople(on: OnADay): string {
  return `// 2. Who answers for it. Where a role is critical, somebody
//    can follow, and has a mentor until then.

role board "Supervisory Board" {}

role ceo "Chief Executive Officer" { holder: "Ruth Keller" reports-to: board }

role cfo "Chief Financial Officer" { holder: "Tomas Nowak" reports-to: ceo }

role head-of-sales "Head of Sales" { holder: "Elif Aydin" reports-to: ceo }

role cio "Chief Information Officer" {
  holder: "Ada Brandt"
  reports-to: ceo
  critical: yes
  successors: head-of-infrastructure
}

team infrastructure "Platform and infrastructure" {
  lead: head-of-infrastructure
  capacity: 9 FTE
  skills: cloud-architecture

  role head-of-infrastructure "Head of Infrastructure" {
    holder: "Jonas Weber"
    reports-to: cio
    critical: yes
    successors: cloud-architect
    mentored-by: cio
  }

  role cloud-architect "Cloud architect" {
    holder: "Mina Okafor"
    mentored-by: head-of-infrastructure
    skills: cloud-architecture
  }
}

team applications "Applications" {
  lead: head-of-applications
  capacity: 8 FTE
  skills: data-engineering

  role head-of-applications "Head of Applications" { holder: "Sven Larsen" reports-to: cio }
}

team data "Data" {
  lead: head-of-data
  capacity: 5 FTE
  skills: data-engineering

  role head-of-data "Head of Data" { holder: "Ravi Menon" reports-to: cio skills: data-engineering }
}

team security "Security" {
  lead: security-officer
  capacity: 4 FTE
  skills: cloud-architecture

  role security-officer "Chief Information Security Officer" {
    holder: "Chloe Martin"
    reports-to: cio
  }
}

skill cloud-architecture "Cloud architecture"

skill data-engineering "Data engineering"

technology public-cloud "Public cloud" {
  category: cloud
  lifecycle: active
  owner: head-of-infrastructure
}

stakeholder works-council "Works council" {
  power: high
  interest: medium
  engagement: supportive
  desired-engagement: supportive
}

// 3. When you look at it again. A review that was held says
//    what was decided.

review strategy-begins "The strategy is adopted" {
  date: ${on.today}
  attendees: ceo, cfo, head-of-sales, cio
  decisions: "Three goals, and no fourth. We move to the cloud first, since the rest builds on it."
}

review first-review "First review" {
  date: ${on.meeting(85)}
  attendees: ceo, cfo, head-of-sales, cio
}
`;
}
