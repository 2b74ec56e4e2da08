// The rows of the context kinds: the strategy itself, people, technologies, milestones and reviews.

import { engagement, milestoneStatus } from "./choices.ts";
import {
  choice,
  cost,
  date,
  everywhere,
  field,
  framework,
  list,
  lowMediumHigh,
  money,
  party,
  rate,
  text,
  to,
} from "./fields.ts";
import type { KindEntry } from "./rows.ts";
import { samples } from "./samples.ts";

const skills = (doc: string) => list("skills", to("skill"), doc, { synonyms: ["skill", "knows"] });
const learning = list("learning", to("skill"), "Skills that are being learned.", {
  synonyms: ["learns", "training"],
});
const owner = field("owner", party, "Who answers for it.", {
  synonyms: ["responsible", "accountable"],
});

const strategy: KindEntry = {
  name: "strategy",
  doc: "The frame of the plan: vision, horizon, currency, budget. At most one in a project.",
  icon: "compass",
  places: ["file"],
  synonyms: ["plan", "roadmap"],
  fields: [
    field("vision", text, "Where the department wants to be."),
    field("mission", text, "What the department is for."),
    field("horizon", { is: "period" }, "The time the plan covers.", {
      synonyms: ["timeline", "period"],
    }),
    field("currency", { is: "currency" }, "The ISO 4217 code of all money without one."),
    field("budget", money, "The money for all of it.", { synonyms: ["funding"] }),
    field("owner", to("role"), "The role that answers for the strategy.", {
      synonyms: ["responsible", "accountable"],
    }),
    list("stakeholders", party, "Who has a say or is affected.", { synonyms: ["stakeholder"] }),
    field(
      "cadence",
      choice("weekly", "monthly", "quarterly", "half-yearly", "yearly"),
      "How often it is reviewed.",
      {
        synonyms: ["frequency", "rhythm", "review-cadence"],
      },
    ),
    field(
      "appetite",
      lowMediumHigh,
      "The highest severity of risk that is accepted (default medium).",
      {
        synonyms: ["risk-appetite"],
      },
    ),
    field(
      "fiscal-year-start",
      { is: "number", min: 1, max: 12, whole: true },
      "The month in which the fiscal year begins, 1 to 12.",
    ),
    field(
      "fiscal-year-named-by",
      choice(
        ["start", "A fiscal year bears the year in which it starts."],
        ["end", "A fiscal year bears the year in which it ends."],
      ),
      "Which calendar year gives a fiscal year its number (default end).",
    ),
    ...everywhere,
  ],
  snippet: samples.strategy,
};

const theme: KindEntry = {
  name: "theme",
  doc: "A pillar, focus area or priority that groups objectives and initiatives.",
  icon: "symbol-namespace",
  places: ["file"],
  synonyms: ["pillar", "focus-area", "priority", "perspective"],
  fields: [owner, ...everywhere],
  snippet: samples.theme,
};

const milestone: KindEntry = {
  name: "milestone",
  doc: "A moment that others can wait for: in an initiative, or at the top level an event that the plan must meet.",
  icon: "milestone",
  places: ["initiative", "file"],
  synonyms: ["gate", "checkpoint", "deliverable", "event", "deadline"],
  fields: [
    field("date", date, "When it is reached.", { synonyms: ["due", "deadline", "on"] }),
    owner,
    field("status", milestoneStatus, "Where it stands (default planned).", {
      synonyms: ["state"],
    }),
    ...everywhere,
  ],
  snippet: samples.milestone,
};

const team: KindEntry = {
  name: "team",
  doc: "People who work together.",
  icon: "organization",
  places: ["file", "team"],
  synonyms: ["squad", "group", "unit", "tribe"],
  fields: [
    field("lead", to("role"), "The role that leads it.", {
      synonyms: ["leader", "head", "manager", "owner"],
    }),
    field("department", text, "The department it belongs to.", { synonyms: ["division"] }),
    field(
      "capacity",
      { is: "quantity", unit: "FTE" },
      "How many full-time people it has, such as `8 FTE`.",
      {
        synonyms: ["size", "headcount", "fte"],
      },
    ),
    field("reports-to", to("role", "team"), "Whom it reports to.", {
      implied: ["team"],
      synonyms: ["reports", "parent"],
    }),
    skills("What the team can do."),
    learning,
    framework,
    ...everywhere,
  ],
  snippet: samples.team,
};

