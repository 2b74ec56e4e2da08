// A parsed file → its text with comments and faults at offsets in the file, and questions about its gaps.
import { countUpTo } from "./ordered.ts";
import type { Comment, FileTree, Span } from "./tree.ts";

export interface Source {
  readonly text: string;
  /** The text with its comments blanked out, as long as the text. */
  readonly masked: string;
  readonly comments: readonly Comment[];
  readonly commentStarts: readonly number[];
  /** Where syntax faults start, in order, and how far those up to each reach. */
  readonly faultStarts: readonly number[];
  readonly faultEnds: readonly number[];
}

const onlySpace = /^[\p{White_Space}\u200b\ufeff]*$/u;

/** The source of a file's tree. */
export function sourceOf(tree: FileTree): Source {
  const comments: Comment[] = [];
  const faults: Span[] = [];
  for (const [index, chunk] of tree.chunks.entries()) {
    const base = tree.starts[index] ?? 0;
    const moved = <T extends Span>(span: T): T => ({
      ...span,
      start: base + span.start,
      end: base + span.end,
    });
    for (const comment of chunk.comments) comments.push(moved(comment));
    // A date that does not exist leaves the shape alone, and so does a comment without an end.
    const inComments = new Set(chunk.comments.map(({ start }) => start));
    for (const fault of chunk.faults)
      if (fault.code === "syntax" && !inComments.has(fault.start)) faults.push(moved(fault));
  }
  let masked = "";
  for (const { start, end } of comments) {
    masked += tree.text.slice(masked.length, start);
    masked += tree.text.slice(start, end).replace(/[^\r\n]/g, " ");
  }
  faults.sort((a, b) => a.start - b.start);
  let reach = -1;
  return {
    text: tree.text,
    masked: masked + tree.text.slice(masked.length),
    comments,
    commentStarts: comments.map(({ start }) => start),
    faultStarts: faults.map(({ start }) => start),
    faultEnds: faults.map(({ end }) => {
      reach = Math.max(reach, end);
      return reach;
    }),
  };
}

/** Whether only space stands there, or only space and comments. */
export function isBlank(source: Source, from: number, to: number, but: "nothing" | "comments") {
  const text = but === "comments" ? source.masked : source.text;
  return onlySpace.test(text.slice(from, to));
}

/** Whether the spans leave nothing between them but space and comments. */
export function covers(source: Source, spans: readonly Span[]): boolean {
  return spans.every((span, index) => {
    const from = spans[index - 1]?.end ?? span.start;
    return from <= span.start && isBlank(source, from, span.start, "comments");
  });
}

/** Whether a line ends there. */
export function breaks(source: Source, from: number, to: number): boolean {
  return /[\r\n]/.test(source.text.slice(from, to));
}

/** A word or mark that the tree does not keep, where it is all that stands there. */
export function find(source: Source, mark: string, from: number, to: number): Span | undefined {
  const start = source.masked.indexOf(mark, from);
  const end = start + mark.length;
  if (start < 0 || end > to) return undefined;
  const alone = isBlank(source, from, start, "comments") && isBlank(source, end, to, "comments");
  return alone ? { start, end } : undefined;
}

/** The comma that stands next, if one does. */
export function comma(source: Source, from: number, to: number): Span | undefined {
  const start = source.masked.indexOf(",", from);
  if (start < 0 || start >= to || !isBlank(source, from, start, "comments")) return undefined;
  return { start, end: start + 1 };
}

/** The end of what stands there, less the space behind it. */
export function trimmed(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && onlySpace.test(text.charAt(end - 1))) end--;
  return end;
}

/** Whether a syntax fault lies in a span or touches it. */
export function touchesFault(source: Source, from: number, to: number): boolean {
  const index = countUpTo(source.faultStarts, to) - 1;
  return (source.faultEnds[index] ?? -1) >= from;
}

/** The comments that begin in a span. */
export function commentsIn(
  source: Pick<Source, "comments" | "commentStarts">,
  from: number,
  to: number,
): readonly Comment[] {
  const starts = source.commentStarts;
  return source.comments.slice(countUpTo(starts, from - 1), countUpTo(starts, to - 1));
}
