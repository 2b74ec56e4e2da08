// The kinds of token that the grammar knows, and a token with all that the parser asks of one.
import { createToken, type IToken, Lexer, type TokenType } from "chevrotain";
import type { TextSpan } from "./scan.ts";

const token = (name: string) => createToken({ name, pattern: Lexer.NA });

export const Word = token("Word");
/** A word that begins with a digit and is neither number nor date, such as `5g`. */
export const Digits = token("Digits");
export const NumberWord = token("Number");
/** Digits joined by `-`, or a date in another country's form: a date, or `invalid-date`. */
export const DateWord = token("Date");
export const Quoted = token("Text");
export const Address = token("Address");
export const PercentSign = token("Percent");
export const Colon = token("Colon");
export const Comma = token("Comma");
export const Dot = token("Dot");
export const DotDot = token("DotDot");
export const Open = token("Open");
export const Close = token("Close");
/** A block that is nested too deep, from its brace to its brace. */
export const Skipped = token("Skipped");
/** A closing brace that closes nothing. */
export const Stray = token("Stray");
export const Other = token("Other");

/** In this order, so that each has one place in the parser's tables. */
export const allTokens: readonly TokenType[] = [
  Word,
  Digits,
  NumberWord,
  DateWord,
  Quoted,
  Address,
  PercentSign,
  Colon,
  Comma,
  Dot,
  DotDot,
  Open,
  Close,
  Skipped,
  Stray,
  Other,
];

export interface Token extends IToken {
  /** Half-open, unlike Chevrotain's own `endOffset`. Both count from the start of the text, then of the chunk. */
  end: number;
  readonly line: number;
  readonly endLine: number;
  /** What should have been written, where the token has a form that the language does not have. */
  readonly instead: string | undefined;
  readonly quotes: TextSpan | undefined;
}

/** A token with everything that the parser asks of one. */
export function makeToken(
  type: TokenType,
  image: string,
  startOffset: number,
  line: number,
  endLine: number,
  instead?: string,
  quotes?: TextSpan,
): Token {
  return {
    tokenType: type,
    tokenTypeIdx: type.tokenTypeIdx ?? 0,
    image,
    startOffset,
    end: startOffset + image.length,
    line,
    endLine,
    instead,
    quotes,
  };
}
