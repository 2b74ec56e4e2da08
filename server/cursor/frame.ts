// A place in a file → the block it stands in, also where the block is not closed yet.
import { lineBefore } from "../../grammar/lines.ts";
import type { Block, Chunk, Declaration, Entry, Field, Span } from "../../grammar/tree.ts";
import {
  type FieldEntry,
  fieldOf,
  type KindEntry,
  kindOf,
  type Place,
} from "../../grammar/vocabulary.ts";
import type { Entity } from "../model/entity.ts";
import { chunkAt, entityOfNode, type Query } from "./spot.ts";

/** The surroundings of a place: what may be written there follows from them. */
export interface Enclosure {
  /** The kind or block field whose fields may stand here; undefined at the top level and in the unknown. */
  readonly owner: KindEntry | FieldEntry | undefined;
  /** Which declarations may stand here; undefined where none may, or nobody knows. */
  readonly place: Place | undefined;
  /** The declaration around the place. */
  readonly entity: Entity | undefined;
  /** Where the block begins, behind its brace; at the top level, where the chunk begins. */
  readonly from: number;
  /** Complete blocks of the entries in it, in offsets of the file. */
  readonly skip: readonly Span[];
  /** The fields that are written directly in the block. */
  readonly fields: readonly Field[];
}

/** The block around a place. */
export function frameAt(query: Query): Enclosure {
  const { tree } = query.file;
  let index = chunkAt(tree.starts, query.offset);
  let chunk = tree.chunks[index];
  if (chunk === undefined) return { ...nowhere, from: 0 };
  // The space behind an entry belongs to the next chunk: a block left open may reach into it.
  const start = tree.starts[index] ?? 0;
  if (index > 0 && isSpace(chunk, tree.text.slice(start, query.offset)))
    chunk = tree.chunks[--index];
  if (chunk === undefined) return { ...nowhere, from: 0 };
  return innermost(query, chunk, tree.starts[index] ?? 0);
}

const nowhere = {
  owner: undefined,
  place: "file",
  entity: undefined,
  skip: [],
  fields: [],
} as const;

function isSpace(chunk: Chunk, before: string): boolean {
  const first = chunk.entries[0]?.start ?? chunk.text.length;
  return before.length <= first;
}

function innermost(query: Query, chunk: Chunk, start: number): Enclosure {
  const at = query.offset - start;
  const text = query.file.tree.text;
  const inside = (block: Block, next: Entry | undefined) =>
    block.open.end <= at &&
    (at <= block.close.start ||
      (block.close.start === block.close.end &&
        (next === undefined || at < next.start) &&
        reaches(text, start + block.open.start, start + block.close.end, query.offset)));
  let frame: Enclosure = { ...nowhere, ...contents(chunk.entries, at, start), from: start };
  let entries = chunk.entries;
  for (;;) {
    const entry = entries.find((one, index) => {
      const block = blockOf(one);
      return block !== undefined && inside(block, entries[index + 1]);
    });
    const block = entry && blockOf(entry);
    if (entry === undefined || block === undefined) return frame;
    frame = {
      ...contents(block.entries, at, start),
      ...meaning(entry, frame, chunk),
      from: start + block.open.end,
    };
    entries = block.entries;
  }
}

/** Whether a block without its brace goes on up to an offset: nothing stands between, and it is indented deeper. */
function reaches(text: string, open: number, end: number, offset: number): boolean {
  if (text.slice(end, offset).trim() !== "") return /^[^\r\n]*$/.test(text.slice(end, offset));
  if (!/[\r\n]/.test(text.slice(open, offset))) return true;
  return indentation(text, offset) > indentation(text, open);
}

function indentation(text: string, offset: number): number {
  return /^\s*/.exec(lineBefore(text, offset))?.[0].length ?? 0;
}

function blockOf(entry: Entry): Block | undefined {
  return entry.type === "import" ? undefined : entry.block;
}

function contents(entries: readonly Entry[], at: number, start: number) {
  const skip = entries.flatMap((entry) => {
    const block = blockOf(entry);
    if (block === undefined || block.end > at) return [];
    return [{ start: start + block.start, end: start + block.end }];
  });
  return { skip, fields: entries.filter((entry) => entry.type === "field") };
}

function meaning(
  entry: Entry,
  around: Enclosure,
  chunk: Chunk,
): Pick<Enclosure, "owner" | "place" | "entity"> {
  if (entry.type === "declaration") return meaningOf(entry, chunk);
  const owner =
    entry.type === "field" && around.owner ? fieldOf(around.owner, entry.name.text) : undefined;
  return { owner, place: undefined, entity: around.entity };
}

function meaningOf(node: Declaration, chunk: Chunk): Pick<Enclosure, "owner" | "place" | "entity"> {
  const entity = entityOfNode(chunk, node);
  const owner = kindOf(entity?.kind ?? node.kind.text);
  return { owner, place: owner?.name, entity };
}
