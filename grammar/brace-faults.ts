// A brace that was forgotten → the fault that names the block, with the edits that write the brace.
import { fault } from "./faults.ts";
import { lineEndAt, lineStartAt } from "./lines.ts";
import type { Edit, Fault, Span, Word } from "./tree.ts";

/** A block with a brace too few. */
export interface Forgotten {
  /** The name of the declaration or field, or the brace where it has none. */
  readonly name: Span;
  readonly label: string;
  readonly indent: number;
}

/** No one leaves more blocks open than this, and so no fix closes them. */
const mostClosed = 64;

/** Where blocks without an end would end: behind what stands in them, at the latest at `at`. */
interface End {
  readonly end: number;
  readonly at: number;
}

/** Blocks that have no end, the innermost first. */
export function openFault(text: string, open: readonly Forgotten[], end: End): Fault {
  const [inner, ...outer] = open;
  const name = inner?.name ?? { start: end.at, end: end.at };
  const message =
    outer.length === 0
      ? `The block of ${called(inner)} has no end. Write } where it ends.`
      : `The block of ${called(inner)} has no end, and ${outer.length === 1 ? "one" : outer.length} around it neither. Write } where each of them ends.`;
  const found = fault(
    name,
    message,
    open.length > mostClosed
      ? undefined
      : {
          title: open.length === 1 ? "Close the block" : "Close the blocks",
          edits: [closingEdit(text, open, end)],
        },
  );
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
export function bareFault(text: string, block: Forgotten, from: number, end: End): Fault {
  const message = `${called(block)} has fields below it, but no block. Write { before them and } behind them.`;
  const open = { start: from, end: from, text: " {" };
  return fault(block.name, message, {
    title: "Write the braces",
    edits: [open, closingEdit(text, [block], end)],
  });
}

/** Fields that stand below what has no braces, or only a closing one. A colon in the gap goes. */
export function adoptedFault(text: string, name: Word, gap: Span, end: number | undefined): Fault {
  const block = { name, label: name.text, indent: 0 };
  const found =
    end === undefined
      ? unopenedFault(block, gap.end)
      : bareFault(text, block, gap.end, { end, at: text.length });
  const [, ...others] = found.fix?.edits ?? [];
  const title = found.fix?.title ?? "Write the braces";
  return { ...found, fix: { title, edits: [{ ...gap, text: " {" }, ...others] } };
}

function called(block: Forgotten | undefined): string {
  return block === undefined || block.label === "{" ? "this brace" : `'${block.label}'`;
}

function closingEdit(text: string, blocks: readonly Forgotten[], { end, at }: End): Edit {
  const line = lineEndAt(text, end);
  const place = Math.min(line, at);
  const eol = text.startsWith("\r\n", line) ? "\r\n" : "\n";
  const braces = blocks.map((block) => `${eol}${indentOf(text, block.name.start)}}`).join("");
  return { start: place, end: place, text: braces };
}

function indentOf(text: string, at: number): string {
  return /^[ \t]*/.exec(text.slice(lineStartAt(text, at), at))?.[0] ?? "";
}
