// A model → what all views of it share: ids, places in the text, names and amounts in words.
import { Big } from "big.js";
import { memo } from "../cells/memo.ts";
import { settled } from "../cells/shares.ts";
import { type Day, iso } from "../model/calendar.ts";
import { openWork } from "../model/derive/alignment.ts";
import type { Figure } from "../model/derive/currency.ts";
import { amountOf, totalAmount } from "../model/derive/money.ts";
import { type Entity, nameSpan, type Ref } from "../model/entity.ts";
import { entityOf } from "../model/resolve.ts";
import type { Model, Universe } from "../model/universe.ts";
import { oneLine } from "../words/visible.ts";
import { amountInWords } from "./amounts.ts";
import { idIn } from "./ids.ts";
import { markOfChunk, rangeWithin } from "./marks.ts";
import type { IsoDay, RelativePlace } from "./shape.ts";

export interface Scene {
  readonly model: Model;
  readonly all: Universe;
  /** A name that only this entity has in the view, and keeps from one version to the next. */
  idOf(entity: Entity): string;
  placeOf(entity: Entity): RelativePlace;
  /** A day as ISO: plans have few different days, and each is written once. */
  isoOf(day: Day): IsoDay;
  /** The title of what a reference names, else the name as written. */
  titleOf(ref: Ref): string;
  /** "5.8M", "at least 0.4M"; undefined where it is not known. */
  amountOf(figure: Figure | undefined): string | undefined;
}

/** The same scene for all that is shown of a model; what is read through it is noted by who reads. */
export const sceneOf: (model: Model) => Scene = memo((model) => {
  const days = new Map<Day, IsoDay>();
  const all = model.universe;
  return {
    model,
    all,
    idOf: (entity) => idIn(model, entity),
    placeOf: (entity) => ({
      at: markOfChunk(model, entity.chunk),
      range: rangeWithin(all, entity, entity.node),
      name: rangeWithin(all, entity, nameSpan(entity)),
    }),
    isoOf(day) {
      const known = days.get(day) ?? iso(day);
      days.set(day, known);
      return known;
    },
    titleOf(ref) {
      const entity = entityOf(all, ref);
      return oneLine((entity && all.titleOf(entity)) ?? ref.name);
    },
    amountOf: (figure) => figure && amountInWords(figure, isLarge(model)),
  };
});

/** Whether the plan comes to millions. Asked by each row: none of them looks again where the sum moves and the answer stays. */
export const isLarge = settled<Model, boolean>((model) =>
  (totalAmount(model)?.amount ?? knownAmount(model)).gte(1_000_000),
);

/** What is known of a plan of which not all is. */
function knownAmount(model: Model): Big {
  return openWork(model).reduce(
    (sum, work) => sum.plus(amountOf(model.universe, work)?.amount ?? 0),
    new Big(0),
  );
}
