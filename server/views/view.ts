// A view and a model → its data: as a sheet whose rows and places change apart, or as one whole.
import type { Kind } from "../../grammar/vocabulary.ts";
import type { Model } from "../model/universe.ts";
import { filesOf, fileUri } from "./marks.ts";
import type { FileLayout, RelativePlace, Sheet, Unplaced, ViewData } from "./shape.ts";
import { createLayout, placed } from "./sheet.ts";

/** One way to look at a strategy. */
export interface View<Data extends ViewData = ViewData> {
  /** By which it is asked for, in a request and on the command line. */
  readonly name: Data["view"];
  /** What it shows, for the help of `export`: "initiatives on a calendar". */
  readonly shows: string;
  /** The kinds of declarations that are best looked at here, before the views that stand before it. */
  readonly madeFor?: readonly Kind[];
  /**
   * Its data as of the model's today. Of a model that is followed, what has not changed since the last
   * time is the same object, so that it is soon found what has.
   */
  dataOf(model: Model): Unplaced<Data>;
  /** Those of its places that may lie in other projects; without it all lie in the model's own. */
  placesOf?(data: Unplaced<Data>): readonly (RelativePlace | undefined)[];
}

export interface ViewOptions {
  /** The URI of an absolute path; by default that of a file. */
  readonly uriOf?: (path: string) => string;
}

/** A view for who keeps it up to date. */
export function sheetOf<Data extends ViewData>(
  view: View<Data>,
  model: Model,
  options: ViewOptions = {},
): Sheet<Data> {
  const data = view.dataOf(model);
  return { ...data, files: filesFor(view, model, data, options) };
}

/** A view as one whole, with each place in its file. */
export function viewOf<Data extends ViewData>(
  view: View<Data>,
  model: Model,
  options: ViewOptions = {},
): Data {
  const data = view.dataOf(model);
  const layout = createLayout();
  layout.take(filesFor(view, model, data, options));
  return placed<Data>(data, layout.placeOf);
}

function filesFor<Data extends ViewData>(
  view: View<Data>,
  model: Model,
  data: Unplaced<Data>,
  { uriOf = fileUri }: ViewOptions,
): readonly FileLayout[] {
  return filesOf(model, view.placesOf?.(data) ?? [], uriOf);
}
