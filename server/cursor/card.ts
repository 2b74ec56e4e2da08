// An entity → its card in Markdown: what it is, how it stands and why, what it serves, what hangs on it.

import { memoIn } from "../cells/memo.ts";
import { type Health, healthOf, healthReasons, inSentence } from "../model/derive/health.ts";
import { overdueDays } from "../model/derive/schedule.ts";
import type { Entity } from "../model/entity.ts";
import { isClosed, statusOf } from "../model/status.ts";
import type { Model, Universe } from "../model/universe.ts";
import {
  code,
  type Inline,
  indented,
  inline,
  isEmpty,
  type Markdown,
  md,
  title,
  together,
} from "../words/markdown.ts";
import { capital, phrase } from "../words/phrases.ts";
import { counted } from "../words/wording.ts";
import { otherFacts, reviewFacts, strategyFacts, technologyFacts } from "./cards/context.ts";
import { type Fact, type Facts, healthWords, prose } from "./cards/facts.ts";
import { kpiFacts, riskFacts } from "./cards/measures.ts";
import { roleFacts, skillFacts, stakeholderFacts, teamFacts } from "./cards/people.ts";
import { initiativeFacts, milestoneFacts, objectiveFacts } from "./cards/work.ts";
import type { Doc } from "./docs.ts";
import { done, passed } from "./figures.ts";

/** The card of an entity; `model` is its own. */
export function card(entity: Entity, model: Model): Doc {
  return { text: textOf(model.universe, entity), page: `reference.md#${entity.kind ?? ""}` };
}

/** What a card says of each kind; what is missing here has the card of any kind. */
const factsOf: Readonly<Record<string, (all: Universe, entity: Entity) => Facts>> = {
  objective: objectiveFacts,
  initiative: initiativeFacts,
  milestone: milestoneFacts,
  kpi: kpiFacts,
  risk: riskFacts,
  team: teamFacts,
  role: roleFacts,
  stakeholder: stakeholderFacts,
  skill: skillFacts,
  technology: technologyFacts,
  strategy: strategyFacts,
  review: reviewFacts,
};

const textOf = memoIn((all: Universe, entity: Entity): Markdown => {
  const { says, facts } = (factsOf[entity.kind ?? ""] ?? otherFacts)(all, entity);
  const rows = facts.filter(([, text]) => !isEmpty(text)).map(row);
  const parts: readonly Inline[] = [
    heading(all, entity),
    standing(all, entity),
    reasons(all, entity),
    sentences(says),
    together(rows, "\n"),
    prose(entity, "description"),
  ];
  return together(parts, "\n\n");
});

/** A text over several lines stands below its label. */
function row([name, fact]: Fact): Markdown {
  const text = inline(fact);
  return text.markdown.includes("\n")
    ? md`- ${name}:\n\n  ${indented(text)}`
    : md`- ${name}: ${text}`;
}

function heading(all: Universe, entity: Entity): Markdown {
  const said = all.titleOf(entity);
  const kind = entity.kind ?? entity.node.kind.text;
  const what = [kind === "kpi" ? "KPI" : kind, entity.name && code(entity.name)];
  const called = said?.trim() ? md`**${title(said)}**` : "";
  return together([called, together(what, " ")], " · ");
}

/** "Active. 40% done, 53% of the time has passed." */
function sentences(says: readonly string[]): string {
  return says
    .filter((one) => one !== "")
    .map((one) => `${capital(one)}.`)
    .join(" ");
}

/** A sign is never without its word: shapes and words are those of the roadmap. */
const signs: Readonly<Record<Health, string>> = { green: "●", amber: "▲", red: "■", grey: "○" };

/** The severity of a risk says how it stands. */
const judged: ReadonlySet<string> = new Set(["objective", "initiative", "kpi"]);

/** How it stands: health, status, progress against time, what is overdue. */
function standing(all: Universe, entity: Entity): Markdown {
  const health = healthOf(all, entity);
  const status = statusOf(entity);
  // Of what is not decided or has not begun, nobody expects to know how it stands.
  const isAhead = health === "grey" && (status === "proposed" || status === "planned");
  const isJudged = judged.has(entity.kind ?? "") && !isClosed(all, entity) && !isAhead;
  const rest = sentences([
    status === undefined ? "" : phrase("status", status),
    isClosed(all, entity)
      ? ""
      : [done(all, entity), timeOf(all, entity)].filter(Boolean).join(", "),
    overdue(all, entity),
  ]);
  const sign = isJudged ? md`${signs[health]} **${healthWords[health]}.**` : "";
  return together([sign, rest], " ");
}

function timeOf(all: Universe, entity: Entity): string {
  return entity.kind === "objective" || entity.kind === "initiative" ? passed(all, entity) : "";
}

/** Said here only where none of the reasons says it. */
function overdue(all: Universe, entity: Entity): string {
  const days = overdueDays(all, entity);
  const isSaid = healthReasons(all, entity).some(
    ({ about, health }) => about === entity && health === "red" && entity.kind !== "risk",
  );
  if (days === 0 || isSaid) return "";
  return `${entity.kind === "risk" ? "its review is overdue" : "overdue"} by ${counted(days, "day")}`;
}

/** Why it is not on track: at most four sentences, and how many more there are. */
function reasons(all: Universe, entity: Entity): Inline {
  // The card of a KPI says itself how far it is behind, that of a risk how bad it is.
  if (entity.kind === "kpi" || entity.kind === "risk" || isClosed(all, entity)) return "";
  const found = healthReasons(all, entity).map((one) => md`- ${inSentence(all, one)}`);
  const more = found.length - 4;
  return together([...found.slice(0, 4), ...(more > 0 ? [md`- and ${more} more`] : [])], "\n");
}
