// Short words for writing the rows of the vocabulary table, and the fields that several kinds share.
import type { Choice, FieldEntry, Kind, ValueType } from "./rows.ts";

export const text: ValueType = { is: "text" };
export const money: ValueType = { is: "money" };
export const rate: ValueType = { is: "rate" };
export const date: ValueType = { is: "date" };
export const percent: ValueType = { is: "percent", max: 100 };
export const anyPercent: ValueType = { is: "percent" };

/** Other words that people write for a choice, wherever it may be chosen. */
const otherWords: Readonly<Record<string, readonly string[]>> = {
  proposed: ["idea", "draft", "suggested", "backlog"],
  planned: ["todo", "to-do", "scheduled", "not-started", "upcoming"],
  active: ["in-progress", "ongoing", "running", "started", "wip", "in-flight"],
  "on-hold": ["paused", "suspended", "blocked", "on-ice"],
  completed: ["done", "finished", "complete", "delivered"],
  cancelled: ["canceled", "dropped", "stopped", "abandoned"],
  achieved: ["done", "completed", "reached", "met"],
  missed: ["failed"],
  retired: ["dropped", "cancelled", "canceled", "obsolete"],
  reached: ["done", "completed", "achieved", "met"],
  occurred: ["happened", "materialised", "materialized"],
  must: ["must-have", "musthave"],
  should: ["should-have"],
  could: ["could-have", "nice-to-have"],
  wont: ["won-t", "wont-have", "will-not-have"],
  "very-low": ["lowest", "minimal"],
  medium: ["moderate", "middle", "mid"],
  "very-high": ["highest", "extreme"],
  amber: ["yellow", "orange"],
  yes: ["true"],
  no: ["false"],
  yearly: ["annually", "annual", "every-year"],
  "half-yearly": ["semi-annual", "semi-annually", "every-half-year"],
  quarterly: ["every-quarter"],
  monthly: ["every-month"],
  weekly: ["every-week"],
  daily: ["every-day"],
  increase: ["up", "higher", "increasing", "more"],
  decrease: ["down", "lower", "decreasing", "less", "reduce"],
  maintain: ["keep", "hold", "stable"],
  mitigate: ["reduce", "treat"],
  transfer: ["share", "insure"],
  accept: ["tolerate", "accepted"],
  avoid: ["terminate"],
  prince2: ["prince", "prince-2"],
  "end-of-life": ["eol", "retired"],
  "phase-out": ["phasing-out", "deprecated"],
  "phase-in": ["phasing-in"],
};

type ChoiceType = Extract<ValueType, { readonly is: "choice" }>;

/** A choice between words, each with a few words of explanation if it needs them. */
export function choice(...of: readonly (string | readonly [string, string])[]): ChoiceType {
  return {
    is: "choice",
    of: of.map((one): Choice => {
      const [name, doc] = typeof one === "string" ? [one] : one;
      const synonyms = otherWords[name];
      return { name, ...(doc !== undefined && { doc }), ...(synonyms && { synonyms }) };
    }),
  };
}

/** A choice between words that go from little to much. */
export function scale(...of: readonly (string | readonly [string, string])[]): ChoiceType {
  return { ...choice(...of), scale: true };
}

/** The name of a declaration of one of these kinds. */
export function to(...kinds: readonly Kind[]): ValueType {
  return { is: "reference", to: kinds };
}

export const party = to("role", "team", "stakeholder");

type Extra = Partial<Omit<FieldEntry, "name" | "types" | "doc">>;

/** One row of the table. */
export function field(
  name: string,
  types: ValueType | readonly ValueType[],
  doc: string,
  extra: Extra = {},
): FieldEntry {
  return { name, types: "is" in types ? [types] : types, doc, ...extra };
}

/** A row whose values are a comma list. */
export function list(
  name: string,
  types: ValueType | readonly ValueType[],
  doc: string,
  extra: Extra = {},
): FieldEntry {
  return field(name, types, doc, { list: true, ...extra });
}

