// A row of a view, which is written somewhere → what a gesture calls it.
import type { Marked } from "../../server/gestures/shape.ts";
import type { SourcePlace } from "../../server/views/shape.ts";

export function asMarked(row: { readonly id: string; readonly source: SourcePlace }): Marked {
  const { uri, name } = row.source;
  return { id: row.id, uri, position: name.start };
}
