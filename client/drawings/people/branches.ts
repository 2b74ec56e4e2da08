// Reporting lines in the order of a tree → its branches, and what of them is open.
import type { LineNode } from "../../../server/views/people/shape.ts";
import type { Room } from "../drawing.ts";

/** A role that is in sight, or what opens and closes those below it. */
export interface LineSight {
  readonly node: LineNode;
  readonly is: "box" | "toggle";
  readonly isOpen: boolean;
}

/** So many levels below the first are open before anybody opens one. */
const levelsOpen = 2;

/** Each role that reports to nobody, with all that is under it in its order. */
export function linesByTop(nodes: readonly LineNode[]): readonly (readonly LineNode[])[] {
  const trees: LineNode[][] = [];
  for (const node of nodes) {
    if (node.depth === 0) trees.push([node]);
    else trees.at(-1)?.push(node);
  }
  return trees;
}

/** The key under which those below a role are opened or closed. */
export function toggleKey({ id }: LineNode): string {
  return `lines:${id}`;
}

/** What of a tree is in sight, with what opens and closes the rest. */
export function inSight(
  tree: readonly LineNode[],
  { toggled, still }: Pick<Room, "toggled" | "still">,
): readonly LineSight[] {
  const found: LineSight[] = [];
  let closed = Number.POSITIVE_INFINITY;
  for (const node of tree) {
    if (node.depth > closed) continue;
    closed = Number.POSITIVE_INFINITY;
    found.push({ node, is: "box", isOpen: true });
    if (node.below === 0 || node.depth < levelsOpen || still) continue;
    const isOpen = toggled.has(toggleKey(node));
    found.push({ node, is: "toggle", isOpen });
    if (!isOpen) closed = node.depth;
  }
  return found;
}
