// Where open work counts → the rows that say where the money goes, by objective, team or technology.

import { isSameList } from "../../cells/contributions.ts";
import { collected } from "../../cells/folded.ts";
import { memo, memoAlong, memoIn } from "../../cells/memo.ts";
import { type Gathered, gatheredTakings, takingOf } from "../../model/derive/takings.ts";
import { type Entity, refsOf, written } from "../../model/entity.ts";
import { outline } from "../../model/outline.ts";
import { entityOf } from "../../model/resolve.ts";
import type { Model } from "../../model/universe.ts";
import { isSame } from "../difference.ts";
import { shownTitle } from "../said.ts";
import { type Scene, sceneOf } from "../scene.ts";
import type { Unplaced } from "../shape.ts";
import { elsewhereOf } from "./elsewhere.ts";
import { amountsOf, factsOf } from "./facts.ts";
import { figuresOfGathered, figuresOfMoney } from "./figures.ts";
import type { MoneyRow, MoneyWay } from "./shape.ts";
import {
  countedUnder,
  gapPurse,
  hangsUnder,
  keysBy,
  type PurseKey,
  unclearPurse,
} from "./standing.ts";
import { purseTree, standsIn } from "./tree.ts";
import { planWorth, type Worth, worthOf } from "./worth.ts";

type Row = Unplaced<MoneyRow>;

export const waysOfMoney: (model: Model) => readonly Unplaced<MoneyWay>[] = memo((model) => [
  {
    by: "objective",
    rows: [...goalRows(model), ...lastRows(model)],
    total: totalRow(model),
    beside: [],
  },
  ...(["team", "technology"] as const).map((by) => wayBy(model, by)),
]);

const wayBy: (model: Model, by: "team" | "technology") => Unplaced<MoneyWay> = memoIn(
  (model, by) => ({
    by,
    rows: [...inOrder(keysBy(model, by).map((key) => plainRow(model, key))), ...gapRow(model)],
    total: totalRow(model),
    beside: by === "technology" ? technologyRows(model) : [],
  }),
  (a, b) => a.total === b.total && isSameList(a.rows, b.rows) && isSameList(a.beside, b.beside),
);

/** The largest first; what names nothing is last. */
function inOrder(rows: readonly Row[]): readonly Row[] {
  const isNone = ({ id }: Row) => id.endsWith(":");
  return rows.toSorted((a, b) => Number(isNone(a)) - Number(isNone(b)) || b.length - a.length);
}

const workUnderKey: (model: Model, key: PurseKey) => readonly Entity[] = memoIn(
  (model, key) => countedUnder(model).get(key),
  isSameList,
);

function worthUnder(model: Model, key: PurseKey): readonly Worth[] {
  return workUnderKey(model, key).map((one) => worthOf(model, one));
}

/** What counts under an objective and under those below it. */
interface Below {
  readonly count: number;
  readonly work: Gathered;
}

/** Sums of sums, so that in a long line of objectives none is as long as the line. */
const workBelow: (model: Model, node: Entity) => Below = memoAlong(
  (model, node) => standsIn(model, node).children,
  (model, node) => {
    const own = worthUnder(model, node);
    const below = standsIn(model, node).children.map((child) => workBelow(model, child));
    return {
      count: below.reduce((sum, { count }) => sum + count, own.length),
      work: gatheredTakings(
        own,
        below.map(({ work }) => work),
      ),
    };
  },
);

function goalRows(model: Model): readonly Row[] {
  return purseTree(model).order.flatMap((node) => {
    const { children } = standsIn(model, node);
    const own = children.length > 0 && workUnderKey(model, node).length > 0;
    return [goalRow(model, node), ...(own ? [ownRow(model, node)] : [])];
  });
}

const goalRow: (model: Model, node: Entity) => Row = memoIn((model, node) => {
  const scene = sceneOf(model);
  const { depth } = standsIn(model, node);
  const { count, work } = workBelow(model, node);
  return {
    id: scene.idOf(node),
    title: shownTitle(scene.all, node),
    depth,
    band: depth === 0 || undefined,
    source: scene.placeOf(node),
    ...figuresOfGathered(scene, count, work),
    facts: [],
    elsewhere: elsewhereOf(scene, node),
  };
}, isSame);

