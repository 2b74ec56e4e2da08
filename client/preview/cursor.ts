// A place in the text becomes the key of the mark that is written there.
import type { Position, RoadmapView, Source } from "../../server/views/roadmap/shape.ts";

/** URIs of one file may differ in what they escape. */
function plain(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

function holds({ range: { start, end } }: Source, { line, character }: Position): boolean {
  const after = line > start.line || (line === start.line && character >= start.character);
  const before = line < end.line || (line === end.line && character <= end.character);
  return after && before;
}

function size({ range: { start, end } }: Source): number {
  return (end.line - start.line) * 10_000 + end.character - start.character;
}

/** The key of the smallest declaration round the place that has a mark. */
export function markAt(view: RoadmapView, uri: string, position: Position): string | undefined {
  const wanted = plain(uri);
  const same = new Map<string, boolean>();
  const isSame = (other: string): boolean => {
    const known = same.get(other) ?? plain(other) === wanted;
    same.set(other, known);
    return known;
  };
  let best: { key: string; size: number } | undefined;
  const look = (key: string, source: Source | undefined) => {
    if (!source || !isSame(source.uri) || !holds(source, position)) return;
    const found = size(source);
    if (!best || found < best.size) best = { key, size: found };
  };
  for (const initiative of view.initiatives) look(`work:${initiative.id}`, initiative.source);
  for (const { groups } of view.groupings) {
    for (const group of groups) look(`group:${group.id}`, group.source);
  }
  return best?.key;
}