/** What several parties answer for together; the owner has the last word. */
export const coOwners = list("co-owners", party, "Who answers for it beside the owner.", {
  synonyms: ["co-owner", "coowners", "joint-owners"],
});

export const reportedHealth = field(
  "health",
  choice(
    ["green", "As its owner reports it: on track."],
    ["amber", "As its owner reports it: at risk."],
    ["red", "As its owner reports it: off track."],
  ),
  "How it stands, as its owner reports it.",
  { synonyms: ["rag", "rag-status", "traffic-light"] },
);

export const inTheme = field("theme", to("theme"), "The theme that it belongs to.", {
  implied: ["theme"],
  synonyms: ["pillar", "focus-area", "strategic-priority"],
});

export const lowMediumHigh = scale("low", "medium", "high");
export const veryLowToVeryHigh = scale("very-low", "low", "medium", "high", "very-high");

export const priority = field(
  "priority",
  choice(
    ["must", "The plan fails without it."],
    ["should", "Important, but the plan survives without it."],
    ["could", "Welcome if time and money are left."],
    ["wont", "Not in this horizon."],
  ),
  "How much it matters (MoSCoW).",
  { synonyms: ["moscow", "prio"] },
);

export const framework = field(
  "framework",
  choice(
    ["agile", "Small steps with frequent feedback: for change."],
    ["scrum", "Fixed sprints with a product owner."],
    ["kanban", "A limited flow of work."],
    ["safe", "Agile across many teams."],
    ["devops", "Build and run in one team: for delivery."],
    ["itil", "Managed services: for operations."],
    ["prince2", "Stages with a business case."],
    ["waterfall", "One phase after the other."],
  ),
  "How the work is organised.",
  { synonyms: ["method", "methodology", "process"] },
);

const head = (name: string, doc: string, synonyms: readonly string[] = []): FieldEntry =>
  field(name, [money, rate], doc, { synonyms });

/** The block of cost heads of an initiative or a technology. */
export const cost: FieldEntry = field("cost", [], "What it costs, by head: once, or as a rate.", {
  synonyms: ["costs", "tco"],
  block: [
    head("upfront", "Paid once at the start: purchase, set-up.", [
      "capex",
      "purchase",
      "investment",
    ]),
    head("staff", "People of the own house.", ["people", "internal", "personnel", "salaries"]),
    head("contractors", "People from outside.", ["external", "consulting", "consultants"]),
    head("licences", "Software licences and subscriptions.", [
      "licenses",
      "license",
      "licence",
      "subscriptions",
      "software",
    ]),
    head("hardware", "Machines and devices.", ["devices", "equipment"]),
    head("infrastructure", "Cloud, hosting, network.", ["cloud", "hosting"]),
    head("integration", "Joining it with what is there.", ["interfaces"]),
    head("migration", "Moving data and users over."),
    head("training", "Teaching those who will use and run it.", ["education", "trainings"]),
    head("change", "Helping people to change how they work.", ["change-management"]),
    head("maintenance", "Keeping it working.", ["upkeep"]),
    head("support", "Helping its users."),
    head("operations", "Running it every day.", ["opex", "run", "running"]),
    head("decommissioning", "Taking the old thing down.", ["shutdown", "decommission"]),
    head("other", "Whatever has no head of its own.", ["misc", "miscellaneous"]),
    field(
      "contingency",
      [anyPercent, money],
      "Kept for surprises: a percent of all the rest, or money.",
      {
        synonyms: ["reserve", "buffer"],
      },
    ),
  ],
});

/** The fields that every kind has. */
export const everywhere: readonly FieldEntry[] = [
  field("description", text, "What it is, in a sentence or more. A long text may use Markdown.", {
    synonyms: ["desc", "summary", "details"],
  }),
  field("source", text, "Where it comes from: a document, a meeting, a person.", {
    synonyms: ["origin"],
  }),
  list("links", text, "Addresses of pages that say more.", { synonyms: ["link", "url", "urls"] }),
  list("tags", { is: "word" }, "Free words to group and filter by.", {
    synonyms: ["tag", "labels", "label"],
  }),
];
