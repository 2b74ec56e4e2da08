// What a column of a table may say → one row each: its name, how its cells are read, and which rows have it.

/** How the cells of a column are read. */
export type Reads =
  | "text"
  | "title"
  | "people"
  | "names"
  | "tags"
  | "links"
  | "date"
  | "period"
  | "length"
  | "number"
  | "money"
  | "percent"
  | "rating"
  | "choice"
  | "chance"
  | "unit"
  | "kind"
  | "depth"
  | "rows"
  | "note";

/** What a row of a table can be. */
export const rowKinds = ["objective", "initiative", "kpi", "risk", "milestone"] as const;
export type RowKind = (typeof rowKinds)[number];

export interface TableField {
  readonly name: string;
  /** What it says, for those who choose. */
  readonly words: string;
  readonly reads: Reads;
  /** The kinds of rows that have it. */
  readonly of: readonly RowKind[];
}

/** `of` names the kinds by their first letters. */
function say(name: string, words: string, reads: Reads, of: string): TableField {
  const kinds = rowKinds.filter((kind) => of.includes(kind.charAt(0).toUpperCase()));
  return { name, words, reads, of: kinds };
}

const all = "OIKRM";

/** Fields that several columns may say together. */
export const manyColumns: ReadonlySet<string> = new Set([
  ...[
    "id",
    "parent",
    "after",
    "tags",
    "links",
    "co-owners",
    "stakeholders",
    "teams",
    "technologies",
  ],
  ...["objective", "kpi", "risk", "note"],
]);

/** In the order in which they are offered; of two that a heading may mean, what its cells can be decides. */
export const tableFields: readonly TableField[] = [
  say("title", "Title", "title", all),
  say("kind", "What the row is: objective, initiative, KPI, risk", "kind", all),
  say("id", "Number or key of the row", "rows", all),
  say("parent", "What it is part of", "rows", all),
  say("depth", "How deep it stands: 1, 2, 3", "depth", all),
  say("objective", "The objective that it serves", "names", "OIKR"),
  say("initiative", "The initiative that it belongs to", "names", "IKRM"),
  say("kpi", "A KPI or key result", "names", "OIK"),
  say("risk", "A risk", "names", "OIR"),
  say("milestone", "A milestone", "names", "M"),
  say("theme", "Theme that groups it", "names", "OI"),
  say("description", "Description", "text", all),
  say("owner", "Who answers for it", "people", all),
  say("co-owners", "Who answers for it beside the owner", "people", "OI"),
  say("sponsor", "Who stands behind it at the top", "people", "OI"),
  say("stakeholders", "Who has a say or is affected", "people", "OI"),
  say("teams", "Who does it", "names", "I"),
  say("timeline", "When it runs: Q3 2026, or from – to", "period", "OIK"),
  say("start", "Start", "date", "OIK"),
  say("end", "End, or when it is due", "date", "OIKM"),
  say("duration", "How long it takes", "length", "I"),
  say("after", "What must have ended before", "rows", "I"),
  say("status", "Status", "choice", all),
  say("done", "The day on which it was done", "date", "OIRM"),
  say("progress", "Progress", "percent", "OIK"),
  say("health", "Health: green, amber, red", "choice", "OI"),
  say("priority", "Priority", "choice", "OI"),
  say("confidence", "Confidence: low, medium, high", "choice", "OI"),
  say("budget", "Budget", "money", "I"),
  say("upfront", "What is paid once", "money", "I"),
  say("operations", "What is paid every year", "money", "I"),
  say("benefit", "What it brings", "money", "I"),
  say("type", "Run, grow, transform or improve", "choice", "I"),
  say("value", "Value for the business, 1 to 10", "rating", "I"),
  say("urgency", "Urgency, 1 to 10", "rating", "I"),
  say("risk-reduction", "Risk that it takes away, 1 to 10", "rating", "I"),
  say("effort", "Effort, 1 to 10", "rating", "I"),
  say("technologies", "What it relies on", "names", "I"),
  say("level", "Whose objective: business, IT, team", "choice", "O"),
  say("perspective", "Side of the balanced scorecard", "choice", "O"),
  say("weight", "Its share of what is above it", "percent", "O"),
  say("unit", "Unit", "unit", "K"),
  say("baseline", "Where it stood", "number", "K"),
  say("baseline-date", "When it stood there", "date", "K"),
  say("target", "Where it should stand", "number", "K"),
  say("target-date", "By when", "date", "K"),
  say("actual", "Where it stands", "number", "K"),
  say("actual-date", "When it was measured", "date", "K"),
  say("frequency", "How often it is measured", "choice", "K"),
  say("direction", "Which way is better", "choice", "K"),
  say("formula", "How it is computed", "text", "K"),
  say("probability", "How likely it is", "chance", "R"),
  say("impact", "How bad it would be", "choice", "R"),
  say("loss", "What it would cost", "money", "R"),
  say("category", "Kind of risk", "choice", "R"),
  say("response", "Avoid, mitigate, transfer, accept", "choice", "R"),
  say("mitigation", "What is done about it", "text", "R"),
  say("trigger", "Sign that it is about to happen", "text", "R"),
  say("residual-probability", "How likely it still is", "chance", "R"),
  say("residual-impact", "How bad it would still be", "choice", "R"),
  say("next-review", "When it is looked at again", "date", "R"),
  say("tags", "Words to group and filter by", "tags", all),
  say("links", "Link to a page", "links", all),
  say("note", "Keep it as a comment", "note", all),
];

const byName = new Map(tableFields.map((field) => [field.name, field]));

/** The row of a field by its name. */
export function tableFieldOf(name: string): TableField | undefined {
  return byName.get(name);
}
