// A sheet and what has changed of it → the later sheet, in which all that stayed is the same object; and its places as of the text now.
import type { Position } from "../../grammar/lines.ts";
import type { FileLayout, Range, RelativePlace, SourcePlace, Unplaced } from "./shape.ts";

/** What has become of a value. */
export type Difference =
  | { readonly put: unknown }
  /** A list, piece by piece. */
  | { readonly list: readonly ListPart[] }
  /** Parts of an object; null for one that is gone. */
  | { readonly parts: Readonly<Record<string, Difference | null>> };

/** So many items of the old list from a place on, new ones, or an old one that has changed. */
export type ListPart =
  | readonly [from: number, count: number]
  | { readonly put: readonly unknown[] }
  | { readonly of: number; readonly change: Difference };

type Make = (place: RelativePlace) => SourcePlace | RelativePlace;

const asIs: Make = (place) => place;

/** The later value. What is new in it has its places made whole, where `make` says how. */
export function withDifference<Value>(before: Value, change: Difference, make?: Make): Value;
export function withDifference(before: unknown, change: Difference, make = asIs): unknown {
  if ("put" in change) return placed(change.put, make);
  if ("list" in change) {
    if (!isList(before)) throw new Error("What has changed as a list is none.");
    return listOf(before, change.list, make);
  }
  if (!isRecord(before)) throw new Error("What has changed in parts has none.");
  const after: Record<string, unknown> = { ...before };
  for (const [name, part] of Object.entries(change.parts)) {
    if (part === null) delete after[name];
    else after[name] = withDifference(before[name], part, make);
  }
  return after;
}

function listOf(before: readonly unknown[], pieces: readonly ListPart[], make: Make): unknown[] {
  const after: unknown[] = [];
  for (const piece of pieces) {
    if ("change" in piece) after.push(withDifference(before[piece.of], piece.change, make));
    else if ("put" in piece) for (const one of piece.put) after.push(placed(one, make));
    else {
      const [from, count] = piece;
      for (let at = from; at < from + count; at++) after.push(before[at]);
    }
  }
  return after;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is a place of a sheet: it changes as a whole. */
export function isRelativePlace(value: unknown): value is RelativePlace {
  return isRecord(value) && "at" in value && "range" in value && "name" in value;
}

/** Some data or a part of it, with its places made whole. */
export function placed<Data>(
  data: Unplaced<Data>,
  make: (place: RelativePlace) => SourcePlace,
): Data;
export function placed(value: unknown, make: Make): unknown;
export function placed(value: unknown, make: Make): unknown {
  if (isList(value)) return value.map((one) => placed(one, make));
  if (!isRecord(value)) return value;
  if (isRelativePlace(value)) return make(value);
  const parts: Record<string, unknown> = {};
  for (const name in value) parts[name] = placed(value[name], make);
  return parts;
}

/** Where the marks of a sheet lie. */
export interface Layout {
  /** Takes the files of a later sheet: only those that changed are looked at. */
  readonly take: (files: readonly FileLayout[]) => void;
  /** The address of the file in which a mark lies. */
  readonly uriOf: (mark: string) => string;
  /** A place as it is now; of one whose mark is gone, where that was last. */
  readonly placeOf: (place: RelativePlace) => SourcePlace;
}

interface Mark {
  readonly uri: string;
  readonly start: Position;
}

const top: Position = { line: 0, character: 0 };

/** A layout in which nothing lies yet. */
export function createLayout(): Layout {
  const known = new Map<string, FileLayout>();
  const marks = new Map<string, Mark>();
  const put = (file: FileLayout) => {
    const { id, uri } = file;
    marks.set(id, { uri, start: top });
    let start = top;
    for (const [mark, lines, characters] of file.pieces) {
      if (mark !== "") marks.set(mark, { uri, start });
      const before = lines === 0 ? start.character : 0;
      start = { line: start.line + lines, character: before + characters };
    }
  };
  return {
    take(files) {
      for (const file of files) {
        const before = known.get(file.id);
        if (before === file) continue;
        known.set(file.id, file);
        put(file);
      }
    },
    uriOf: (mark) => marks.get(mark)?.uri ?? "",
    placeOf({ at, range, name }) {
      const { uri, start } = marks.get(at) ?? { uri: "", start: top };
      return { uri, range: movedBy(range, start), name: movedBy(name, start) };
    },
  };
}

function movedBy({ start, end }: Range, by: Position): Range {
  const moved = ({ line, character }: Position): Position => ({
    line: line + by.line,
    character: line === 0 ? character + by.character : character,
  });
  return { start: moved(start), end: moved(end) };
}
