// The rows of the four core kinds: objective, initiative, kpi, risk.

import { direction, likelihood, objectiveStatus, riskStatus, workStatus } from "./choices.ts";
import {
  anyPercent,
  choice,
  coOwners,
  cost,
  date,
  everywhere,
  field,
  framework,
  inTheme,
  list,
  lowMediumHigh,
  money,
  party,
  percent,
  priority,
  rate,
  reportedHealth,
  text,
  to,
  veryLowToVeryHigh,
} from "./fields.ts";
import type { KindEntry } from "./rows.ts";
import { samples } from "./samples.ts";

const owner = field("owner", party, "Who answers for it: a role, a team or a stakeholder.", {
  synonyms: ["responsible", "accountable", "lead", "assignee"],
});
const sponsor = field("sponsor", party, "Who stands behind it at the top.", {
  synonyms: ["executive"],
});
const stakeholders = list("stakeholders", party, "Who has a say or is affected.", {
  synonyms: ["stakeholder"],
});
const confidence = field(
  "confidence",
  lowMediumHigh,
  "How sure the owner is that it will be reached.",
);
const supports = list("supports", to("objective"), "The objectives it serves.", {
  implied: ["objective"],
  synonyms: ["support", "aligns", "aligned-to", "aligns-with", "contributes-to", "serves"],
});
const ends = {
  start: ["start", "from", "start-date", "begin", "begins", "starts", "kick-off"],
  end: ["end", "until", "end-date", "finish", "ends", "to"],
};
const timelineSynonyms = ["dates", "period", "schedule", "duration", ...ends.start, ...ends.end];

const objective: KindEntry = {
  name: "objective",
  core: true,
  doc: "Something the business or IT wants to reach.",
  icon: "target",
  places: ["file", "objective", "theme"],
  synonyms: ["goal", "okr", "aim"],
  fields: [
    supports,
    inTheme,
    field(
      "level",
      choice(
        ["business", "A goal of the business as a whole."],
        ["it", "A goal of the IT department."],
        ["team", "A goal of one team."],
      ),
      "Whose goal it is. Without it, an objective that supports nothing is a business objective.",
    ),
    field(
      "perspective",
      choice("financial", "customer", "process", "learning"),
      "Its side of the balanced scorecard.",
    ),
    owner,
    coOwners,
    sponsor,
    stakeholders,
    list("measured-by", to("kpi"), "The KPIs that show whether it is reached.", {
      synonyms: ["kpis", "kpi", "key-results", "metrics", "measured"],
    }),
    field("timeline", { is: "period", after: true }, "Its cycle.", {
      synonyms: timelineSynonyms,
      ends,
    }),
    field("due", date, "When it should be reached; else the end of its timeline.", {
      synonyms: ["deadline", "due-date", "by"],
    }),
    confidence,
    priority,
    field("weight", percent, "Its share of its parent's progress."),
    reportedHealth,
    field("status", objectiveStatus, "Where it stands.", {
      synonyms: ["state"],
    }),
    ...everywhere,
  ],
  snippet: samples.objective,
};

const initiative: KindEntry = {
  name: "initiative",
  core: true,
  doc: "Work with a start, an end and a price that serves an objective.",
  icon: "rocket",
  places: ["file", "objective", "initiative", "theme"],
  synonyms: ["project", "epic", "program", "programme", "work", "workstream", "action"],
  fields: [
    supports,
    field("part-of", to("initiative"), "The programme of which it is a part.", {
      implied: ["initiative"],
      synonyms: ["programme", "program", "parent", "belongs-to", "portfolio"],
    }),
    inTheme,
    owner,
    coOwners,
    sponsor,
    list(
      "teams",
      { is: "reference", to: ["team"], allocation: true },
      "Who does it, each with an optional number of FTE.",
      {
        synonyms: ["team", "resources", "staffing"],
      },
    ),
    stakeholders,
    field("timeline", { is: "period", after: true }, "When it runs.", {
      synonyms: timelineSynonyms,
      ends,
    }),
    field("budget", money, "The money set aside for it.", { synonyms: ["funding"] }),
    field("initial", [], "The plan as it was first approved.", {
      synonyms: ["original", "approved", "initial-plan"],
      block: [
        field("timeline", { is: "period" }, "When it was first meant to run.", {
          synonyms: timelineSynonyms,
          ends,
        }),
        field("budget", money, "The money that was first set aside for it.", {
          synonyms: ["funding"],
        }),
      ],
    }),
    cost,
    field("benefit", [rate, money], "What it brings, once or as a rate from its end on.", {
      synonyms: ["benefits", "savings", "return"],
    }),
    list("depends-on", to("initiative", "milestone"), "What must have ended before it starts.", {
      synonyms: [
        "depends",
        "dependencies",
        "dependency",
        "requires",
        "blocked-by",
        "needs",
        "after",
      ],
    }),
    list("risks", to("risk"), "Risks declared elsewhere that affect it.", { synonyms: ["risk"] }),
    list("technologies", to("technology"), "What it relies on.", {
      synonyms: ["technology", "tech", "platforms", "tools"],
    }),
    list("skills", to("skill"), "What people must be able to do for it.", {
      synonyms: ["skill", "competencies"],
    }),
    field(
      "type",
      choice(
        ["run", "Keeps the lights on."],
        ["grow", "Does more of what works."],
        ["transform", "Changes how the business works."],
        ["improve", "Makes what is there better."],
      ),
      "What kind of work it is.",
      { synonyms: ["category"] },
    ),
    priority,
    ...(["value", "urgency", "risk-reduction", "effort"] as const).map((name) =>
      field(
        name,
        { is: "number", min: 1, max: 10 },
        {
          value: "Value for the business, 1 to 10.",
          urgency: "How fast the value fades, 1 to 10.",
          "risk-reduction": "How much risk it takes away or opportunity it opens, 1 to 10.",
          effort: "How large the work is, 1 to 10.",
        }[name],
      ),
    ),
    framework,
    field("status", workStatus, "Where it stands.", { synonyms: ["state", "phase"] }),
    field("progress", percent, "How much is done.", { synonyms: ["done", "completion"] }),
    reportedHealth,
    confidence,
    ...everywhere,
  ],
  snippet: samples.initiative,
};

