// A view → the places that it shows, and the files in which they are written.
import type { SourcePlace, ViewData } from "../../server/views/shape.ts";

/** The files of a view: a page may ask its host to show these, and no others. */
export function sourcesOf(view: ViewData): ReadonlySet<string> {
  const known = found.get(view);
  if (known !== undefined) return known;
  const uris = new Set(placesIn(view).map(({ uri }) => uri));
  found.set(view, uris);
  return uris;
}

const found = new WeakMap<ViewData, ReadonlySet<string>>();

/** All places in a view, each as often as it is shown. */
export function placesIn(view: ViewData): readonly SourcePlace[] {
  const places: SourcePlace[] = [];
  const ahead: unknown[] = [view];
  for (let value = ahead.pop(); value !== undefined; value = ahead.pop()) {
    if (isPlace(value)) places.push(value);
    else if (typeof value === "object" && value !== null) {
      for (const part of Object.values(value)) if (part !== undefined) ahead.push(part);
    }
  }
  return places;
}

/** Whether a part of a view says where something is written. */
export function isPlace(value: unknown): value is SourcePlace {
  return (
    typeof value === "object" &&
    value !== null &&
    "uri" in value &&
    "range" in value &&
    "name" in value
  );
}
