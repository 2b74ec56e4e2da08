// A model → all that it holds and all that follows from it, as plain JSON for other programs.
import { type Position, positionAt } from "../../grammar/lines.ts";
import { iso } from "../model/calendar.ts";
import {
  alignedShare,
  alignmentPath,
  isAligned,
  isSupportUnknown,
  levelOf,
  supportOf,
} from "../model/derive/alignment.ts";
import { overrunOf, slipDays } from "../model/derive/baseline.ts";
import { paybackMonthsOf, returnOf } from "../model/derive/benefit.ts";
import { costOf, deliveryCostOf } from "../model/derive/cost.ts";
import { healthOf } from "../model/derive/health.ts";
import { kpiState } from "../model/derive/kpi.ts";
import { amountOf, totalAmount } from "../model/derive/money.ts";
import { isCritical, slackOf } from "../model/derive/network.ts";
import { loadOf } from "../model/derive/people.ts";
import { elapsedOf, progressOf } from "../model/derive/progress.ts";
import { riskState } from "../model/derive/risk.ts";
import { datesOf, dueOf, milestoneDate } from "../model/derive/schedule.ts";
import { scoreOf } from "../model/derive/score.ts";
import { amountUnder } from "../model/derive/under.ts";
import type { Entity } from "../model/entity.ts";
import { linesInFile } from "../model/lines.ts";
import { partsOf } from "../model/programmes.ts";
import type { Model } from "../model/universe.ts";
import { fieldsOf, type Plain, type PlainRecord, plainDay, plainFigure } from "./plain.ts";

export interface ModelExport {
  readonly version: 1;
  /** The name of the strategy, else of the folder. */
  readonly project: string;
  readonly today: string;
  /** In project order: by path and position. */
  readonly entities: readonly PlainEntity[];
}

export interface PlainEntity {
  readonly kind: string;
  readonly name: string;
  readonly title: string | null;
  /** The name of the declaration in which it is nested. */
  readonly parent: string | null;
  /** Relative to the project. */
  readonly file: string;
  /** The whole declaration; lines and characters count from 0. */
  readonly range: { readonly start: Position; readonly end: Position };
  readonly fields: PlainRecord;
  /** Figures by kind; one that cannot be known is null. */
  readonly derived: PlainRecord;
}

/** The model of a project for `strategy export model --to json`. Unclear declarations are left out. */
export function modelExport(model: Model): ModelExport {
  return {
    version: 1,
    project: model.strategy?.name || (model.project.root.split("/").at(-1) ?? ""),
    today: iso(model.today),
    entities: model.entities.filter(({ sure }) => sure).map((entity) => plainEntity(model, entity)),
  };
}

function plainEntity(model: Model, entity: Entity): PlainEntity {
  const { file, range } = placeOf(model, entity);
  return {
    kind: entity.kind ?? "",
    name: entity.name,
    title: model.universe.titleOf(entity) ?? null,
    parent: entity.parent?.name ?? null,
    file,
    range,
    fields: fieldsOf(model, entity),
    derived: derivedOf(model, entity),
  };
}

function placeOf(model: Model, { chunk, node }: Entity): Pick<PlainEntity, "file" | "range"> {
  const place = model.placeOf(chunk);
  if (place === undefined) throw new Error("An entity lies in a file of its model.");
  const { tree, path } = place.file;
  const at = (offset: number) => positionAt(linesInFile(tree), tree.text, place.at(offset));
  return { file: path, range: { start: at(node.start), end: at(node.end) } };
}

function derivedOf(model: Model, entity: Entity): PlainRecord {
  switch (entity.kind) {
    case "strategy":
      return {
        alignedShare: alignedShare(model) ?? null,
        amount: plainFigure(totalAmount(model)),
      };
    case "objective":
      return ofObjective(model, entity);
    case "initiative":
      return ofInitiative(model, entity);
    case "kpi": {
      const { latest, expected, attainment, rag } = kpiState(model.universe, entity);
      return {
        latest: latest?.value.toNumber() ?? null,
        latestDate: plainDay(latest?.day),
        expected: expected?.toNumber() ?? null,
        attainment: attainment ?? null,
        rag,
      };
    }
    case "risk": {
      const risk = riskState(model.universe, entity);
      return {
        score: risk.score ?? null,
        severity: risk.severity ?? null,
        residualScore: risk.residual?.score ?? null,
        residualSeverity: risk.residual?.severity ?? null,
        expectedLoss: plainFigure(risk.expectedLoss),
      };
    }
    case "milestone":
      return { date: plainDay(milestoneDate(model.universe, entity)) };
    case "technology":
      return {
        cost: plainFigure(costOf(model.universe, entity)),
        return: returnOf(model.universe, entity) ?? null,
      };
    case "team":
      return { load: loadsOf(model, entity) };
  }
  return {};
}

function ofObjective(model: Model, objective: Entity): PlainRecord {
  const all = model.universe;
  return {
    level: levelOf(all, objective) ?? null,
    progress: progressOf(all, objective) ?? null,
    health: healthOf(all, objective),
    amount: plainFigure(amountUnder(all, objective)),
    alignmentPath: pathOf(model, objective),
    start: plainDay(datesOf(all, objective)?.start),
    end: plainDay(datesOf(all, objective)?.end),
    due: plainDay(dueOf(all, objective)),
  };
}

function ofInitiative(model: Model, initiative: Entity): PlainRecord {
  const all = model.universe;
  const dates = datesOf(all, initiative);
  return {
    start: plainDay(dates?.start),
    end: plainDay(dates?.end),
    cost: plainFigure(costOf(all, initiative)),
    deliveryCost: plainFigure(deliveryCostOf(all, initiative)),
    amount: plainFigure(amountOf(all, initiative)),
    return: returnOf(all, initiative) ?? null,
    paybackMonths: paybackMonthsOf(all, initiative) ?? null,
    score: scoreOf(initiative) ?? null,
    slackDays: slackOf(all, initiative) ?? null,
    critical: isCritical(all, initiative) ?? null,
    aligned: isAligned(all, initiative) ?? null,
    alignmentPath: pathOf(model, initiative),
    progress: progressOf(all, initiative) ?? null,
    elapsed: elapsedOf(all, initiative) ?? null,
    health: healthOf(all, initiative),
    slipDays: slipDays(all, initiative) ?? null,
    overrun: overrunOf(all, initiative)?.toNumber() ?? null,
    parts: partsOf(all, initiative).map(({ name }) => name),
  };
}

/**
 * The names on the way up, those of other projects as their importer writes them:
 * `corporate.growth`. Null where a support that is not understood breaks it off.
 */
function pathOf(model: Model, entity: Entity): readonly string[] | null {
  let reader = model;
  const path = alignmentPath(model.universe, entity);
  const top = path.at(-1) ?? entity;
  const isTop = supportOf(model.universe, top).length === 0;
  if (isTop && isSupportUnknown(model.universe, top)) return null;
  return path.map((step) => {
    const home = model.universe.modelOf(step);
    if (home === model) return step.name;
    const alias = aliasOf(model, home) ?? aliasOf(reader, home);
    reader = home;
    return alias === undefined ? step.name : `${alias}.${step.name}`;
  });
}

function aliasOf(reader: Model, home: Model): string | undefined {
  for (const aliases of reader.aliases.values())
    for (const { name, root } of aliases.values()) if (root === home.project.root) return name;
  return undefined;
}

function loadsOf(model: Model, team: Entity): Plain {
  return loadOf(model.universe, team).map(({ quarter, fte, capacity }) => ({
    quarter,
    fte: fte.toNumber(),
    capacity: capacity?.toNumber() ?? null,
  }));
}
