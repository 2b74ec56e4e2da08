// A place in a file → what a growing selection takes in, step by step: word, value, field, block, declaration.
import type { Node, Span, Word } from "../../grammar/tree.ts";
import { type Query, spotIn, touches } from "../cursor/spot.ts";

/** The spans around a place in offsets of the file, innermost first; the last is the whole file. */
export function selections(query: Pick<Query, "file" | "offset">): readonly Span[] {
  const whole = { start: 0, end: query.file.tree.text.length };
  const spot = spotIn(query.file.tree, query.offset);
  if (spot === undefined) return [whole];
  const { start, at, path } = spot;
  const steps: Span[] = [];
  for (const node of path.toReversed()) {
    const word = wordsOf(node).find((one) => touches(one, at));
    if (word !== undefined) steps.push(word);
    for (const inner of insideOf(node)) if (touches(inner, at)) steps.push(inner);
    steps.push(node);
  }
  const growing: Span[] = [];
  let last: Span = { start: query.offset, end: query.offset };
  for (const step of [...steps.map((one) => moved(one, start)), whole]) {
    const grows = step.start <= last.start && step.end >= last.end;
    if (!grows || (step.start === last.start && step.end === last.end)) continue;
    growing.push(step);
    last = step;
  }
  return growing.length > 0 ? growing : [whole];
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

function wordsOf(node: Node): readonly Word[] {
  switch (node.type) {
    case "declaration":
      return node.name ? [node.kind, node.name] : [node.kind];
    case "import":
      return node.name ? [node.keyword, node.name] : [node.keyword];
    case "field":
      return [node.name];
    case "reference":
      return node.path;
    case "junk":
      return node.words;
    case "measure":
      return node.unit ? [node.number, node.unit] : [node.number];
    default:
      return [];
  }
}

/** Parts that a person selects without what encloses them: a text in its quotes, all values, a block's inside. */
function insideOf(node: Node): readonly Span[] {
  if (node.type === "text" && node.closed) {
    const quotes = node.long ? 3 : 1;
    return [{ start: node.start + quotes, end: node.end - quotes }];
  }
  if (node.type === "field") {
    const [first, last] = [node.values[0], node.values.at(-1)];
    return first && last ? [{ start: first.start, end: last.end }] : [];
  }
  if (node.type !== "block") return [];
  const [first, last] = [node.entries[0], node.entries.at(-1)];
  return first && last ? [{ start: first.start, end: last.end }] : [];
}
