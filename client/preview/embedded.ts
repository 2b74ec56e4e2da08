// A view that a file carries along, with the cards of all that is in it: written by an export, read by its page.
import type { Card, SourcePlace, ViewData } from "../../server/views/shape.ts";

/** The id of the element that holds it, as JSON. */
export const embeddedId = "strategy-view";

export interface Embedded {
  readonly view: ViewData;
  /** By the place at which each is written. */
  readonly cards: Readonly<Record<string, Card>>;
}

/** What a card is found by. */
export function placeKey({ uri, name: { start } }: Pick<SourcePlace, "uri" | "name">): string {
  return `${uri}#${start.line}:${start.character}`;
}