const kpi: KindEntry = {
  name: "kpi",
  core: true,
  doc: "A figure that shows whether something is reached.",
  icon: "graph-line",
  places: ["file", "objective", "initiative"],
  synonyms: ["metric", "key-result", "keyresult", "kr", "measure", "indicator"],
  fields: [
    list("measures", to("objective", "initiative"), "What it measures.", {
      implied: ["objective", "initiative"],
      synonyms: ["measure", "for"],
    }),
    field("unit", { is: "unit" }, 'What it counts: a word, `%` or a text such as "req/s".', {
      synonyms: ["units"],
    }),
    field(
      "type",
      choice(["leading", "Moves before the result does."], ["lagging", "Shows the result itself."]),
      "Whether it foretells or records.",
    ),
    owner,
    field("baseline", { is: "dated", word: "on" }, "Where it stood, and when.", {
      synonyms: ["start", "from"],
    }),
    field("target", { is: "dated", word: "by" }, "Where it should stand, and by when.", {
      repeated: true,
      synonyms: ["goal", "targets"],
    }),
    field("actual", { is: "dated", word: "on" }, "Where it stood when it was measured.", {
      repeated: true,
      synonyms: ["current", "value", "measured", "result"],
    }),
    field("actuals", text, "The path of a CSV file with the header date,value.", {
      synonyms: ["data", "csv", "file"],
    }),
    field("direction", direction, "Which way is better; else from baseline to target.", {
      synonyms: ["trend"],
    }),
    field(
      "tolerance",
      [anyPercent, { is: "quantity" }],
      "How far behind plan is still fine (default 10%).",
    ),
    field(
      "frequency",
      choice("daily", "weekly", "monthly", "quarterly", "half-yearly", "yearly"),
      "How often it is measured.",
      { synonyms: ["interval", "cadence"] },
    ),
    list("guardrails", to("kpi"), "KPIs that must not suffer for it.", { synonyms: ["guardrail"] }),
    field("formula", text, "How it is computed.", { synonyms: ["calculation", "definition"] }),
    ...everywhere,
  ],
  snippet: samples.kpi,
};

const risk: KindEntry = {
  name: "risk",
  core: true,
  doc: "Something that could go wrong, with an owner and a response.",
  icon: "shield",
  places: ["file", "objective", "initiative", "technology"],
  synonyms: ["threat", "hazard", "issue"],
  fields: [
    list("affects", to("objective", "initiative", "technology"), "What suffers if it happens.", {
      implied: ["objective", "initiative", "technology"],
      synonyms: ["affect", "threatens"],
    }),
    field(
      "category",
      choice(
        "security",
        "vendor",
        "technology",
        "people",
        "financial",
        "compliance",
        "delivery",
        "operations",
      ),
      "What kind of risk it is.",
      { synonyms: ["type"] },
    ),
    field("probability", [likelihood, percent], "How likely it is.", {
      synonyms: ["likelihood", "chance"],
    }),
    field("impact", veryLowToVeryHigh, "How bad it would be.", {
      synonyms: ["severity", "consequence", "effect"],
    }),
    field("loss", money, "What it would cost.", { synonyms: ["exposure", "damage"] }),
    owner,
    field(
      "response",
      choice(
        ["avoid", "Do not do what brings the risk."],
        ["mitigate", "Make it less likely or less bad."],
        ["transfer", "Let another carry it: insurance, contract."],
        ["accept", "Carry it knowingly."],
      ),
      "What is done about it (ISO 31000).",
      { synonyms: ["treatment", "strategy"] },
    ),
    field("mitigation", text, "What is done, in words.", {
      synonyms: ["measures", "plan", "countermeasure"],
    }),
    field("trigger", text, "The sign that it is about to happen."),
    field("residual", [], "What is left after the response; a half left out is the risk's own.", {
      block: [
        field("probability", [likelihood, percent], "How likely it still is.", {
          synonyms: ["likelihood"],
        }),
        field("impact", veryLowToVeryHigh, "How bad it would still be.", {
          synonyms: ["severity"],
        }),
      ],
    }),
    field("next-review", date, "When it is looked at again.", {
      synonyms: ["review", "review-date"],
    }),
    field("status", riskStatus, "Where it stands.", {
      synonyms: ["state"],
    }),
    ...everywhere,
  ],
  snippet: samples.risk,
};

export const coreKinds: readonly KindEntry[] = [objective, initiative, kpi, risk];
