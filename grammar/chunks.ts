// A stream of tokens → the pieces that stand at its top level, so that an edit needs to parse only the piece that it touches.
import { mend, type Piece, type Trouble } from "./braces.ts";
import type { Look } from "./here.ts";
import { indentAt } from "./scan.ts";
import { isDeclaration, isFieldStart } from "./starts.ts";
import { type Stream, tokenAt } from "./stream.ts";
import { Close, Open, type Token, Word } from "./tokens.ts";

/** Cuts a text into pieces, which cover it. The last one takes the space at the end. */
export function split(stream: Stream): readonly Piece[] {
  const { length } = stream.text;
  const walk = startWalk(stream, pairsOf(stream));
  for (let step = nextStep(walk); step !== "end"; step = nextStep(walk)) {
    if (step === "trouble") mendOn(walk);
  }
  return endWalk(walk, length);
}

/** The closing brace of an opening one, by the places of both among the tokens; undefined where it has none. */
type Pairs = (open: number) => number | undefined;

/** Finds closing braces by nesting, one by one; once one is missing, all of them at a time. */
function pairsOf(stream: Stream): Pairs {
  let all: ReadonlyMap<number, number> | undefined;
  return (open) => {
    if (all !== undefined) return all.get(open);
    const close = closeOf(stream, open);
    if (close === undefined) all = pairAll(stream.tokens);
    return close;
  };
}

/** The brace that closes the one at an index; undefined where there is none, or where `isOver`. */
export function closeOf(
  stream: Stream,
  open: number,
  isOver: (index: number, depth: number) => boolean = () => false,
): number | undefined {
  let depth = 0;
  for (let index = open; ; index++) {
    const token = tokenAt(stream, index);
    if (token === undefined || (depth > 0 && isOver(index, depth))) return undefined;
    if (token.tokenType === Open) depth++;
    else if (token.tokenType === Close && --depth === 0) return index;
  }
}

function pairAll(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  const open: number[] = [];
  for (const [index, { tokenType }] of tokens.entries()) {
    if (tokenType === Open) open.push(index);
    if (tokenType !== Close) continue;
    const start = open.pop();
    if (start !== undefined) partners.set(start, index);
  }
  return partners;
}

/** On its way through a stream: the pieces so far, and what is known of the one at hand. */
interface Walk {
  readonly stream: Stream;
  readonly pairs: Pairs;
  readonly look: Look;
  readonly pieces: Piece[];
  /** How many of the pieces stay whatever stands behind them: those up to what was mended last. */
  floor: number;
  /** Where the piece at hand starts, and its first token. */
  start: number;
  from: number;
  /** The token before which nothing counts: the walk begins anew behind what was mended. */
  base: number;
  /** How far its first line is indented; undefined as long as it has no token. */
  indent: number | undefined;
  /** Where, among the tokens, a field shows that it is a declaration that lacks its braces. */
  bareFrom: number;
  index: number;
  trouble: Trouble;
}

/** A walk from the first token of a stream on, which belongs to a piece that begins at `start`. */
export function startWalk(stream: Stream, pairs: Pairs, start = 0): Walk {
  const walk: Walk = {
    stream,
    pairs,
    look: (ahead) => tokenAt(stream, walk.index + ahead - 1),
    pieces: [],
    floor: 0,
    start,
    from: 0,
    base: 0,
    indent: undefined,
    bareFrom: Number.POSITIVE_INFINITY,
    index: 0,
    trouble: "open",
  };
  return walk;
}

/** Goes on to behind the piece at hand, or to where braces do not pair. */
export function nextStep(walk: Walk): "piece" | "trouble" | "end" {
  const { stream, look } = walk;
  for (; ; walk.index++) {
    const token = look(1);
    if (token === undefined) return "end";
    const previous = walk.index > walk.base ? stream.tokens[walk.index - 1] : undefined;
    const isFirst = previous?.endLine !== token.line;
    const isHead = isFirst && token.tokenType === Word && isDeclaration(look);
    const isNew = isHead || (previous?.tokenType === Close && token.tokenType !== Close);
    if (walk.indent !== undefined && previous !== undefined && isNew) {
      endPiece(walk, previous.end);
      return "piece";
    }
    if (walk.indent === undefined) {
      walk.indent = indentAt(stream.text, token.startOffset);
      const mayLack = isHead && token.image !== "import";
      walk.bareFrom = mayLack ? walk.index + 2 : Number.POSITIVE_INFINITY;
    }
    const trouble = token.tokenType === Open ? enter(walk) : troubleAt(walk, token);
    if (trouble === undefined) continue;
    walk.trouble = trouble;
    return "trouble";
  }
}

function endPiece(walk: Walk, end: number): void {
  const { start, from, index, indent = 0 } = walk;
  walk.pieces.push({ start, end, from, to: index, indent, repairs: [], faults: [], isCut: false });
  walk.start = end;
  walk.from = index;
  walk.indent = undefined;
}

/** Passes over the block that a brace opens, up to its closing one. */
function enter(walk: Walk): Trouble | undefined {
  walk.bareFrom = Number.POSITIVE_INFINITY;
  const close = walk.pairs(walk.index);
  if (close === undefined) return "open";
  walk.index = close;
  return undefined;
}

function troubleAt(walk: Walk, token: Token): Trouble | undefined {
  if (token.tokenType === Close) return "extra";
  const isBare = walk.index >= walk.bareFrom && token.tokenType === Word && isFieldStart(walk.look);
  return isBare ? "bare" : undefined;
}

/** Mends what does not pair from the piece at hand on, and goes on behind it. */
export function mendOn(walk: Walk): void {
  const { stream, trouble, pieces, index } = walk;
  const token = stream.tokens[index];
  const isFirst = index === walk.base || stream.tokens[index - 1]?.endLine !== token?.line;
  const beyond = token?.startOffset ?? stream.text.length;
  const isHanging =
    trouble === "extra" && reachBack(walk, isFirst ? indentAt(stream.text, beyond) : 0);
  const mended = mend({ stream, start: walk.start, from: walk.from, beyond, trouble });
  for (const piece of mended)
    pieces.push(piece.isFirst && isHanging ? { ...piece, isHanging } : piece);
  const last = pieces.at(-1);
  walk.floor = pieces.length;
  walk.start = last?.end ?? 0;
  walk.index = last?.to ?? 0;
  walk.from = walk.index;
  walk.base = walk.index;
  walk.indent = undefined;
}

/**
 * A brace too many may close a block that opens further up: takes back pieces up to its margin.
 * True where there are too few for that.
 */
function reachBack(walk: Walk, margin: number): boolean {
  let { indent = 0 } = walk;
  while (indent > margin && walk.pieces.length > walk.floor) {
    const piece = walk.pieces.pop();
    walk.start = piece?.start ?? walk.start;
    walk.from = piece?.from ?? walk.from;
    indent = piece?.indent ?? indent;
  }
  return indent > margin;
}

/** The pieces of a walk that has come to the end of the text. */
export function endWalk(walk: Walk, length: number): readonly Piece[] {
  const { pieces } = walk;
  if (walk.indent !== undefined || (pieces.length === 0 && length > 0)) endPiece(walk, length);
  const last = pieces.at(-1);
  if (last !== undefined) pieces[pieces.length - 1] = { ...last, end: length };
  return pieces;
}