const role: KindEntry = {
  name: "role",
  doc: "A position, whoever holds it.",
  icon: "account",
  places: ["file", "team"],
  synonyms: ["position", "person", "job"],
  fields: [
    field("holder", text, "Who holds it today.", { synonyms: ["person", "name"] }),
    field("reports-to", to("role"), "Its superior; else the lead of its team.", {
      synonyms: ["reports", "manager"],
    }),
    field("team", to("team"), "The team it belongs to.", { implied: ["team"] }),
    field(
      "critical",
      choice(["yes", "The plan suffers if it falls empty."], "no"),
      "Whether the plan suffers if it falls empty.",
      { synonyms: ["key"] },
    ),
    list("successors", to("role"), "Who could take it over.", { synonyms: ["successor"] }),
    list("mentored-by", to("role"), "Who prepares its holder for more.", {
      synonyms: ["mentor", "mentors", "mentored"],
    }),
    skills("What its holder can do."),
    learning,
    ...everywhere,
  ],
  snippet: samples.role,
};

const stakeholder: KindEntry = {
  name: "stakeholder",
  doc: "Someone with a say in the plan or hit by it.",
  icon: "person",
  places: ["file"],
  synonyms: ["party", "sponsor", "customer"],
  fields: [
    field("power", lowMediumHigh, "How much say it has.", { synonyms: ["influence"] }),
    field("interest", lowMediumHigh, "How much the plan matters to it."),
    field("engagement", engagement, "Where it stands today."),
    field("desired-engagement", engagement, "Where it should stand.", {
      synonyms: ["desired", "target-engagement"],
    }),
    ...everywhere,
  ],
  snippet: samples.stakeholder,
};

const skill: KindEntry = {
  name: "skill",
  doc: "Something people can do or learn.",
  icon: "mortar-board",
  places: ["file"],
  synonyms: ["competency", "capability"],
  fields: [...everywhere],
  snippet: samples.skill,
};

const technology: KindEntry = {
  name: "technology",
  doc: "A product or platform the work relies on.",
  icon: "server",
  places: ["file"],
  synonyms: ["tool", "platform", "system", "application", "product", "tech"],
  fields: [
    field(
      "category",
      choice(
        "cloud",
        "automation",
        "monitoring",
        "collaboration",
        "data",
        "ai",
        "edge",
        "security",
        "application",
        "infrastructure",
      ),
      "What it is for.",
      { synonyms: ["type"] },
    ),
    field(
      "lifecycle",
      choice(
        ["plan", "Under consideration."],
        ["phase-in", "Being introduced."],
        ["active", "In use."],
        ["phase-out", "Being replaced."],
        ["end-of-life", "No longer to be used."],
      ),
      "Where it stands in its life.",
      { synonyms: ["status", "stage", "phase"] },
    ),
    field("end-of-support", date, "Until when its vendor supports it.", {
      synonyms: ["eos", "eol", "support-until"],
    }),
    field("vendor", text, "Who makes it.", { synonyms: ["supplier", "manufacturer"] }),
    owner,
    cost,
    field("benefit", [rate, money], "What it brings, once or as a rate.", {
      synonyms: ["benefits", "savings"],
    }),
    list("risks", to("risk"), "Risks declared elsewhere that affect it.", { synonyms: ["risk"] }),
    list("replaces", to("technology"), "What it takes the place of.", {
      synonyms: ["replace", "supersedes"],
    }),
    ...everywhere,
  ],
  snippet: samples.technology,
};

const review: KindEntry = {
  name: "review",
  doc: "A meeting that looks at the plan and decides.",
  icon: "calendar",
  places: ["file"],
  synonyms: ["meeting", "retrospective", "retro"],
  fields: [
    field("date", date, "When it is held.", { synonyms: ["on", "when"] }),
    list("attendees", party, "Who takes part.", { synonyms: ["participants", "attendee"] }),
    list(
      "covers",
      to(
        "objective",
        "initiative",
        "kpi",
        "risk",
        "strategy",
        "milestone",
        "team",
        "role",
        "stakeholder",
        "skill",
        "technology",
        "review",
        "theme",
      ),
      "What it looks at.",
      { synonyms: ["topics", "agenda", "scope"] },
    ),
    field("decisions", text, "What was decided.", { synonyms: ["decision", "outcome", "minutes"] }),
    list("actions", to("initiative"), "Initiatives that came out of it.", { synonyms: ["action"] }),
    ...everywhere,
  ],
  snippet: samples.review,
};

export const contextKinds: readonly KindEntry[] = [
  strategy,
  theme,
  milestone,
  team,
  role,
  stakeholder,
  skill,
  technology,
  review,
];
