// A model → its work, each with what the view shows of it and what groups and sums need, in the order of the picture.
import type { Chunk } from "../../../grammar/tree.ts";
import { isSameList } from "../../cells/contributions.ts";
import { anywhere, collected } from "../../cells/folded.ts";
import { memo, memoIn } from "../../cells/memo.ts";
import { supportOf } from "../../model/derive/alignment.ts";
import type { Figure } from "../../model/derive/currency.ts";
import { currencyOf } from "../../model/derive/currency.ts";
import { added, amountOf, hasAmount, isSameTotal, type Total } from "../../model/derive/money.ts";
import type { Entity } from "../../model/entity.ts";
import { outline } from "../../model/outline.ts";
import { programmeOf } from "../../model/programmes.ts";
import { isClosed, isOpen } from "../../model/status.ts";
import type { Model, Universe } from "../../model/universe.ts";
import { isSame } from "../difference.ts";
import { sceneOf } from "../scene.ts";
import type { Unplaced } from "../shape.ts";
import type { Initiative } from "./shape.ts";
import { rootOf } from "./stands.ts";
import { shownInitiative } from "./work.ts";

/** An initiative of the model with what the view shows of it. */
export interface Work {
  readonly entity: Entity;
  readonly shown: Unplaced<Initiative>;
  readonly programme: Entity | undefined;
  readonly isOpen: boolean;
  readonly isClosed: boolean;
  /** It stands by itself, not under a programme of its project. */
  readonly isRoot: boolean;
  /** What it adds to sums; undefined where it says nothing of what it takes. */
  readonly amount: Total | undefined;
}

/** The objective that something supports first: it hangs there, and nowhere else. */
export const goalOf: (all: Universe, entity: Entity) => Entity | undefined = memoIn(
  (all, entity) => {
    const [first] = supportOf(all, entity);
    return first?.to.kind === "objective" ? first.to : undefined;
  },
);

/** Made one by one: a row of which nothing changed is the same object. */
const rowOf: (model: Model, entity: Entity) => Unplaced<Initiative> = memoIn(
  (model, entity) => shownInitiative(sceneOf(model), entity),
  isSame,
);

/** Made one by one too, so that groups and sums see which of it has changed. */
export const workOf: (model: Model, entity: Entity) => Work = memoIn((model, entity) => {
  const all = model.universe;
  const figure = hasAmount(all, entity) ? { of: amountOf(all, entity) } : undefined;
  const shown = rowOf(model, entity);
  return {
    entity,
    shown,
    programme: programmeOf(all, entity),
    isOpen: isOpen(all, entity),
    isClosed: isClosed(all, entity),
    isRoot: rootOf(model, entity) === entity,
    amount: figure && { amount: figure.of?.amount, atLeast: figure.of?.atLeast === true },
  };
}, isSameWork);

function isSameWork(a: Work, b: Work): boolean {
  return (
    a.programme === b.programme &&
    a.isOpen === b.isOpen &&
    a.isClosed === b.isClosed &&
    a.isRoot === b.isRoot &&
    (a.amount && b.amount ? isSameTotal(a.amount, b.amount) : a.amount === b.amount) &&
    a.shown === b.shown
  );
}

/** The work that a chunk declares. */
export function workInChunk(model: Model, chunk: Chunk): readonly Work[] {
  return outline(chunk).entities.flatMap((one) =>
    one.sure && one.kind === "initiative" ? workOf(model, one) : [],
  );
}

const inSourceOrder = collected<Model, Work>(workInChunk);

const hasParts = anywhere<Model>((model, chunk) =>
  outline(chunk).entities.some(
    (one) =>
      one.sure && one.kind === "initiative" && programmeOf(model.universe, one) !== undefined,
  ),
);

/** All work as the picture has it: in source order, but parts right behind their programme. */
const inProgrammes: (model: Model) => readonly Work[] = memo((model) => {
  const work = inSourceOrder(model);
  const among = new Set(work.map(({ entity }) => entity));
  const parts = Map.groupBy(work, ({ programme }) => programme);
  const found: Work[] = [];
  const ahead = work.filter((one) => !isPartIn(model.universe, one, among)).toReversed();
  for (let one = ahead.pop(); one !== undefined; one = ahead.pop()) {
    found.push(one);
    for (const part of (parts.get(one.entity) ?? []).toReversed()) ahead.push(part);
  }
  return found;
}, isSameList);

function workIn(model: Model): readonly Work[] {
  return hasParts(model) ? inProgrammes(model) : inSourceOrder(model);
}

const places: (model: Model) => ReadonlyMap<Entity, number> = memo(
  (model) => new Map(inProgrammes(model).map(({ entity }, index) => [entity, index])),
);

/** Things that stand for work in source order, as the picture has it. */
export function inPicture<One extends { readonly entity: Entity }>(
  model: Model,
  work: readonly One[],
): readonly One[] {
  if (work.length < 2 || !hasParts(model)) return work;
  const placeOf = ({ entity }: One) => places(model).get(entity) ?? 0;
  return work.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function isPartIn(all: Universe, { programme }: Work, among: ReadonlySet<Entity>): boolean {
  for (let at = programme; at !== undefined; at = programmeOf(all, at))
    if (among.has(at)) return true;
  return false;
}

export const initiativesOf: (model: Model) => readonly Unplaced<Initiative>[] = memo(
  (model) => workIn(model).map(({ shown }) => shown),
  isSameList,
);

/** Of some work what is open, and no part of other open work among it. */
export function countedAmong(model: Model, work: readonly Work[]): readonly Work[] {
  const open = work.filter((one) => one.isOpen);
  const among = new Set(open.map(({ entity }) => entity));
  return open.filter((one) => !isPartIn(model.universe, one, among));
}

/** The amounts of some work of a project that is open; undefined where one may be; a part beside its programme is in it already. */
export function sumOfOpen(model: Model, work: readonly Work[]): Figure | undefined {
  if (work.some(({ shown }) => shown.unclear)) return undefined;
  const { amount, atLeast } = added(countedAmong(model, work).flatMap((one) => one.amount ?? []));
  if (amount === undefined) return undefined;
  return { amount, currency: currencyOf(model), ...(atLeast && { atLeast }) };
}
