// A model → the head that every view has: its sentence and figures over a title, a day and a currency.
import { anywhere } from "../cells/folded.ts";
import { iso, parts } from "../model/calendar.ts";
import { currencyOf } from "../model/derive/currency.ts";
import { horizonOf } from "../model/derive/schedule.ts";
import { outline } from "../model/outline.ts";
import type { Model } from "../model/universe.ts";
import { faultsOf } from "./faults.ts";
import { shownTitle } from "./said.ts";
import type { HeadFigure, Unplaced, ViewData } from "./shape.ts";

/** What a view says of a model before it shows anything. */
export function headOf<Name extends string>(
  model: Model,
  view: Name,
  sentence: string,
  figures: readonly HeadFigure[],
): Unplaced<ViewData> & { readonly view: Name } {
  return {
    view,
    sentence,
    title: titleLine(model),
    today: iso(model.today),
    currency: currencyOf(model),
    figures,
    faults: faultsOf(model),
    ...(saysSomething(model) ? {} : { isBare: true }),
  };
}

/** Whether something is declared in a project, or may be meant to be. */
export const saysSomething = anywhere<Model>(
  (_model, chunk) => outline(chunk).entities.length > 0 || chunk.faults.length > 0,
);

/** "Nordwind IT strategy 2026–2028": with the years of the horizon, where the title names none. */
function titleLine(model: Model): string {
  const folder = decodeURIComponent(model.project.root.split("/").at(-1) ?? "");
  const title = model.strategy ? shownTitle(model.universe, model.strategy) : folder;
  const { start, end } = horizonOf(model) ?? {};
  if (start === undefined || end === undefined || /\b\d{4}\b/.test(title)) return title;
  const [first, last] = [parts(start).year, parts(end).year];
  return `${title} ${first === last ? first : `${first}–${last}`}`;
}
