// Text → the pieces that stand at its top level, so that an edit needs to parse only the piece that it touches.
import { mend, type Piece } from "./braces.ts";
import type { Look } from "./here.ts";
import { closingBrace, type Horizon, indentAt, noHorizon, pairBraces } from "./scan.ts";
import { isDeclaration, isFieldStart } from "./starts.ts";
import { openStream, type Stream, tokenAt } from "./stream.ts";
import { Close, Open, type Token, Word } from "./tokens.ts";
import type { FileTree } from "./tree.ts";

export interface Split {
  /** They cover the text. */
  readonly pieces: readonly Piece[];
  /** Braces pair, and comments and long texts have ends: each piece is what it is by its own text. */
  readonly isPlain: boolean;
}

/** Cuts a text into pieces. The last one takes the space at the end. */
export function split(text: string): Split {
  const horizon = noHorizon();
  const partners = lazyPartners(text, horizon);
  const pieces: Piece[] = [];
  let floor = 0;
  let walk = walkFrom(text, 0, horizon, partners);
  let isPlain = true;
  for (let step = nextStep(walk); step.is !== "end"; step = nextStep(walk)) {
    if (step.is === "piece") {
      pieces.push(step.piece);
      continue;
    }
    isPlain = false;
    const { trouble, beyond } = step;
    const start =
      step.trouble === "extra" ? reachBack(walk, step.margin, pieces, floor) : walk.start;
    const mended = mend({ text, start, beyond, trouble, horizon });
    for (const one of mended.pieces) pieces.push(one);
    floor = pieces.length;
    walk = walkFrom(text, mended.end, horizon, partners);
  }
  if (walk.indent !== undefined || (pieces.length === 0 && text !== "")) {
    pieces.push(plainPiece(walk.start, text.length, walk.indent));
  }
  const last = pieces.at(-1);
  if (last !== undefined) pieces[pieces.length - 1] = { ...last, end: text.length };
  return { pieces, isPlain: isPlain && isWhole(horizon) };
}

export interface Change {
  /** How many chunks at the start and at the end of the earlier tree stay. */
  readonly head: number;
  readonly tail: number;
  readonly pieces: readonly Piece[];
  readonly isPlain: boolean;
}

/**
 * Cuts only what differs from an earlier version of a file whose pieces are what they are by their
 * own texts. Undefined where that is no longer so.
 */
export function splitChange(text: string, old: FileTree): Change | undefined {
  const { chunks, starts } = old;
  const shift = text.length - old.text.length;
  let same = 0;
  while (same < chunks.length && text.startsWith(chunks[same]?.text ?? "", starts[same])) same++;
  // What follows a piece has a say in where it ends, and, where it is short, in where it begins.
  const head = Math.max(0, Math.min(same, chunks.length) - 2);
  const from = starts[head] ?? 0;
  let tail = chunks.length;
  for (; tail > head; tail--) {
    const start = (starts[tail - 1] ?? 0) + shift;
    if (start < from || !text.startsWith(chunks[tail - 1]?.text ?? "", start)) break;
  }
  const horizon = noHorizon();
  const partners = (open: number) => closingBrace(text, open, horizon);
  const walk = walkFrom(text, from, horizon, partners);
  const pieces: Piece[] = [];
  for (let step = nextStep(walk); step.is !== "end"; step = nextStep(walk)) {
    if (step.is !== "piece") return undefined;
    pieces.push(step.piece);
    while (tail < chunks.length && (starts[tail] ?? 0) + shift < step.piece.end) tail++;
    if (tail < chunks.length && (starts[tail] ?? 0) + shift === step.piece.end)
      return { head, tail: chunks.length - tail, pieces, isPlain: isWhole(horizon) };
  }
  pieces.push(plainPiece(walk.start, text.length, walk.indent));
  return walk.indent === undefined
    ? undefined
    : { head, tail: 0, pieces, isPlain: isWhole(horizon) };
}

function isWhole(horizon: Horizon): boolean {
  return horizon.comments === Number.POSITIVE_INFINITY && horizon.longTexts === horizon.comments;
}

function plainPiece(start: number, end: number, indent = 0): Piece {
  return { start, end, indent, repairs: [], faults: [], isCut: false };
}

