// A stretch of text whose braces do not pair → where braces are missing, by indentation, and its top-level pieces.
import { bareFault, type Forgotten, openFault, unopenedFault } from "./brace-faults.ts";
import { follows, type Look } from "./here.ts";
import { closingPlace, type Horizon, indentAt } from "./scan.ts";
import { isDeclaration, isFieldStart } from "./starts.ts";
import { openStream, type Stream, tokenAt } from "./stream.ts";
import {
  Close,
  Colon,
  DateWord,
  Digits,
  NumberWord,
  Open,
  Quoted,
  type Token,
  Word,
} from "./tokens.ts";
import type { Fault, Span } from "./tree.ts";
import { kindOf } from "./vocabulary.ts";

/** A brace that the author forgot, or one too many. */
export interface Repair {
  readonly at: number;
  readonly is: "open" | "close" | "stray";
}

/** One entry at the top level of a file, with the space before it. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** How far its first line is indented. */
  readonly indent: number;
  readonly repairs: readonly Repair[];
  readonly faults: readonly Fault[];
  /** The file ends inside it. */
  readonly isCut: boolean;
}

export interface Stretch {
  readonly text: string;
  readonly start: number;
  /** The stretch goes on at least to here. */
  readonly beyond: number;
  /** `open`: a block has no end. `extra`: a brace has no beginning. `bare`: fields have no braces. */
  readonly trouble: "open" | "extra" | "bare";
  readonly horizon: Horizon;
}

interface Frame extends Forgotten {
  /** Where the opening brace would stand, where the author forgot it. */
  readonly missing: number | undefined;
}

/** The head of a declaration or block without a brace, which may turn out to have been forgotten. */
interface Candidate extends Forgotten {
  readonly at: number;
  readonly isDeclaration: boolean;
  /** How many blocks are open around it. */
  readonly depth: number;
  readonly line: number;
}

interface State extends Stretch {
  readonly stream: Stream;
  /** For each token so far, how far its line is indented. */
  readonly indents: number[];
  readonly frames: Frame[];
  /** How many open blocks have an indentation. */
  readonly open: Map<number, number>;
  readonly candidates: Candidate[];
  readonly pieces: Piece[];
  piece: { start: number; indent: number | undefined; repairs: Repair[]; faults: Fault[] };
  index: number;
  /** How many closing braces are known to be too many. */
  extra: number;
}

/** Pairs the braces of a stretch, which ends where a top-level entry begins behind `beyond`. */
export function mend(stretch: Stretch): {
  readonly pieces: readonly Piece[];
  readonly end: number;
} {
  const { text, start, horizon } = stretch;
  const state: State = {
    ...stretch,
    stream: openStream(text, start, horizon),
    indents: [],
    frames: [],
    open: new Map(),
    candidates: [],
    pieces: [],
    piece: { start, indent: undefined, repairs: [], faults: [] },
    index: 0,
    extra: stretch.trouble === "extra" ? 1 : 0,
  };
  for (; ; state.index++) {
    const token = tokenAt(state.stream, state.index);
    if (token === undefined) break;
    if (step(state, token)) return { pieces: state.pieces, end: state.piece.start };
  }
  const isCut = state.frames.some((frame) => frame.missing === undefined);
  closeWhile(state, () => state.frames.length > 0, text.length);
  cut(state, text.length, isCut);
  return { pieces: state.pieces, end: text.length };
}

/** Takes one token into account; true where the stretch ends before it. */
function step(state: State, token: Token): boolean {
  const { index, indents, frames } = state;
  const previous = state.stream.tokens[index - 1];
  const look: Look = (ahead) => tokenAt(state.stream, index + ahead - 1);
  const isFirst = previous?.endLine !== token.line;
  const indent = isFirst ? indentAt(state.text, token.startOffset) : (indents[index - 1] ?? 0);
  indents[index] = indent;
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
  if (token.tokenType === Open && isTwice)
    state.piece.repairs.push({ at: token.startOffset, is: "stray" });
  else if (token.tokenType === Open) push(state, frameAt(state));
  else if (token.tokenType === Close) close(state, token, isFirst, indent);
  return false;
}

