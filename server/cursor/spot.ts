// An offset in a file → the chunk, the nodes and the declaration that it lies in.
import { lastUpTo } from "../../grammar/ordered.ts";
import type {
  Chunk,
  Declaration,
  FileTree,
  Node,
  Reference,
  Span,
  Word,
} from "../../grammar/tree.ts";
import { memo } from "../cells/memo.ts";
import type { Entity } from "../model/entity.ts";
import { outline } from "../model/outline.ts";
import { offsetIn } from "../model/reading.ts";
import type { Model } from "../model/universe.ts";
import type { SourceFile } from "../project/project.ts";

/** What most features are asked: a place in one file of one snapshot. */
export interface Query {
  readonly model: Model;
  readonly file: SourceFile;
  /** In UTF-16 units from the start of the file. */
  readonly offset: number;
}

/** A place in a chunk. */
export interface Inside {
  readonly chunk: Chunk;
  /** The offset relative to the chunk. */
  readonly at: number;
  /** The nodes around the offset, outermost first. */
  readonly path: readonly Node[];
}

export interface Spot extends Inside {
  /** Where the chunk begins in the file. */
  readonly start: number;
}

/** The number of the chunk that an offset touches; on a border, the chunk that ends there. */
export function chunkAt(starts: readonly number[], offset: number): number {
  return lastUpTo(starts, offset - 1);
}

/** The nodes around a place, in the chunk as the model has read it; undefined in an empty file. */
export function spotAt({ model, file, offset }: Query): Inside | undefined {
  const spot = spotIn(file.tree, offset);
  if (spot === undefined) return undefined;
  const chunk = model.readingOf(spot.chunk);
  return chunk === spot.chunk ? spot : insideOf(chunk, offsetIn(chunk, spot.chunk, spot.at));
}

/** The nodes around an offset of a tree; of two that meet there, the one that begins. */
export function spotIn({ chunks, starts }: FileTree, offset: number): Spot | undefined {
  const index = chunkAt(starts, offset);
  const chunk = chunks[index];
  if (chunk === undefined) return undefined;
  const start = starts[index] ?? 0;
  return { ...insideOf(chunk, offset - start), start };
}

function insideOf(chunk: Chunk, at: number): Inside {
  const path: Node[] = [];
  let inside: readonly Node[] = chunk.entries;
  for (;;) {
    const touched = inside.filter((node) => touches(node, at));
    const next = touched.find((node) => node.start === at) ?? touched[0];
    if (next === undefined) return { chunk, at, path };
    path.push(next);
    inside = nodesIn(next);
  }
}

/** Whether an offset lies in a span or at one of its ends. */
export function touches(span: Span, at: number): boolean {
  return span.start <= at && at <= span.end;
}

/** The nodes directly in a node, in source order. */
export function nodesIn(node: Node): readonly Node[] {
  switch (node.type) {
    case "declaration":
      return present(node.title, node.block);
    case "import":
      return present(node.path);
    case "field":
      return node.block === undefined ? node.values : [...node.values, node.block];
    case "junk":
      return present(node.block);
    case "block":
      return node.entries;
    case "value":
      return present(node.head, node.until?.date, node.length?.measure, node.at?.date);
    case "reference":
      return present(node.measure);
    case "after":
      return node.references;
    default:
      return [];
  }
}

function present(...nodes: readonly (Node | undefined)[]): readonly Node[] {
  return nodes.filter((node) => node !== undefined);
}

/** The entity of each declaration of a chunk. */
const entities: (chunk: Chunk) => ReadonlyMap<Declaration, Entity> = memo(
  (chunk) => new Map(outline(chunk).entities.map((entity) => [entity.node, entity])),
);

/** The entity that a declaration of a chunk means. */
export function entityOfNode(chunk: Chunk, node: Declaration): Entity | undefined {
  return entities(chunk).get(node);
}

/** The innermost declaration around an offset. */
export function entityAround(spot: Inside): Entity | undefined {
  const node = spot.path.findLast((one): one is Declaration => one.type === "declaration");
  return node && entityOfNode(spot.chunk, node);
}

/** The word of a reference that an offset touches. */
export function wordIn(reference: Reference, at: number): Word | undefined {
  return reference.path.find((word) => touches(word, at));
}