type Partners = (open: number) => number | undefined;

/** Finds closing braces one by one; once one is missing, all of them at a time. */
function lazyPartners(text: string, horizon: Horizon): Partners {
  let all: ReadonlyMap<number, number> | undefined;
  return (open) => {
    if (all !== undefined) return all.get(open);
    const close = closingBrace(text, open, horizon);
    if (close === undefined) all = pairBraces(text, horizon);
    return close;
  };
}

interface Walk {
  readonly text: string;
  readonly stream: Stream;
  readonly partners: Partners;
  readonly look: Look;
  /** Where the piece at hand starts. */
  start: number;
  /** How far its first line is indented; undefined as long as it has no token. */
  indent: number | undefined;
  /** Where, among the tokens, a field shows that it is a declaration that lacks its braces. */
  bareFrom: number;
  index: number;
}

type Step =
  | { readonly is: "end" }
  | { readonly is: "piece"; readonly piece: Piece }
  | {
      readonly is: "trouble";
      readonly trouble: "open" | "extra" | "bare";
      readonly beyond: number;
      readonly margin: number;
    };

function walkFrom(text: string, start: number, horizon: Horizon, partners: Partners): Walk {
  const stream = openStream(text, start, horizon);
  const walk: Walk = {
    text,
    stream,
    partners,
    look: (ahead) => tokenAt(stream, walk.index + ahead - 1),
    start,
    indent: undefined,
    bareFrom: Number.POSITIVE_INFINITY,
    index: 0,
  };
  return walk;
}

/** Goes on to the end of the piece at hand, or to where braces do not pair. */
function nextStep(walk: Walk): Step {
  const { text, stream, look } = walk;
  for (; ; walk.index++) {
    const token = look(1);
    if (token === undefined) return { is: "end" };
    const previous = stream.tokens[walk.index - 1];
    const isFirst = previous?.endLine !== token.line;
    const isHead = isFirst && token.tokenType === Word && isDeclaration(look);
    const isNew = isHead || (previous?.tokenType === Close && token.tokenType !== Close);
    if (walk.indent !== undefined && previous !== undefined && isNew) {
      const piece = plainPiece(walk.start, previous.end, walk.indent);
      walk.start = previous.end;
      walk.indent = undefined;
      return { is: "piece", piece };
    }
    if (walk.indent === undefined) {
      walk.indent = indentAt(text, token.startOffset);
      const mayLack = isHead && token.image !== "import";
      walk.bareFrom = mayLack ? walk.index + 2 : Number.POSITIVE_INFINITY;
    }
    const trouble = token.tokenType === Open ? enter(walk, token) : troubleAt(walk, token, isFirst);
    if (trouble !== undefined) return trouble;
  }
}

/** Passes over the block that a brace opens, up to before its closing one. */
function enter(walk: Walk, token: Token): Step | undefined {
  walk.bareFrom = Number.POSITIVE_INFINITY;
  const partner = walk.partners(token.startOffset);
  if (partner === undefined)
    return { is: "trouble", trouble: "open", beyond: token.startOffset, margin: 0 };
  walk.stream.tokens.length = walk.index + 1;
  walk.stream.seek(partner);
  walk.stream.advance();
  walk.index++;
  return undefined;
}

function troubleAt(walk: Walk, token: Token, isFirst: boolean): Step | undefined {
  const beyond = token.startOffset;
  if (token.tokenType === Close) {
    const margin = isFirst ? indentAt(walk.text, beyond) : 0;
    return { is: "trouble", trouble: "extra", beyond, margin };
  }
  if (walk.index < walk.bareFrom || token.tokenType !== Word || !isFieldStart(walk.look))
    return undefined;
  return { is: "trouble", trouble: "bare", beyond, margin: 0 };
}

/** A brace too many may close a block that opens further up: takes back pieces up to its margin. */
function reachBack(walk: Walk, margin: number, pieces: Piece[], floor: number): number {
  let { start, indent = 0 } = walk;
  while (indent > margin && pieces.length > floor) {
    const piece = pieces.pop();
    start = piece?.start ?? start;
    indent = piece?.indent ?? indent;
  }
  return start;
}
