// A brace that was forgotten → the fault that names the block, with the edits that write the brace.
import { fault } from "./faults.ts";
import { isLineEnd } from "./scan.ts";
import type { Edit, Fault, Span } from "./tree.ts";

/** A block with a brace too few. */
export interface Forgotten {
  /** The name of the declaration or field, or the brace where it has none. */
  readonly name: Span;
  readonly label: string;
  readonly indent: number;
}

/** Blocks that have no end, the innermost first; `at` is where their braces would stand. */
export function openFault(text: string, open: readonly Forgotten[], at: number): Fault {
  const [inner, ...outer] = open;
  const name = inner?.name ?? { start: at, end: at };
  const message =
    outer.length === 0
      ? `The block of ${called(inner)} has no end. Write } where it ends.`
      : `The block of ${called(inner)} has no end, and ${outer.length === 1 ? "one" : outer.length} around it neither. Write } where each of them ends.`;
  const found = fault(name, message, {
    title: open.length === 1 ? "Close the block" : "Close the blocks",
    edits: [closingEdit(text, open, at)],
  });
  if (outer.length === 0) return found;
  const related = outer
    .slice(0, 20)
    .map((one) => ({ ...one.name, message: `The block of ${called(one)} has no end either.` }));
  return { ...found, related };
}

/** A block that has an end, but no beginning. */
export function unopenedFault(block: Forgotten, at: number): Fault {
  return fault(
    block.name,
    `The block of ${called(block)} has no beginning. Write { before its fields.`,
    {
      title: "Open the block",
      edits: [{ start: at, end: at, text: " {" }],
    },
  );
}

/** Fields that stand below a declaration without any braces. */
export function bareFault(text: string, block: Forgotten, from: number, to: number): Fault {
  const message = `${called(block)} has fields below it, but no block. Write { before them and } behind them.`;
  const open = { start: from, end: from, text: " {" };
  return fault(block.name, message, {
    title: "Write the braces",
    edits: [open, closingEdit(text, [block], to)],
  });
}

function called(block: Forgotten | undefined): string {
  return block === undefined || block.label === "{" ? "this brace" : `'${block.label}'`;
}

function closingEdit(text: string, blocks: readonly Forgotten[], at: number): Edit {
  const braces = blocks.map((block) => `${" ".repeat(block.indent)}}`).join("\n");
  const isOwnLine = at === 0 || isLineEnd(text.charCodeAt(at - 1));
  return { start: at, end: at, text: isOwnLine ? `${braces}\n` : `\n${braces}` };
}
