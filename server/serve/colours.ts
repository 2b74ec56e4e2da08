// The tokens of a file → the numbers in which the protocol tells colours, whole or as what has changed.
import type {
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  SemanticTokensEdit,
  SemanticTokensParams,
  SemanticTokensRangeParams,
} from "vscode-languageserver";
import type { Chunk, Span } from "../../grammar/tree.ts";
import { memo } from "../cells/memo.ts";
import { tokenModifiers, tokenTypes } from "../features/feature.ts";
import { type ChunkToken, isAlias, tokensOfChunk } from "../features/tokens.ts";
import type { ColourAbilities } from "./abilities.ts";
import { type Encoding, type Position, positionOfChunk, positionWithin } from "./positions.ts";
import { type AskedDocument, offsetsOf } from "./question.ts";

/** What was told last of a document, so that only what has changed is told next. */
export interface ToldColours {
  readonly id: string;
  readonly data: readonly number[];
}

/** Of so many documents it is remembered: more than anybody has in sight. */
const mostTold = 100;

/** All colours of a document; `told` remembers by document what the client has. */
export function coloursIn(told: Map<string, ToldColours>) {
  return (asked: AskedDocument, { textDocument }: SemanticTokensParams): SemanticTokens => {
    const data = numbers(asked);
    return { resultId: remember(told, textDocument.uri, data), data };
  };
}

/** What has changed in the colours of a document since they were told. */
export function changedColours(told: Map<string, ToldColours>) {
  return (
    asked: AskedDocument,
    { textDocument, previousResultId }: SemanticTokensDeltaParams,
  ): SemanticTokens | SemanticTokensDelta => {
    const before = told.get(textDocument.uri);
    const data = numbers(asked);
    const resultId = remember(told, textDocument.uri, data);
    if (before?.id !== previousResultId) return { resultId, data };
    return { resultId, edits: difference(before.data, data) };
  };
}

export function coloursWithin(
  asked: AskedDocument,
  { range }: SemanticTokensRangeParams,
): SemanticTokens {
  return { data: numbers(asked, offsetsOf(asked, range)) };
}

function remember(told: Map<string, ToldColours>, uri: string, data: readonly number[]): string {
  const id = String(Number(told.get(uri)?.id ?? 0) + 1);
  told.delete(uri);
  told.set(uri, { id, data });
  // Who asks for what has changed since one that is forgotten is told all of it.
  for (const oldest of told.keys()) {
    if (told.size <= mostTold) break;
    told.delete(oldest);
  }
  return id;
}

/** Five numbers a token: lines and characters from the one before, length, role, modifiers. */
function numbers(asked: AskedDocument, range?: Span): number[] {
  const { model, file, client } = asked;
  const { tree } = file;
  const data: number[] = [];
  let last: Position = { line: 0, character: 0 };
  for (const [index, chunk] of tree.chunks.entries()) {
    const start = tree.starts[index] ?? 0;
    if (range && (start > range.end || start + chunk.text.length < range.start)) continue;
    const inner = encoded[client.encoding](chunk);
    if (inner.tokens.length === 0) continue;
    const at = positionOfChunk(tree, index, client.encoding);
    const first = moved(inner.first, at);
    const begin = data.length;
    for (const number of inner.data) data.push(number);
    const isSameLine = first.line === last.line;
    data[begin] = first.line - last.line;
    data[begin + 1] = isSameLine ? first.character - last.character : first.character;
    last = moved(inner.last, at);
    for (const [place, token] of inner.tokens.entries())
      if (isAlias(model, file, token))
        data[begin + place * 5 + 3] = tokenTypes.indexOf("namespace");
  }
  return known(data, client.colours);
}

/** The tokens of the roles that a client knows: the place of each counts from the one before. */
function known(data: number[], colours: ColourAbilities | undefined): number[] {
  if (colours === undefined) return data;
  const isKnown = tokenTypes.map(colours.types);
  const mask = colours.modifiers(tokenModifiers[0]) ? 1 : 0;
  if (mask === 1 && isKnown.every((one) => one)) return data;
  const kept: number[] = [];
  let [lines, characters] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [line = 0, character = 0, length = 0, role = 0, modifiers = 0] = data.slice(at, at + 5);
    lines += line;
    characters = line > 0 ? character : characters + character;
    if (isKnown[role] !== true) continue;
    kept.push(lines, characters, length, role, modifiers & mask);
    [lines, characters] = [0, 0];
  }
  return kept;
}

/** A position within a chunk, seen from the file. */
function moved({ line, character }: Position, at: Position): Position {
  return { line: at.line + line, character: line === 0 ? at.character + character : character };
}

/** The numbers of a chunk. Those of its first token still count from the chunk. */
interface Encoded {
  readonly data: readonly number[];
  readonly tokens: readonly ChunkToken[];
  readonly first: Position;
  readonly last: Position;
}

const encoded: Readonly<Record<Encoding, (chunk: Chunk) => Encoded>> = {
  "utf-16": memo((chunk) => encode(chunk, "utf-16")),
  "utf-8": memo((chunk) => encode(chunk, "utf-8")),
};

function encode(chunk: Chunk, encoding: Encoding): Encoded {
  const data: number[] = [];
  const kept: ChunkToken[] = [];
  let first: Position | undefined;
  let last: Position = { line: 0, character: 0 };
  for (const token of tokensOfChunk(chunk).flatMap((one) => lines(chunk.text, one))) {
    const start = positionWithin(chunk, token.start, encoding);
    const length = positionWithin(chunk, token.end, encoding).character - start.character;
    if (length <= 0) continue;
    const isSameLine = start.line === last.line;
    data.push(start.line - last.line);
    data.push(isSameLine ? start.character - last.character : start.character);
    data.push(length, tokenTypes.indexOf(token.role), token.declares ? 1 : 0);
    kept.push(token);
    first ??= start;
    last = start;
  }
  return { data, tokens: kept, first: first ?? last, last };
}

/** A token that runs over several lines as one for each line. */
function lines(text: string, token: ChunkToken): readonly ChunkToken[] {
  const part = text.slice(token.start, token.end);
  if (!/[\r\n]/.test(part)) return [token];
  return [...part.matchAll(/[^\r\n]+/g)].map((match) => {
    const start = token.start + match.index;
    return { ...token, start, end: start + match[0].length };
  });
}

/** The one stretch in which two lists of numbers differ. */
function difference(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const deleteCount = before.length - end - start;
  const data = after.slice(start, after.length - end);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}
