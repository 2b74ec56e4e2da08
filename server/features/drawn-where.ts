// A place in a file → the view in which the declaration round it is drawn, the one that is made for its kind first.
import { entityAround, type Query, spotAt } from "../cursor/spot.ts";
import { called, type Entity, nameSpan } from "../model/entity.ts";
import type { Model } from "../model/universe.ts";
import { views } from "../views/index.ts";
import { sceneOf } from "../views/scene.ts";
import type { RelativePlace } from "../views/shape.ts";
import type { View } from "../views/view.ts";
import { oneLine } from "../words/visible.ts";

export interface DrawnWhere {
  readonly title: string;
  /** Where its name begins, in offsets of the file. */
  readonly offset: number;
  /** The name of the view; undefined where none draws it. */
  readonly view: string | undefined;
}

/** Where the declaration round a place is drawn; undefined where there is none. */
export function drawnAt(query: Query): DrawnWhere | undefined {
  const { model } = query;
  const spot = spotAt(query);
  const entity = spot && entityAround(spot);
  const at = entity && model.placeOf(entity.chunk);
  if (entity?.kind === undefined || at === undefined) return undefined;
  const { kind } = entity;
  const made = views.filter((one) => one.madeFor?.includes(kind));
  const order = [...new Set([...made, ...views])];
  return {
    title: oneLine(model.universe.titleOf(entity)?.trim() || called(entity)),
    offset: at.spanOf(nameSpan(entity)).start,
    view: order.find((one) => draws(one, model, entity))?.name,
  };
}

/** Whether a view has a mark that is written where a declaration is. */
function draws(view: View, model: Model, entity: Entity): boolean {
  const wanted = sceneOf(model).placeOf(entity);
  const isThere = (data: unknown): boolean => {
    if (typeof data !== "object" || data === null) return false;
    if (isPlace(data)) return isSame(data, wanted);
    return Object.values(data).some(isThere);
  };
  return isThere(view.dataOf(model));
}

function isPlace(data: object): data is RelativePlace {
  return "at" in data && "range" in data && "name" in data;
}

function isSame(one: RelativePlace, other: RelativePlace): boolean {
  return one.at === other.at && JSON.stringify(one.name) === JSON.stringify(other.name);
}
