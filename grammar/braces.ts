// A stretch of tokens whose braces do not pair → where braces are missing, by indentation, and its top-level pieces.
import { bareFault, type Forgotten, openFault, unopenedFault } from "./brace-faults.ts";
import { bareHead, nameBefore } from "./headings.ts";
import type { Look } from "./here.ts";
import { closingPlace, indentAt } from "./scan.ts";
import { isDeclaration, isFieldStart } from "./starts.ts";
import { type Stream, tokenAt } from "./stream.ts";
import { Close, Open, type Token, Word } from "./tokens.ts";
import type { Fault, Span } from "./tree.ts";

/** A brace that the author forgot, or one too many. */
export interface Repair {
  /** The token before which it is written, or which is too many. */
  readonly token: number;
  /** Where it would stand. */
  readonly at: number;
  readonly is: "open" | "close" | "stray";
}

/** What does not pair. `open`: a block has no end. `extra`: a brace has no beginning. `bare`: fields have no braces. */
export type Trouble = "open" | "extra" | "bare";

/** One entry at the top level of a file, with the space before it. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Its tokens in the stream: from this one up to before that one. */
  readonly from: number;
  readonly to: number;
  /** How far its first line is indented. */
  readonly indent: number;
  /** Where its braces do not pair, what the trouble is, and whether the stretch that was mended begins with it. */
  readonly trouble?: Trouble | undefined;
  readonly isFirst?: boolean;
  /** The stretch would begin further up, had more stood there. */
  readonly isHanging?: boolean;
  readonly repairs: readonly Repair[];
  readonly faults: readonly Fault[];
  /** The file ends inside it. */
  readonly isCut: boolean;
}

export interface Stretch {
  readonly stream: Stream;
  readonly start: number;
  /** Its first token. */
  readonly from: number;
  /** The stretch goes on at least to here. */
  readonly beyond: number;
  readonly trouble: Trouble;
}

interface Frame extends Forgotten {
  /** Where the opening brace would stand, where the author forgot it. */
  readonly missing: number | undefined;
}

/** The head of a declaration or block without a brace, which may turn out to have been forgotten. */
interface Candidate extends Forgotten {
  readonly at: number;
  readonly isDeclaration: boolean;
  /** The token behind it. */
  readonly next: number;
  /** How many blocks are open around it. */
  readonly depth: number;
  readonly line: number;
}

interface State extends Stretch {
  /** For each token of the stretch so far, how far its line is indented. */
  readonly indents: number[];
  readonly frames: Frame[];
  /** How many open blocks have an indentation. */
  readonly open: Map<number, number>;
  readonly candidates: Candidate[];
  readonly pieces: Piece[];
  piece: {
    start: number;
    from: number;
    indent: number | undefined;
    repairs: Repair[];
    faults: Fault[];
  };
  index: number;
  /** How many closing braces are known to be too many. */
  extra: number;
}

/** Pairs the braces of a stretch, which ends where a top-level entry begins behind `beyond`. */
export function mend(stretch: Stretch): readonly Piece[] {
  const { stream, start, from } = stretch;
  const state: State = {
    ...stretch,
    indents: [],
    frames: [],
    open: new Map(),
    candidates: [],
    pieces: [],
    piece: { start, from, indent: undefined, repairs: [], faults: [] },
    index: from,
    extra: stretch.trouble === "extra" ? 1 : 0,
  };
  for (; ; state.index++) {
    const token = tokenAt(stream, state.index);
    if (token === undefined) break;
    if (step(state, token)) return state.pieces;
  }
  const { length } = stream.text;
  const isCut = state.frames.some((frame) => frame.missing === undefined);
  closeWhile(state, () => state.frames.length > 0, length);
  cut(state, length, isCut);
  return state.pieces;
}

/** The token of the stretch before the one at hand. */
function tokenBefore({ stream, index, from }: State): Token | undefined {
  return index > from ? stream.tokens[index - 1] : undefined;
}

