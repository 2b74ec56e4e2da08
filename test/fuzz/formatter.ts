// A seed → any text at all, which must keep its meaning and its comments when it is formatted, and settle at once.
import assert from "node:assert/strict";
import { applied, format, formatRange, formatText } from "../../grammar/format.ts";
import { chunksThatDiffer, meaningOf } from "../../grammar/meaning.ts";
import { parseFile } from "../../grammar/parser.ts";
import type { FileTree } from "../../grammar/tree.ts";
import { type Dice, diceOf } from "./material/dice.ts";
import { apart } from "./material/everything.ts";
import { holds } from "./material/smaller.ts";
import { wildText } from "./material/texts.ts";

/** Checks one wild text; throws with the smallest text that shows the same. */
export async function run(seed: number): Promise<void> {
  await holds(wildText(diceOf(seed), seed), (text) => {
    const tree = parseFile(text);
    const once = formatText(text);
    assert.equal(formatText(once), once, "twice is once");
    const after = parseFile(once);
    assert.deepEqual(commentsOf(after), commentsOf(tree), "comments");
    same(tree, after, "meaning");
    const dice = diceOf(seed);
    for (const part of dice.many(3, () => rangeIn(dice, text)))
      holdsInRange(tree, part.start, part.end);
  });
}

/** A range keeps to the declarations that its lines touch, keeps their meaning, and settles too. */
function holdsInRange(tree: FileTree, start: number, end: number): void {
  const { text, starts } = tree;
  const edits = formatRange(tree, start, end);
  apart(edits, "edits of a range");
  const lineStart = start - (/[^\r\n]*$/.exec(text.slice(0, start))?.[0].length ?? 0);
  const lineEnd = end + (/^[^\r\n]*/.exec(text.slice(end))?.[0].length ?? 0);
  // The space above a declaration is its own, also that which takes no room.
  const above = text.slice(
    0,
    starts.findLast((one) => one <= lineStart),
  );
  const from = above.replace(/[\s\u200b]+$/u, "").length;
  const to = starts.find((one) => one > lineEnd) ?? text.length;
  for (const edit of edits)
    assert.ok(from <= edit.start && edit.end <= to, `${edit.start}–${edit.end} is out of range`);
  const after = parseFile(applied(text, edits));
  same(tree, after, "meaning around a range");
  const whole = formatRange(tree, 0, text.length);
  assert.equal(applied(text, whole), applied(text, format(tree)), "a range that is all");
}

function same(before: FileTree, after: FileTree, what: string): void {
  assert.deepEqual([...chunksThatDiffer(meaningOf(before), meaningOf(after))], [], what);
}

function rangeIn(dice: Dice, text: string): { readonly start: number; readonly end: number } {
  const start = dice.below(text.length + 1);
  return { start, end: start + dice.below(text.length - start + 1) };
}

function commentsOf(tree: FileTree): readonly string[] {
  return tree.chunks.flatMap((chunk) =>
    chunk.comments.map(({ text, line }) => (line ? text.trimEnd() : text)),
  );
}
