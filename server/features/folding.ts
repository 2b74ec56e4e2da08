// A file → the stretches that can be folded away: blocks, comments, imports, long texts.
import type { Chunk, Comment, Node, Span } from "../../grammar/tree.ts";
import { memo } from "../cells/memo.ts";
import { childrenOf } from "../cursor/spot.ts";
import type { SourceFile } from "../project/project.ts";

/** A stretch over several lines, in offsets of the file. */
export interface Fold extends Span {
  readonly kind: "block" | "comment" | "imports" | "text";
  /** A closing brace stands at its end. */
  readonly closes?: true;
}

/** The folds of a file, in the order in which they begin. */
export function folds({ tree }: SourceFile): readonly Fold[] {
  const found: Fold[] = [];
  const imports: Span[] = [];
  for (const [index, chunk] of tree.chunks.entries()) {
    const start = tree.starts[index] ?? 0;
    for (const fold of foldsIn(chunk))
      found.push({ ...fold, start: start + fold.start, end: start + fold.end });
    for (const entry of chunk.entries)
      if (entry.type === "import")
        imports.push({ start: start + entry.start, end: start + entry.end });
  }
  const [first, last] = [imports[0], imports.at(-1)];
  if (first && last && first !== last)
    found.push({ kind: "imports", start: first.start, end: last.end });
  return found.sort((a, b) => a.start - b.start);
}

const foldsIn: (chunk: Chunk) => readonly Fold[] = memo((chunk) => {
  const found: Fold[] = [];
  const visit = (node: Node): void => {
    // The line of the closing brace stays in sight.
    if (node.type === "block" && node.close.start < node.close.end)
      found.push({ kind: "block", start: node.open.start, end: node.close.start, closes: true });
    else if (node.type === "block")
      found.push({ kind: "block", start: node.open.start, end: node.end });
    if (node.type === "text" && node.long)
      found.push({ kind: "text", start: node.start, end: node.end });
    for (const child of childrenOf(node)) visit(child);
  };
  for (const entry of chunk.entries) visit(entry);
  for (const one of comments(chunk)) found.push(one);
  return found.filter((fold) => /[\r\n]/.test(chunk.text.slice(fold.start, fold.end)));
});

/** Block comments, and line comments that follow one another line by line. */
function comments(chunk: Chunk): readonly Fold[] {
  const runs: Span[] = [];
  let before: Comment | undefined;
  for (const comment of chunk.comments) {
    const run = runs.at(-1);
    const between = before && chunk.text.slice(before.end, comment.start);
    const follows =
      before?.line && comment.line && /^(?:\r\n|\r|\n)[^\S\r\n]*$/.test(between ?? "");
    if (run !== undefined && follows)
      runs[runs.length - 1] = { start: run.start, end: comment.end };
    else runs.push({ start: comment.start, end: comment.end });
    before = comment;
  }
  return runs.map((run) => ({ kind: "comment", start: run.start, end: run.end }));
}
