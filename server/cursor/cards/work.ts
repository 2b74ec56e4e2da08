// Objectives, initiatives and milestones → what their cards say.

import { fromToday, longDay } from "../../model/days.ts";
import { alignmentPath, levelOf } from "../../model/derive/alignment.ts";
import { initialBudget, initialSpan, slipDays } from "../../model/derive/baseline.ts";
import { benefitOf, paybackMonthsOf, returnOf } from "../../model/derive/benefit.ts";
import { costOf } from "../../model/derive/cost.ts";
import { amountOf, writtenFigure } from "../../model/derive/money.ts";
import { holdsUp, waitsFor } from "../../model/derive/network.ts";
import { riskState } from "../../model/derive/risk.ts";
import { datesOf, dueOf, milestoneDate } from "../../model/derive/schedule.ts";
import { scoreOf } from "../../model/derive/score.ts";
import { allUnder, amountUnder } from "../../model/derive/under.ts";
import { type Entity, written } from "../../model/entity.ts";
import { inheritedChoice, partsOf, programmeOf } from "../../model/programmes.ts";
import { relations } from "../../model/relations.ts";
import { isOpen, statusOf } from "../../model/status.ts";
import type { Universe } from "../../model/universe.ts";
import { signedPercent } from "../../views/amounts.ts";
import { overrunText } from "../../views/roadmap/approved.ts";
import { type Inline, isEmpty, type Markdown, md, ours, together } from "../../words/markdown.ts";
import { phrase } from "../../words/phrases.ts";
import { counted } from "../../words/wording.ts";
import { amount, running, runningIn, slack } from "../figures.ts";
import {
  chosen,
  type Fact,
  type Facts,
  listedInline,
  namesOf,
  namesWithHealth,
  people,
  teams,
  titled,
} from "./facts.ts";
import { owners } from "./people.ts";

export function objectiveFacts(all: Universe, entity: Entity): Facts {
  const { support } = relations(all);
  const level = levelOf(all, entity);
  const work = allUnder(all, entity).filter((one) => one.kind === "initiative" && isOpen(all, one));
  const sum = work.length === 0 ? undefined : amount(amountUnder(all, entity));
  const due = dueOf(all, entity);
  const from = support.to(entity).map((edge) => edge.from);
  return {
    says: [
      level === undefined ? "" : phrase("level", level),
      chosen(entity, "perspective"),
      chosen(entity, "priority"),
      confidence(entity),
    ],
    facts: [
      ["Serves", alignment(all, entity)],
      ...owners(all, entity),
      ["Stakeholders", people(all, entity, "stakeholders")],
      ["Cycle", written(entity, "due") ? running(all, entity) : ""],
      ["Due", due === undefined ? "" : dayAndDistance(all, entity, due)],
      ["Money", sum === undefined ? "" : `${sum} in ${counted(work.length, "open initiative")}`],
      [
        "Sub-objectives",
        namesWithHealth(
          all,
          from.filter((one) => one.kind === "objective"),
        ),
      ],
      [
        "Initiatives",
        namesWithHealth(
          all,
          from.filter((one) => one.kind === "initiative"),
        ),
      ],
      ...hangingOn(all, entity),
    ],
  };
}

export function initiativeFacts(all: Universe, entity: Entity): Facts {
  const { use } = relations(all);
  const framework = inherited(all, entity, "framework");
  const programme = programmeOf(all, entity);
  return {
    says: [
      inherited(all, entity, "type"),
      inherited(all, entity, "priority"),
      framework === "" ? "" : `Run with ${framework}`,
      confidence(entity),
    ],
    facts: [
      ["Serves", served(all, entity)],
      ...owners(all, entity),
      ["Stakeholders", people(all, entity, "stakeholders")],
      ["Teams", teams(all, entity)],
      ["When", [running(all, entity), float(all, entity)].filter(Boolean).join("; ")],
      ["First approved", firstPlan(all, entity)],
      ["Part of", programme === undefined ? "" : titled(all, programme)],
      ["Parts", namesWithHealth(all, partsOf(all, entity))],
      ["Milestones", milestones(all, entity)],
      ["Takes", withItsParts(all, entity)],
      ...moneyFacts(all, entity),
      ["Score", score(entity)],
      ...hangingOn(all, entity),
      [
        "Relies on",
        namesOf(
          all,
          use.from(entity).map((edge) => edge.to),
        ),
      ],
    ],
  };
}

export function milestoneFacts(all: Universe, entity: Entity): Facts {
  const at = milestoneDate(all, entity);
  const { parent } = entity;
  return {
    says: [],
    facts: [
      ["Date", at === undefined ? "" : dayAndDistance(all, entity, at)],
      ["Initiative", parent === undefined ? "" : titled(all, parent)],
      ["Serves", parent === undefined ? "" : alignment(all, parent)],
      ...owners(all, entity),
      ...waiting(all, entity),
    ],
  };
}

/** Its own, or that of its programme. */
function inherited(
  all: Universe,
  entity: Entity,
  field: "type" | "priority" | "framework",
): string {
  const choice = inheritedChoice(all, entity, field);
  return choice === undefined ? "" : phrase(field, choice);
}

function confidence(entity: Entity): string {
  const word = chosen(entity, "confidence");
  return word === "" ? "" : `${word} confidence`;
}

