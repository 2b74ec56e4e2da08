// Files and their chunks → the marks from which places are counted, and where each lies.
import { lineStarts, positionAt, type Range } from "../../../grammar/lines.ts";
import type { Chunk, Span } from "../../../grammar/tree.ts";
import { isSameList } from "../../cells/contributions.ts";
import { memo, memoIn } from "../../cells/memo.ts";
import type { Model } from "../../model/universe.ts";
import { headOf } from "./ids.ts";
import type { FileLayout, RelativePlace } from "./shape.ts";

/** The mark of a chunk in the roadmap of a project: those of other projects have the root before it. */
export function markOfChunk(model: Model, chunk: Chunk): string {
  const home = model.universe.homeOf(chunk);
  const head = headOf(model.universe, chunk) ?? "";
  return home === undefined || home === model ? head : `${rootMark(home)}${head}`;
}

/** What all marks of another project begin with. */
function rootMark(home: Model): string {
  return `${home.project.root}\n`;
}

/** The mark of a file. */
export function fileMark(home: Model, path: string): string {
  return `${home.project.root}/${path}`;
}

const startsIn: (chunk: Chunk) => readonly number[] = memo((chunk) => lineStarts(chunk.text));

/** A stretch of a chunk, counted from where the chunk begins. */
export function rangeWithin(chunk: Chunk, { start, end }: Span): Range {
  const at = (offset: number) => positionAt(startsIn(chunk), chunk.text, offset);
  return { start: at(start), end: at(end) };
}

type Layout = FileLayout["pieces"][number];

/** How far the text of a chunk reaches. */
const reach: (chunk: Chunk) => readonly [lines: number, characters: number] = memo((chunk) => {
  const starts = startsIn(chunk);
  return [starts.length - 1, chunk.text.length - (starts.at(-1) ?? 0)];
});

const pieceOf: (home: Model, chunk: Chunk) => Layout = memoIn(
  (home, chunk) => [headOf(home.universe, chunk) ?? "", ...reach(chunk)],
  isSameList<string | number>,
);

/** The pieces of a file. */
const piecesOf: (home: Model, path: string) => readonly Layout[] = memoIn(
  (home, path) => home.fileAt(path)?.tree.chunks.map((chunk) => pieceOf(home, chunk)) ?? [],
  isSameList,
);

/** The files of a project, and those of the others in which something that is shown is written. */
export function filesOf(
  model: Model,
  places: readonly (RelativePlace | undefined)[],
  uriOf: (path: string) => string,
): readonly FileLayout[] {
  const roots = new Set(
    places.flatMap((place) => (place?.at.includes("\n") ? place.at.split("\n", 1) : [])),
  );
  const others = [...model.universe.models.values()].filter(
    (other) => other !== model && roots.has(other.project.root),
  );
  return [model, ...others].flatMap((home) =>
    [...home.paths()].map((path): FileLayout => {
      const id = fileMark(home, path);
      const pieces = home === model ? piecesOf(home, path) : piecesElsewhere(home, path);
      return layoutOf(pieces, id, uriOf(id));
    }),
  );
}

/** By address: what has not changed is the same object. */
const layouts = memo((_pieces: readonly Layout[]) => new Map<string, FileLayout>());

function layoutOf(pieces: readonly Layout[], id: string, uri: string): FileLayout {
  const known = layouts(pieces);
  const found = known.get(uri) ?? { id, uri, pieces };
  known.set(uri, found);
  return found;
}

const piecesElsewhere: (home: Model, path: string) => readonly Layout[] = memoIn((home, path) =>
  piecesOf(home, path).map(
    ([mark, lines, characters]): Layout => [
      mark === "" ? "" : rootMark(home) + mark,
      lines,
      characters,
    ],
  ),
);

/** A path that is a URI already stays as it is. */
export function fileUri(path: string): string {
  if (/^[a-z][\w+.-]+:\/\//i.test(path)) return path;
  const encoded = path.split("/").map(encodeURIComponent).join("/");
  return `file://${encoded.startsWith("/") ? "" : "/"}${encoded}`;
}
