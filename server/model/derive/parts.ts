// A figure of a programme and those of its parts → the figure with its parts.
import type { Entity } from "../entity.ts";
import { countedParts, isCountDoubtful } from "../programmes.ts";
import type { Universe } from "../universe.ts";
import { currencyOf, exchangeRate, type Figure } from "./currency.ts";

/** A figure of an entity, and whether it or one of its parts says anything of it, well or faultily. */
export interface Told {
  figure(all: Universe, entity: Entity): Figure | undefined;
  says(all: Universe, entity: Entity): boolean;
}

/**
 * What a programme comes to with its parts that say something of it, in its own currency, cancelled
 * ones aside; without any, what it comes to by itself. Undefined where one of them is unknown, or
 * where nobody knows what its parts are.
 */
export function withParts(
  all: Universe,
  programme: Entity,
  own: Figure | undefined,
  { figure, says }: Told,
): Figure | undefined {
  if (isCountDoubtful(all, programme)) return undefined;
  const model = all.modelOf(programme);
  let sum = own;
  for (const part of countedParts(all, programme)) {
    if (!says(all, part)) continue;
    const one = figure(all, part);
    const rate = exchangeRate(all.modelOf(part), model);
    if (one === undefined || rate === undefined) return undefined;
    sum = {
      amount: one.amount.times(rate).plus(sum?.amount ?? 0),
      currency: currencyOf(model),
      ...((one.atLeast || sum?.atLeast) && { atLeast: true as const }),
    };
  }
  return sum;
}
