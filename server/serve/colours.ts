// The tokens of a file → the numbers in which the protocol tells colours, whole or as what has changed.
import {
  type SemanticTokens,
  type SemanticTokensDelta,
  SemanticTokensDeltaRequest,
  type SemanticTokensEdit,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from "vscode-languageserver";
import type { Span } from "../../grammar/tree.ts";
import { type Token, tokenModifiers, tokens, tokenTypes } from "../features/tokens.ts";
import { rangeOf } from "./positions.ts";
import { type Asked, onDocument, type Row, spanOf } from "./row.ts";

/** What was told last of a document, so that only what has changed is told next. */
export interface Told {
  readonly id: string;
  readonly data: readonly number[];
}

/** The rows of semantic tokens; `told` remembers by document what the client has. */
export function colourRows(told: Map<string, Told>): readonly Row[] {
  const tell = (uri: string, data: readonly number[]): string => {
    const id = String(Number(told.get(uri)?.id ?? 0) + 1);
    told.set(uri, { id, data });
    return id;
  };
  return [
    onDocument(
      {
        semanticTokensProvider: {
          legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
          full: { delta: true },
          range: true,
        },
      },
      SemanticTokensRequest.type,
      { data: [] },
      (asked, { textDocument }) => {
        const data = numbers(asked);
        return { resultId: tell(textDocument.uri, data), data };
      },
    ),
    onDocument(
      {},
      SemanticTokensDeltaRequest.type,
      { data: [] },
      (asked, { textDocument, previousResultId }): SemanticTokens | SemanticTokensDelta => {
        const before = told.get(textDocument.uri);
        const data = numbers(asked);
        const resultId = tell(textDocument.uri, data);
        if (before?.id !== previousResultId) return { resultId, data };
        return { resultId, edits: difference(before.data, data) };
      },
    ),
    onDocument({}, SemanticTokensRangeRequest.type, { data: [] }, (asked, { range }) => ({
      data: numbers(asked, spanOf(asked, range)),
    })),
  ];
}

/** Five numbers a token: lines and characters from the one before, length, role, modifiers. */
function numbers(asked: Asked, range?: Span): number[] {
  const { tree } = asked.file;
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const token of tokens(asked.model, asked.file, range).flatMap((one) =>
    lines(tree.text, one),
  )) {
    const { start, end } = rangeOf(tree, token, asked.client.encoding);
    const length = end.character - start.character;
    if (length <= 0 || end.line !== start.line) continue;
    const same = start.line === line;
    data.push(start.line - line, same ? start.character - character : start.character, length);
    data.push(tokenTypes.indexOf(token.role), token.declares ? 1 : 0);
    line = start.line;
    character = start.character;
  }
  return data;
}

/** A token that runs over several lines as one for each line. */
function lines(text: string, token: Token): readonly Token[] {
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