/** Takes one token into account; true where the stretch ends before it. */
function step(state: State, token: Token): boolean {
  const { stream, index, from, indents, frames } = state;
  const previous = tokenBefore(state);
  const look: Look = (ahead) => tokenAt(stream, index + ahead - 1);
  const isFirst = previous?.endLine !== token.line;
  const indent = isFirst ? indentAt(stream.text, token.startOffset) : (indents.at(-1) ?? 0);
  indents[index - from] = indent;
  const isWord = token.tokenType === Word;
  const isHead = isWord && isFirst && isDeclaration(look);
  const closedAt = isWord && isFirst ? endBlocks(state, indent, isHead, look) : undefined;
  const isBehindBlock = previous?.tokenType === Close && token.tokenType !== Close;
  const isNew = isBehindBlock || closedAt !== undefined || isHead;
  const isInner = state.trouble === "extra" && isUnder(state.candidates.at(-1), indent);
  if (
    frames.length === 0 &&
    isNew &&
    !isInner &&
    previous &&
    previous.startOffset >= state.piece.start
  ) {
    cut(state, Math.max(previous.end, closedAt ?? 0));
    if (token.startOffset > state.beyond) return true;
  }
  state.piece.indent ??= indent;
  if (isWord) adoptFields(state, indent, isFirst, look);
  const isBehindBrace = isBehindBlock || previous?.tokenType === Open;
  if (isWord && (isFirst || isBehindBrace)) addCandidate(state, indent, look);
  const isTwice = previous?.tokenType === Open && !isFirst && state.trouble === "open";
  if (token.tokenType === Open && isTwice) repair(state, token.startOffset, "stray");
  else if (token.tokenType === Open) push(state, frameAt(state));
  else if (token.tokenType === Close) close(state, token, isFirst, indent);
  return false;
}

/** Whether a line is indented below a declaration without braces, which may be meant to hold it. */
function isUnder(head: Candidate | undefined, indent: number): boolean {
  return head?.isDeclaration === true && head.indent < indent;
}

function cut(state: State, end: number, isCut = false): void {
  const { trouble, index, pieces } = state;
  const { start, from, indent = 0, repairs, faults } = state.piece;
  const isFirst = pieces.length === 0;
  if (end > start)
    pieces.push({ start, end, from, to: index, indent, trouble, isFirst, repairs, faults, isCut });
  state.piece = { start: end, from: index, indent: undefined, repairs: [], faults: [] };
  state.candidates.length = 0;
}

function repair(state: State, at: number, is: Repair["is"], token = state.index): void {
  state.piece.repairs.push({ token, at, is });
}

function push(state: State, frame: Frame): void {
  state.frames.push(frame);
  state.open.set(frame.indent, (state.open.get(frame.indent) ?? 0) + 1);
}

function pop(state: State): Frame | undefined {
  const frame = state.frames.pop();
  if (frame === undefined) return undefined;
  state.open.set(frame.indent, (state.open.get(frame.indent) ?? 1) - 1);
  const { candidates } = state;
  while ((candidates.at(-1)?.depth ?? 0) > state.frames.length) candidates.pop();
  return frame;
}

/** Closes blocks that have no brace, the innermost first. That is one mistake. */
function closeWhile(state: State, goesOn: () => boolean, at: number): void {
  const open: Frame[] = [];
  const { text } = state.stream;
  const end = tokenBefore(state)?.end ?? at;
  while (goesOn()) {
    const frame = pop(state);
    if (frame === undefined) break;
    repair(state, at, "close");
    if (frame.missing === undefined) open.push(frame);
    else state.piece.faults.push(bareFault(text, frame, frame.missing, { end, at }));
  }
  if (open.length > 0) state.piece.faults.push(openFault(text, open, { end, at }));
}

/** Where a forgotten brace would stand: before the line of the next thing, or behind the last one. */
function placeToClose(state: State): number {
  const { text, horizon } = state.stream;
  return closingPlace(text, tokenBefore(state)?.end ?? state.start, horizon);
}

