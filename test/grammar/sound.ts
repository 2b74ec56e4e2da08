// A tree → what is wrong with its shape, whatever was parsed: nothing, if the parser is right.
import type { Chunk, Entry, FileTree, Span } from "../../grammar/tree.ts";

/**
 * Chunks must cover the text, nodes lie in order inside their parents, faults inside their chunk. What
 * is shared with a tree that was looked at before is not looked at again.
 */
export function flaws(tree: FileTree, before?: FileTree): readonly string[] {
  const known = new Set(before?.chunks);
  const found: string[] = [];
  const say = (what: string, chunk: Chunk) =>
    found.push(`${what} in ${JSON.stringify(chunk.text)}`);
  if (tree.chunks.map((chunk) => chunk.text).join("") !== tree.text) found.push("text is lost");
  if (new Set(tree.chunks).size !== tree.chunks.length) found.push("a chunk stands in two places");
  let start = 0;
  for (const [index, chunk] of tree.chunks.entries()) {
    if (tree.starts[index] !== start) say("a wrong start", chunk);
    start += chunk.text.length;
    if (known.has(chunk)) continue;
    if (!areInside(chunk.entries, { start: 0, end: chunk.text.length })) say("entries", chunk);
    for (const fault of chunk.faults) {
      const spans = [fault, ...(fault.related ?? []), ...(fault.fix?.edits ?? [])];
      if (!spans.every((span) => isInside(span, { start: 0, end: chunk.text.length }))) {
        say(`the fault '${fault.message}'`, chunk);
      }
    }
  }
  return found;
}

function isInside(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end;
}

function areInside(entries: readonly Entry[], outer: Span): boolean {
  let end = outer.start;
  for (const entry of entries) {
    if (!isInside(entry, { start: end, end: outer.end })) return false;
    end = entry.end;
    const block = entry.type === "import" ? undefined : entry.block;
    if (block && !(isInside(block, entry) && areInside(block.entries, block))) return false;
    if (entry.type !== "field") continue;
    for (const value of entry.values) {
      if (!isInside(value, entry) || (value.head && !isInside(value.head, value))) return false;
    }
  }
  return true;
}
