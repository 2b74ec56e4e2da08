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

/** What a card says below its heading. */
export interface CardBody {
  /** Where the kind and the state of the thing let somebody expect it. */
  readonly health: Health | undefined;
  /** "Active. 40% done, 53% of the time has passed." */
  readonly stands: string;
  /** "Transform. Must have." */
  readonly says: string;
  /** Those that have a text. */
  readonly facts: readonly Fact[];
  readonly description: Markdown;
}

export function saidOf(all: Universe, entity: Entity): CardBody {
  const { says, facts } = (factsOf[entity.kind ?? ""] ?? otherFacts)(all, entity);
  return {
    ...standing(all, entity),
    says: sentences(says),
    facts: facts.filter(([, text]) => !isEmpty(text)),
    description: prose(entity, "description"),
  };
}

const textOf = memoIn((all: Universe, entity: Entity): Markdown => {
  const { health, stands, says, facts, description } = saidOf(all, entity);
  const sign = health === undefined ? "" : md`${signs[health]} **${healthWords[health]}.**`;
  const parts: readonly Inline[] = [
    heading(all, entity),
    together([sign, stands], " "),
    reasons(all, entity),
    says,
    together(facts.map(row), "\n"),
    description,
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
function standing(all: Universe, entity: Entity): Pick<CardBody, "health" | "stands"> {
  const health = healthOf(all, entity);
  const status = statusOf(entity);
  // Of what is not decided or has not begun, nobody expects to know how it stands.
  const isAhead = health === "grey" && (status === "proposed" || status === "planned");
  const isJudged = judged.has(entity.kind ?? "") && !isClosed(all, entity) && !isAhead;
  const stands = sentences([
    status === undefined ? "" : phrase("status", status),
    isClosed(all, entity)
      ? ""
      : [done(all, entity), timeOf(all, entity)].filter(Boolean).join(", "),
    overdue(all, entity),
  ]);
  return { health: isJudged ? health : undefined, stands };
}

function timeOf(all: Universe, entity: Entity): string {
  return entity.kind === "objective" || entity.kind === "initiative" ? passed(all, entity) : "";
}

/** CardBody here only where none of the reasons says it. */
function overdue(all: Universe, entity: Entity): string {
  const days = overdueDays(all, entity);
  const isSaid = healthReasons(all, entity).some(
    ({ about, health }) => about === entity && health === "red" && entity.kind !== "risk",
  );
  if (days === 0 || isSaid) return "";
  return `${entity.kind === "risk" ? "its review is overdue" : "overdue"} by ${counted(days, "day")}`;
}

/** At most four sentences, and how many more there are. */
function reasons(all: Universe, entity: Entity): Inline {
  const found = reasonsOf(all, entity).map((one) => md`- ${one}`);
  const more = found.length - 4;
  return together([...found.slice(0, 4), ...(more > 0 ? [md`- and ${more} more`] : [])], "\n");
}

/** Why it is not on track, a sentence each. */
export function reasonsOf(all: Universe, entity: Entity): readonly string[] {
  // The card of a KPI says itself how far it is behind, that of a risk how bad it is.
  if (entity.kind === "kpi" || entity.kind === "risk" || isClosed(all, entity)) return [];
  return healthReasons(all, entity).map((one) => inSentence(all, one));
}
