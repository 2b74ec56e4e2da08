// Sheets and what has changed of them → the view that the page draws, in which all that stayed is the same object.
import type { SheetMessage } from "../../server/protocol.ts";
import type { RelativePlace, Sheet, SourcePlace, ViewData } from "../../server/views/shape.ts";
import { createLayout, type Layout, placed, withDifference } from "../../server/views/sheet.ts";

/** A view of which the files are known as well. */
type HeldView = ViewData & Pick<Sheet, "files">;

export interface Hold {
  /** Takes what the host says of a sheet; undefined where something is missing, so that all of it must come again. */
  readonly take: (message: SheetMessage) => ViewData | undefined;
  /** The version that is held. */
  readonly version: () => string | undefined;
}

export function createHold(): Hold {
  let held: { readonly version: string; readonly view: HeldView } | undefined;
  let layout = createLayout();
  const make = (place: RelativePlace) => new Place(layout, place);
  return {
    take: (message) => {
      const { version } = message;
      if ("sheet" in message) {
        layout = createLayout();
        held = { version, view: placed<HeldView>(message.sheet, make) };
      } else {
        if (held?.version !== message.since) return undefined;
        const { change } = message;
        if (change !== undefined) held = { version, view: withDifference(held.view, change, make) };
      }
      layout.take(held.view.files);
      return held.view;
    },
    version: () => held?.version,
  };
}

/** Where something is written as of the text now: it is counted when somebody goes there. */
class Place implements SourcePlace {
  readonly #layout: Layout;
  readonly #place: RelativePlace;

  constructor(layout: Layout, place: RelativePlace) {
    this.#layout = layout;
    this.#place = place;
  }

  get uri() {
    return this.#layout.uriOf(this.#place.at);
  }

  get range() {
    return this.#layout.placeOf(this.#place).range;
  }

  get name() {
    return this.#layout.placeOf(this.#place).name;
  }
}
