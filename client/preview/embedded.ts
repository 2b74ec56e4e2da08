// Views that a file carries along, with the cards of all that is in them: written by an export, read by its page.
import type { Card, SourcePlace, ViewData } from "../../server/views/shape.ts";

/** The id of the element that holds it, as JSON. */
export const embeddedId = "strategy-views";

export interface Embedded {
  /** In the order of their tabs. */
  readonly views: readonly ViewData[];
  /** By the place at which each is written. */
  readonly cards: Readonly<Record<string, Card>>;
}

/** What a card is found by. */
export function placeKey({ uri, name: { start } }: Pick<SourcePlace, "uri" | "name">): string {
  return `${uri}#${start.line}:${start.character}`;
}