/**
 * A declaration indented no deeper than the line that opened a block ends that block. So does a
 * field, where the block stands in another one and is indented deeper than that. Gives the place
 * where the last open block ends, if that one has ended too.
 */
function endBlocks(state: State, indent: number, isHead: boolean, look: Look): number | undefined {
  const { frames, trouble } = state;
  const isEnded = () => {
    const [frame, outer] = [frames.at(-1), frames.at(-2)];
    if (frame === undefined || indent > frame.indent) return false;
    if (isHead) return trouble === "open" || frame.missing !== undefined;
    return trouble === "open" && outer !== undefined && outer.indent < frame.indent;
  };
  if (!isEnded() || !(isHead || isFieldStart(look))) return undefined;
  const at = placeToClose(state);
  closeWhile(state, isEnded, at);
  return frames.length === 0 ? at : undefined;
}

/** Fields at the top level belong to the declaration without braces above them. */
function adoptFields(state: State, indent: number, isFirst: boolean, look: Look): void {
  const head = state.candidates.at(-1);
  if (state.frames.length > 0 || !head?.isDeclaration || !isFieldStart(look)) return;
  if (isFirst && indent < head.indent) return;
  state.candidates.length = 0;
  openAt(state, head, true);
}

/** Writes the brace that a head lacks. */
function openAt(state: State, head: Candidate, isPushed: boolean): Frame {
  const { at, name, label, indent, next } = head;
  const frame = { name, label, indent, missing: at };
  repair(state, at, "open", next);
  if (isPushed) push(state, frame);
  else state.piece.faults.push(unopenedFault(frame, at));
  return frame;
}

/** Remembers a head that has no brace, and forgets those that this line shows to have none. */
function addCandidate(state: State, indent: number, look: Look): void {
  const { candidates, frames } = state;
  for (;;) {
    const last = candidates.at(-1);
    if (last === undefined || last.depth < frames.length || last.indent < indent) break;
    candidates.pop();
  }
  const head = bareHead(look);
  if (head === undefined) return;
  const { word, isDeclaration, length, end, line } = head;
  const name = { start: word.startOffset, end: word.end };
  const next = state.index + length;
  const depth = frames.length;
  const label = word.image;
  candidates.push({ indent, at: end, next, name, label, isDeclaration, depth, line });
}

/** The block that opens at the token at hand. */
function frameAt(state: State): Frame {
  const { stream, index, from, indents } = state;
  const look: Look = (ahead) => (index + ahead < from ? undefined : stream.tokens[index + ahead]);
  const at = index + nameBefore(look);
  const word = stream.tokens[at];
  const name: Span = { start: word?.startOffset ?? 0, end: word?.end ?? 0 };
  const indent = indents[at - from] ?? 0;
  return { name, label: word?.image ?? "", indent, missing: undefined };
}

/** Finds what a closing brace closes. */
function close(state: State, token: Token, isFirst: boolean, indent: number): void {
  const { frames, candidates, trouble } = state;
  const top = frames.at(-1);
  const isLost = isFirst ? top?.indent !== indent : state.extra > 0;
  if (isLost) {
    const head = candidates.findLast((one) =>
      isFirst ? one.indent === indent : one.line === token.line,
    );
    if (head?.depth === frames.length) {
      candidates.length = candidates.indexOf(head);
      openAt(state, head, false);
      state.extra = Math.max(0, state.extra - 1);
      return;
    }
    if (isFirst && trouble === "open" && (state.open.get(indent) ?? 0) > 0) {
      closeWhile(state, () => frames.at(-1)?.indent !== indent, placeToClose(state));
      pop(state);
      return;
    }
    if (isFirst && state.extra > 0 && top !== undefined && indent > top.indent) {
      repair(state, token.startOffset, "stray");
      state.extra--;
      return;
    }
  }
  const frame = pop(state);
  if (frame === undefined) repair(state, token.startOffset, "stray");
  else if (frame.missing !== undefined)
    state.piece.faults.push(unopenedFault(frame, frame.missing));
}
