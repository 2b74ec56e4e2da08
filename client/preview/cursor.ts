// A place in the text → the key of the mark that is written there.
import type { RoadmapView } from "../../server/views/roadmap/shape.ts";
import type { Position, SourcePlace } from "../../server/views/shape.ts";

/** URIs of one file may differ in what they escape. */
function plain(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

function holds({ range: { start, end } }: SourcePlace, { line, character }: Position): boolean {
  const after = line > start.line || (line === start.line && character >= start.character);
  const before = line < end.line || (line === end.line && character <= end.character);
  return after && before;
}

function size({ range: { start, end } }: SourcePlace): number {
  return (end.line - start.line) * 10_000 + end.character - start.character;
}

/** What can be pointed at, and where each is written. */
type Places = Iterable<readonly [key: string, source: SourcePlace | undefined]>;

/** The key of the smallest declaration round the place; of several marks of one, the first. */
export function markAt(places: Places, uri: string, position: Position): string | undefined {
  const wanted = plain(uri);
  const same = new Map<string, boolean>();
  const isSame = (other: string): boolean => {
    const known = same.get(other) ?? plain(other) === wanted;
    same.set(other, known);
    return known;
  };
  let best: { key: string; size: number } | undefined;
  for (const [key, source] of places) {
    if (source === undefined || !isSame(source.uri) || !holds(source, position)) continue;
    const found = size(source);
    if (best === undefined || found < best.size) best = { key, size: found };
  }
  return best?.key;
}

/** The initiatives, groups and events of the roadmap; an event is lit wherever it stands on the lane. */
export function* roadmapPlaces(view: RoadmapView): Places {
  for (const { id, source } of view.initiatives) yield [`work:${id}`, source];
  for (const { groups } of view.groupings)
    for (const { id, source } of groups) yield [`group:${id}`, source];
  for (const { kind, id, source } of view.events) yield [`event:${kind}:${id}`, source];
}
