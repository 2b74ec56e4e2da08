// Marks of a picture → those that are meant: by the words of a search, and by the cursor in the text.
import type { Position } from "../../../server/views/shape.ts";
import type { PictureMark } from "../../drawings/drawing.ts";
import { markAt } from "../cursor.ts";

/** The keys of the marks in whose sentence the words of a search stand. */
export function matching(marks: readonly PictureMark[], search: string): readonly string[] {
  const words = search.trim().toLowerCase();
  if (words === "") return [];
  return marks.flatMap(({ key, sentence }) =>
    sentence.toLowerCase().includes(words) ? [key] : [],
  );
}

/** The key of the mark that is written round the cursor. */
export function atCursor(
  marks: readonly PictureMark[],
  cursor: { readonly uri: string; readonly position: Position } | undefined,
): string | undefined {
  if (cursor === undefined) return undefined;
  const places = marks.map(({ key, source }) => [key, source] as const);
  return markAt(places, cursor.uri, cursor.position);
}