/** Whether a line is indented below a declaration without braces, which may be meant to hold it. */
function isUnder(head: Candidate | undefined, indent: number): boolean {
  return head?.isDeclaration === true && head.indent < indent;
}

function cut(state: State, end: number, isCut = false): void {
  const { start, indent = 0, repairs, faults } = state.piece;
  if (end > start) state.pieces.push({ start, end, indent, repairs, faults, isCut });
  state.piece = { start: end, indent: undefined, repairs: [], faults: [] };
  state.candidates.length = 0;
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
  const end = state.stream.tokens[state.index - 1]?.end ?? at;
  while (goesOn()) {
    const frame = pop(state);
    if (frame === undefined) break;
    state.piece.repairs.push({ at, is: "close" });
    if (frame.missing === undefined) open.push(frame);
    else state.piece.faults.push(bareFault(state.text, frame, frame.missing, { end, at }));
  }
  if (open.length > 0) state.piece.faults.push(openFault(state.text, open, { end, at }));
}

/** Where a forgotten brace would stand: before the line of the next thing, or behind the last one. */
function placeToClose(state: State): number {
  const end = state.stream.tokens[state.index - 1]?.end ?? state.start;
  return closingPlace(state.text, end, state.horizon);
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
  const { at, name, label, indent } = head;
  const frame = { name, label, indent, missing: at };
  state.piece.repairs.push({ at, is: "open" });
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
  const first = look(1);
  if (first === undefined) return;
  const isHead = isDeclaration(look);
  let length = 1;
  while (length < 12 && follows(look(length), look(length + 1)) && isHeadWord(look, length + 1))
    length++;
  if (look(length + 1)?.tokenType === Quoted && isHead) length++;
  const [last, next] = [look(length), look(length + 1)];
  if (last === undefined || next?.tokenType === Open) return;
  const isInline = follows(last, next);
  if (isInline && !(next.tokenType === Word && look(length + 2)?.tokenType === Colon)) return;
  if (!isHead && length > 1) return;
  const second = look(2);
  const word = length > 1 && second?.tokenType !== Quoted ? (second ?? first) : first;
  candidates.push({
    indent,
    at: last.end,
    name: { start: word.startOffset, end: word.end },
    label: word.image,
    isDeclaration: isHead && first.image !== "import",
    depth: frames.length,
    line: first.line,
  });
}

/** Whether a token belongs to a head: a name or a title, but no field on the same line. */
function isHeadWord(look: Look, ahead: number): boolean {
  const type = look(ahead)?.tokenType;
  if (type === Word) return look(ahead + 1)?.tokenType !== Colon;
  return type === Quoted || type === Digits;
}

/** The block that opens at the token at hand. */
function frameAt({ stream, index, indents }: State): Frame {
  const brace = stream.tokens[index];
  const at = nameAt(stream.tokens, index);
  const word = at === undefined ? brace : stream.tokens[at];
  const name: Span = { start: word?.startOffset ?? 0, end: word?.end ?? 0 };
  const indent = indents[at ?? index] ?? 0;
  return { name, label: word?.image ?? "", indent, missing: undefined };
}

/** Where the name stands whose block opens at a brace: behind the kind, else right before the title. */
function nameAt(tokens: readonly Token[], brace: number): number | undefined {
  let last = brace - 1;
  while (tokens[last]?.tokenType === Quoted || tokens[last]?.tokenType === Colon) last--;
  const isName = (token: Token | undefined) =>
    token !== undefined && [Word, Digits, DateWord, NumberWord].includes(token.tokenType);
  if (!isName(tokens[last])) return undefined;
  for (let kind = last - 1; isName(tokens[kind]); kind--) {
    if (!follows(tokens[kind], tokens[kind + 1])) break;
    if (kindOf(tokens[kind]?.image ?? "") !== undefined) return kind + 1;
  }
  return last;
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
      state.piece.repairs.push({ at: token.startOffset, is: "stray" });
      state.extra--;
      return;
    }
  }
  const frame = pop(state);
  if (frame === undefined) state.piece.repairs.push({ at: token.startOffset, is: "stray" });
  else if (frame.missing !== undefined)
    state.piece.faults.push(unopenedFault(frame, frame.missing));
}