/** "31 December 2026, in 38 days"; what is behind is only dated. */
function dayAndDistance(all: Universe, entity: Entity, at: number): string {
  const distance = isOpen(all, entity) ? `, ${fromToday(at, all.modelOf(entity).today)}` : "";
  return `${longDay(at)}${distance}`;
}

/** The way up along the first support, as titles. */
export function alignment(all: Universe, entity: Entity): Markdown {
  return together(
    alignmentPath(all, entity).map((one) => titled(all, one)),
    " → ",
  );
}

function served(all: Universe, entity: Entity): Inline {
  const path = alignment(all, entity);
  const isMissed = isEmpty(path) && entity.sure && isOpen(all, entity);
  return isMissed ? ours("**no objective yet**") : path;
}

/** "1 April 2026 to 31 December 2026 for 1.7M EUR; since then 181 days later and +12%". */
function firstPlan(all: Universe, entity: Entity): string {
  const span = initialSpan(all, entity);
  const budget = amount(initialBudget(all.modelOf(entity), entity));
  const plan = [span && runningIn(span), budget].filter(Boolean).join(" for ");
  const days = slipDays(all, entity) ?? 0;
  const moved = [
    days === 0 ? "" : `${counted(Math.abs(days), "day")} ${days > 0 ? "later" : "sooner"}`,
    overrunText(all, entity) ?? "",
  ].filter(Boolean);
  return moved.length === 0 || plan === "" ? plan : `${plan}; since then ${moved.join(" and ")}`;
}

/** Slack means something only where work waits for work. */
function float(all: Universe, entity: Entity): string {
  if (!isOpen(all, entity)) return "";
  const isTied = waitsFor(all, entity).length > 0 || holdsUp(all, entity).length > 0;
  return isTied ? slack(all, entity) : "";
}

/** "1 of 2 reached; next is All stores on 15 March 2027". */
function milestones(all: Universe, entity: Entity): Inline {
  const own = entity.children.filter((one) => one.kind === "milestone" && one.sure);
  if (own.length === 0) return "";
  const reached = own.filter((one) => statusOf(one) === "reached").length;
  const dated = own.flatMap((one) => {
    const at = isOpen(all, one) ? milestoneDate(all, one) : undefined;
    return at === undefined ? [] : [{ one, at }];
  });
  const [next] = dated.sort((a, b) => a.at - b.at);
  const count = own.length === 1 && reached === 0 ? "" : `${reached} of ${own.length} reached`;
  const ahead =
    next && isOpen(all, entity) ? md`next is ${titled(all, next.one)} on ${longDay(next.at)}` : "";
  return together([count, ahead], "; ");
}

/** What a programme without a budget of its own comes to. */
function withItsParts(all: Universe, entity: Entity): string {
  if (written(entity, "budget") || partsOf(all, entity).length === 0) return "";
  const sum = amount(amountOf(all, entity));
  return sum === undefined ? "" : `${sum} with its parts`;
}

/** Budget, cost, benefit and return of work or of a technology. */
export function moneyFacts(all: Universe, entity: Entity): readonly Fact[] {
  const cost = amount(costOf(all, entity));
  const gain = returnOf(all, entity);
  const months = entity.kind === "initiative" ? paybackMonthsOf(all, entity) : undefined;
  const back = months === undefined ? "" : `, paid back in ${counted(months, "month")}`;
  const benefit = amount(benefitOf(all, entity));
  const returned = gain === undefined ? "" : `, a return of ${signedPercent(gain)}${back}`;
  const over = datesOf(all, entity) === undefined && entity.kind === "initiative";
  return [
    ["Budget", amount(writtenFigure(all.modelOf(entity), entity, "budget")) ?? ""],
    ["Cost", cost === undefined ? "" : over ? cost : `${cost} over the horizon`],
    ["Benefit", benefit === undefined ? "" : `${benefit} over the horizon${returned}`],
  ];
}

function score(entity: Entity): string {
  const value = scoreOf(entity);
  if (value === undefined) return "";
  return `${Number(value.toFixed(1))} (value, urgency and risk reduction, divided by effort)`;
}

/** Risks with how bad they are today: "Dependency on one CRM vendor (medium)". */
export function risksInWords(all: Universe, entities: readonly Entity[]): Markdown {
  return listedInline(
    entities.map((risk) => {
      const { severity } = riskState(all, risk).current;
      const word = isOpen(all, risk) ? severity : statusOf(risk);
      return word === undefined ? titled(all, risk) : md`${titled(all, risk)} (${word})`;
    }),
  );
}

/** What measures and threatens a goal or some work, and what waits for what. */
function hangingOn(all: Universe, entity: Entity): readonly Fact[] {
  const { measure, affect } = relations(all);
  const kpis = measure.to(entity).map((edge) => edge.from);
  const threats = affect.to(entity).map((edge) => edge.from);
  return [
    ["Measured by", namesWithHealth(all, kpis)],
    ["Risks", risksInWords(all, threats)],
    ...waiting(all, entity),
  ];
}

function waiting(all: Universe, entity: Entity): readonly Fact[] {
  const { depend } = relations(all);
  return [
    [
      "Waits for",
      namesOf(
        all,
        depend.from(entity).map((edge) => edge.to),
      ),
    ],
    [
      "Waited for by",
      namesOf(
        all,
        depend.to(entity).map((edge) => edge.from),
      ),
    ],
  ];
}
