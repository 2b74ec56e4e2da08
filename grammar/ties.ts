// A piece of a stream → what ties it to what stands around it: without ties it is what it is by its own text.
import type { Piece } from "./braces.ts";
import { countUpTo } from "./ordered.ts";
import type { Stream } from "./stream.ts";
import { Close, Open } from "./tokens.ts";
import type { Span, Ties } from "./tree.ts";

/** The ties of a piece; undefined for most. */
export function tiesOf(stream: Stream, piece: Piece): Ties | undefined {
  const { tokens } = stream;
  const { from, to, start, end, trouble } = piece;
  const isOnLine = from > 0 && from < to && tokens[from - 1]?.endLine === tokens[from]?.line;
  const reach = reachOf(stream, start, end);
  if (trouble === undefined && !isOnLine && reach <= end) return undefined;
  return {
    isOnLine: isOnLine || (reach > end && reach !== Number.POSITIVE_INFINITY),
    isOpen: reach === Number.POSITIVE_INFINITY,
    isInner: trouble !== undefined && !piece.isFirst,
    isHanging: piece.isHanging === true,
    isUnclosed: trouble === "open",
    ...depthsOf(stream, piece),
    mending: mendingOf(piece),
  };
}

/** How far on anything in a stretch depends on what stands there. */
function reachOf({ farStarts, farReaches }: Stream, start: number, end: number): number {
  let reach = start;
  if (farStarts.length === 0) return reach;
  const last = countUpTo(farStarts, end - 1);
  for (let index = countUpTo(farStarts, start - 1); index < last; index++)
    reach = Math.max(reach, farReaches[index] ?? 0);
  return reach;
}

function depthsOf({ tokens }: Stream, { from, to }: Piece): Pick<Ties, "net" | "low"> {
  let net = 0;
  let low = 0;
  for (let index = from; index < to; index++) {
    const type = tokens[index]?.tokenType;
    if (type === Open) net++;
    else if (type === Close) low = Math.min(low, --net);
  }
  return { net, low };
}

/** Where braces were written, and what is said of them, counted from the start of the piece. */
function mendingOf({ start, repairs, faults, isCut }: Piece): string {
  if (repairs.length === 0 && faults.length === 0 && !isCut) return "";
  const move = (span: Span) => [span.start - start, span.end - start];
  return JSON.stringify([
    isCut,
    repairs.map((repair) => [repair.at - start, repair.is]),
    faults.map((fault) => [
      fault.message,
      move(fault),
      fault.related?.map(move),
      fault.fix?.edits.map((edit) => [move(edit), edit.text]),
    ]),
  ]);
}

/** Whether a chunk of the same text may stay: what it is by more than that is the same too. */
export function areSame(a: Ties | undefined, b: Ties | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return !a.isOnLine && !b.isOnLine && JSON.stringify(a) === JSON.stringify(b);
}
