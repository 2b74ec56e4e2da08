// An offset in a file → the chunk and the nodes that it lies in.
import type { Block, Chunk, Declaration, Field, FileTree, Node, Span } from "./tree.ts";

export interface Location {
  readonly chunk: Chunk;
  /** Where the chunk begins in the file: what the offsets of its nodes count from. */
  readonly start: number;
  /** The nodes that the offset lies in or touches, the outermost first. */
  readonly path: readonly Node[];
}

/** The nodes at an offset of a file; undefined only in an empty file. */
export function nodeAt(tree: FileTree, offset: number): Location | undefined {
  const index = chunkAt(tree, offset);
  const chunk = tree.chunks[index];
  if (chunk === undefined) return undefined;
  const start = tree.starts[index] ?? 0;
  const path: Node[] = [];
  let nodes: readonly Node[] = chunk.entries;
  for (;;) {
    const node = pick(nodes, offset - start);
    if (node === undefined) return { chunk, start, path };
    path.push(node);
    nodes = childrenOf(node);
  }
}

/** The chunk that an offset lies in; between two, the one that ends there. */
function chunkAt(tree: FileTree, offset: number): number {
  let low = 0;
  let high = tree.chunks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tree.starts[middle] ?? 0) < offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The node that an offset lies in; between two that touch, the one that starts there. */
function pick(nodes: readonly Node[], at: number): Node | undefined {
  const touched = nodes.filter((node) => node.start <= at && at <= node.end);
  return (
    touched.find((node) => node.start === at) ??
    touched.find((node) => isInside(node, at)) ??
    touched[0]
  );
}

function isInside(node: Span, at: number): boolean {
  return node.start < at && at < node.end;
}

/** The nodes directly inside a node, in the order of the text. */
export function childrenOf(node: Node): readonly Node[] {
  switch (node.type) {
    case "declaration":
      return [...(node.title ? [node.title] : []), ...(node.block ? [node.block] : [])];
    case "field":
      return node.block ? [...node.values, node.block] : node.values;
    case "import":
      return node.path ? [node.path] : [];
    case "junk":
      return node.block ? [node.block] : [];
    case "block":
      return node.entries;
    case "value":
      return [node.head, node.until?.date, node.length?.measure, node.at?.date].filter(
        (child) => child !== undefined,
      );
    case "reference":
      return node.measure ? [node.measure] : [];
    case "after":
      return node.references;
    default:
      return [];
  }
}

export interface Surroundings {
  /** The declarations around the place, the innermost last. */
  readonly declarations: readonly Declaration[];
  /** The block that the place lies in, between its braces; undefined at the top level. */
  readonly block: Block | undefined;
  /** The field that the place belongs to: on its name, behind its colon on the same line, or in a value. */
  readonly field: Field | undefined;
}

/**
 * What a place belongs to, in blank space and half-typed text too: behind the colon of a field, it
 * belongs to the field up to the end of the line, and over lines where a comma ends each.
 */
export function surroundingsAt(tree: FileTree, offset: number): Surroundings | undefined {
  const place = nodeAt(tree, offset);
  if (place === undefined) return undefined;
  const at = offset - place.start;
  const declarations: Declaration[] = [];
  let block: Block | undefined;
  let field: Field | undefined;
  for (const node of place.path) {
    if (node.type === "declaration") declarations.push(node);
    else if (
      node.type === "block" &&
      node.open.end <= at &&
      (at <= node.close.start || node.close.start === node.close.end)
    ) {
      block = node;
      field = undefined;
    } else if (node.type === "field") field = node;
  }
  const last = declarations.at(-1);
  if (
    last !== undefined &&
    (last.block === undefined || at < last.block.open.end || isBehind(last.block, at))
  )
    declarations.pop();
  const entries = block?.entries ?? place.chunk.entries;
  field ??= entries.findLast(
    (entry): entry is Field =>
      entry.type === "field" && entry.end <= at && reaches(place.chunk.text, entry, at),
  );
  return { declarations, block, field };
}

function isBehind(block: Block, at: number): boolean {
  return at >= block.end && block.close.end > block.close.start;
}

/** Whether only blanks stand between a field and a place behind it, or a comma before a line end. */
function reaches(text: string, field: Field, at: number): boolean {
  if (field.block !== undefined) return false;
  const between = text.slice(field.end, at);
  if (/^[^\S\r\n]*$/.test(between)) return true;
  return text[field.end - 1] === "," && /^\s*$/.test(between);
}
