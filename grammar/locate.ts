// An offset in a file → the chunk and the nodes that it lies in.
import { lastUpTo } from "./ordered.ts";
import type { Chunk, FileTree, Node, Span } from "./tree.ts";

interface Location {
  readonly chunk: Chunk;
  /** Where the chunk begins in the file: what the offsets of its nodes count from. */
  readonly start: number;
  /** The nodes that the offset lies in or touches, the outermost first. */
  readonly path: readonly Node[];
}

/** The nodes at an offset of a file; undefined only in an empty file. */
export function nodeAt(tree: FileTree, offset: number): Location | undefined {
  // Between two chunks it is the one that ends there.
  const index = lastUpTo(tree.starts, offset - 1);
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
function childrenOf(node: Node): readonly Node[] {
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