/** What hangs on an objective itself, beside what hangs on those below it. */
const ownRow: (model: Model, node: Entity) => Row = memoIn((model, node) => {
  const scene = sceneOf(model);
  return {
    ...lumpRow(scene, `${scene.idOf(node)}/own`, "Directly", worthUnder(model, node)),
    depth: standsIn(model, node).depth + 1,
  };
}, isSame);

/** A row that no declaration stands for: its card says what it consists of. */
function lumpRow(scene: Scene, id: string, title: string, work: readonly Worth[]): Row {
  return {
    id,
    title,
    depth: 0,
    ...figuresOfMoney(scene, work),
    facts: factsOf(scene, amountsOf(work)),
    elsewhere: [],
  };
}

const keyRow: (model: Model, key: string) => Row = memoIn((model, key) => {
  const title = key === gapPurse ? "Supports no objective" : "What it supports is not clear";
  const row = lumpRow(sceneOf(model), key, title, worthUnder(model, key));
  return { ...row, gap: key === gapPurse || undefined };
}, isSame);

function gapRow(model: Model): readonly Row[] {
  return workUnderKey(model, gapPurse).length > 0 ? [keyRow(model, gapPurse)] : [];
}

function lastRows(model: Model): readonly Row[] {
  const unclear = workUnderKey(model, unclearPurse).length > 0 ? [keyRow(model, unclearPurse)] : [];
  return [...unclear, ...gapRow(model)];
}

const none: Readonly<Record<string, string>> = { team: "No team", technology: "No technology" };

/** A team or a technology. */
const plainRow: (model: Model, key: string) => Row = memoIn((model, key) => {
  const scene = sceneOf(model);
  const work = worthUnder(model, key);
  const [by = "", name = ""] = [key.slice(0, key.indexOf(":")), key.slice(key.indexOf(":") + 1)];
  const row = lumpRow(scene, key, none[by] ?? "", work);
  if (name === "") return row;
  const target = targetOf(model, by, name, key);
  return {
    ...row,
    title: target === undefined ? name : shownTitle(scene.all, target),
    source: target && scene.placeOf(target),
    facts: target === undefined ? row.facts : [],
    elsewhere: elsewhereOf(scene, key),
  };
}, isSame);

/** What a name stands for, as the work that names it reads it. */
function targetOf(model: Model, by: string, name: string, key: string): Entity | undefined {
  const field = by === "team" ? "teams" : "technologies";
  const hanging = hangsUnder(model)
    .get(key)
    .map(({ work }) => work);
  const work = [...workUnderKey(model, key), ...hanging];
  for (const one of work) {
    const ref = refsOf(one, field).find((other) => other.name === name);
    if (ref !== undefined) return entityOf(model.universe, ref);
  }
  return undefined;
}

const totalRow: (model: Model) => Row = memo(
  (model) => lumpRow(sceneOf(model), "total:", "All open work", planWorth(model)),
  isSame,
);

const technologies = collected<Model, Entity>((_model, chunk) =>
  outline(chunk).entities.filter(
    (one) =>
      one.sure && one.kind === "technology" && (written(one, "cost") || written(one, "benefit")),
  ),
);

/** What technologies cost and bring by themselves, over the horizon: no initiative has it in its amount. */
function technologyRows(model: Model): readonly Row[] {
  return technologies(model).map((one) => technologyRow(model, one));
}

const technologyRow: (model: Model, one: Entity) => Row = memoIn((model, one) => {
  const scene = sceneOf(model);
  return {
    id: `technology/${one.name}`,
    title: shownTitle(scene.all, one),
    depth: 0,
    source: scene.placeOf(one),
    ...figuresOfMoney(scene, [takingOf(scene.all, one)]),
    facts: [],
    elsewhere: [],
  };
}, isSame);
