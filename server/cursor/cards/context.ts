// The strategy, its technologies and its reviews → what their cards say.
import { fromToday, longDay } from "../../model/days.ts";
import { alignedShare, levelOf, openWork } from "../../model/derive/alignment.ts";
import { healthOf } from "../../model/derive/health.ts";
import { budgetOf, totalAmount } from "../../model/derive/money.ts";
import { appetiteOf, riskState } from "../../model/derive/risk.ts";
import { deadlineOf } from "../../model/derive/schedule.ts";
import { type Entity, valueIn } from "../../model/entity.ts";
import { relations } from "../../model/relations.ts";
import { isOpen, openKpisOf, openOf, statusOf } from "../../model/status.ts";
import type { Model, Universe } from "../../model/universe.ts";
import { sharePercent } from "../../views/amounts.ts";
import { joined } from "../../words/wording.ts";
import { amount, passed, running } from "../figures.ts";
import {
  chosen,
  type Facts,
  namesOf,
  namesWithHealth,
  namingAnywhere,
  people,
  prose,
} from "./facts.ts";
import { owners } from "./people.ts";
import { moneyFacts, risksInWords } from "./work.ts";

export function strategyFacts(all: Universe, entity: Entity): Facts {
  const model = all.modelOf(entity);
  const cadence = chosen(entity, "cadence").toLowerCase();
  const accepted = appetiteOf(model);
  return {
    says: [
      cadence === "" ? "" : `Reviewed ${cadence}`,
      accepted === undefined ? "" : `Risks are accepted up to ${accepted} severity`,
    ],
    facts: [
      ["Vision", prose(entity, "vision")],
      ["Mission", prose(entity, "mission")],
      ["Horizon", [running(all, entity), passed(all, entity)].filter(Boolean).join("; ")],
      ...owners(all, entity),
      ["Stakeholders", people(all, entity, "stakeholders")],
      ["Budget", amount(budgetOf(model)) ?? ""],
      ["Planned", planned(model)],
      ["Objectives", objectives(all, model)],
      ["Initiatives", initiatives(model)],
      ["KPIs", kpis(all, model)],
      ["Risks", openRisks(all, model)],
      ["Reviews", reviews(all, model)],
    ],
  };
}

/** "16.2M EUR in open initiatives, 92% of it aligned with an objective". */
function planned(model: Model): string {
  const total = amount(totalAmount(model));
  const share = alignedShare(model);
  if (total === undefined) return "";
  const aligned =
    share === undefined ? "" : `, ${sharePercent(share)} of it aligned with an objective`;
  return `${total} in open initiatives${aligned}`;
}

/** "9 open, 3 of them at business level": those that are reached or given up are left out. */
function objectives(all: Universe, model: Model): string {
  const open = openOf(model, "objective");
  const business = open.filter((one) => levelOf(all, one) === "business").length;
  const which = business === open.length ? "all" : business === 0 ? "none" : business;
  return open.length === 0 ? "" : `${open.length} open, ${which} of them at business level`;
}

function initiatives(model: Model): string {
  const open = openWork(model);
  const count = (status: string) => open.filter((one) => statusOf(one) === status).length;
  return list(open.length, [
    [count("active"), "active"],
    [count("on-hold"), "on hold"],
    [count("planned"), "planned"],
    [count("proposed"), "proposed"],
  ]);
}

function kpis(all: Universe, model: Model): string {
  const open = openKpisOf(model);
  const count = (health: string) => open.filter((one) => healthOf(all, one) === health).length;
  return list(open.length, [
    [count("green"), "on track"],
    [count("amber"), "at risk"],
    [count("red"), "off track"],
    [count("grey"), "not known"],
  ]);
}

function openRisks(all: Universe, model: Model): string {
  const open = openOf(model, "risk");
  const above = open.filter((one) => riskState(all, one).aboveAppetite === true).length;
  return list(open.length, [[above, "above the appetite"]]);
}

/** "14 open: 9 active, 5 planned". */
function list(open: number, parts: readonly (readonly [number, string])[]): string {
  const given = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  if (open === 0) return "";
  return given.length === 0 ? `${open} open` : `${open} open: ${joined(given, "and")}`;
}

/** "last on 5 October 2026, 49 days ago; next on 13 April 2027, in about 5 months". */
function reviews(all: Universe, model: Model): string {
  const days = model
    .of("review")
    .flatMap((one) => deadlineOf(all, one, "date") ?? [])
    .sort((a, b) => a - b);
  const last = days.findLast((at) => at <= model.today);
  const next = days.find((at) => at > model.today);
  const said = (word: string, at: number | undefined) =>
    at === undefined ? "" : `${word} on ${longDay(at)}, ${fromToday(at, model.today)}`;
  return [said("last", last), said("next", next)].filter(Boolean).join("; ");
}

export function technologyFacts(all: Universe, entity: Entity): Facts {
  const { use, affect, replace } = relations(all);
  const vendor = valueIn(entity, "vendor", "text")?.text;
  const work = use.to(entity).map((edge) => edge.from);
  return {
    says: [chosen(entity, "category"), chosen(entity, "lifecycle")],
    facts: [
      ["Support", support(all, entity)],
      ["Vendor", vendor ?? ""],
      ...owners(all, entity),
      ...moneyFacts(all, entity),
      [
        "Relied on by",
        namesWithHealth(
          all,
          work.filter((one) => isOpen(all, one)),
        ),
      ],
      [
        "Risks",
        risksInWords(
          all,
          affect.to(entity).map((edge) => edge.from),
        ),
      ],
      [
        "Replaces",
        namesOf(
          all,
          replace.from(entity).map((edge) => edge.to),
        ),
      ],
      [
        "Replaced by",
        namesOf(
          all,
          replace.to(entity).map((edge) => edge.from),
        ),
      ],
    ],
  };
}

function support(all: Universe, entity: Entity): string {
  const end = deadlineOf(all, entity, "end-of-support");
  const { today } = all.modelOf(entity);
  if (end === undefined) return "";
  return `${end < today ? "ended" : "ends"} on ${longDay(end)}, ${fromToday(end, today)}`;
}

export function reviewFacts(all: Universe, entity: Entity): Facts {
  const at = deadlineOf(all, entity, "date");
  const { today } = all.modelOf(entity);
  const covered = people(all, entity, "covers");
  return {
    says: [],
    facts: [
      ["Date", at === undefined ? "" : `${longDay(at)}, ${fromToday(at, today)}`],
      ["Attendees", people(all, entity, "attendees")],
      ["Covers", covered],
      ["Decisions", prose(entity, "decisions")],
      ["Actions", people(all, entity, "actions")],
    ],
  };
}

/** Of a kind that has no card of its own: who answers for it, and what stands in it. */
export function otherFacts(all: Universe, entity: Entity): Facts {
  return {
    says: [],
    facts: [
      ...owners(all, entity),
      ["Holds", namesWithHealth(all, entity.children)],
      ["Named by", namesWithHealth(all, namingAnywhere(all, entity))],
    ],
  };
}
