// The text before a cursor → its words and signs, also where nothing parses yet.
import type { Span } from "../../grammar/tree.ts";

export type TokenType = "word" | "number" | "text" | "comment" | ".." | "sign";

export interface Scanned extends Span {
  readonly type: TokenType;
  readonly text: string;
  /** A text or comment that ends with its quotes or its star and slash. */
  readonly closed: boolean;
  /** A line end stands between it and the token before it. */
  readonly newLine: boolean;
}

const forms: readonly (readonly [TokenType, RegExp])[] = [
  ["comment", /\/\/[^\r\n]*|\/\*(?:[\s\S]*?\*\/|[^\r\n]*)/y],
  ["text", /"""(?:[\s\S]*?"""|[^\r\n]*)|"(?:[^"\\\r\n]|\\[^\r\n])*"?/y],
  ["word", /[\p{XIDS}_](?:[\p{XIDC}\u200C\u200D]|-)*/uy],
  ["number", /[-+]?\d(?:[\p{XIDC}/-]|\.(?!\.))*/uy],
  ["..", /\.\./y],
  ["sign", /[^\s]/uy],
];

/**
 * The tokens of `text` from `start` to `end`. Stretches in `skip` (blocks that are complete) are
 * passed over as one `{}` sign each. A text that `end` cuts is not closed.
 */
export function scan(
  text: string,
  start: number,
  end: number,
  skip: readonly Span[] = [],
): readonly Scanned[] {
  const tokens: Scanned[] = [];
  const cut = text.slice(0, end);
  let newLine = true;
  for (let at = start; at < end; ) {
    const block = skip.find((one) => one.start === at);
    if (block !== undefined && block.end <= end) {
      tokens.push({ type: "sign", text: "{}", start: at, end: block.end, closed: true, newLine });
      newLine = false;
      at = block.end;
      continue;
    }
    const char = text[at] ?? "";
    if (/[\s\uFEFF\u200B]/.test(char)) {
      newLine ||= char === "\n" || char === "\r";
      at++;
      continue;
    }
    const token = tokenAt(cut, at, newLine);
    tokens.push(token);
    newLine = token.type === "comment" && (newLine || /[\r\n]/.test(token.text));
    at = token.end;
  }
  return tokens;
}

function tokenAt(text: string, at: number, newLine: boolean): Scanned {
  for (const [type, form] of forms) {
    form.lastIndex = at;
    const match = form.exec(text);
    if (match === null) continue;
    const [found] = match;
    return {
      type,
      text: found,
      start: at,
      end: at + found.length,
      closed: isClosed(type, found),
      newLine,
    };
  }
  return { type: "sign", text: text[at] ?? "", start: at, end: at + 1, closed: true, newLine };
}

function isClosed(type: TokenType, text: string): boolean {
  if (type === "comment") return text.startsWith("/*") && text.length > 3 && text.endsWith("*/");
  if (type !== "text") return true;
  if (text.startsWith('"""')) return text.length > 5 && text.endsWith('"""');
  return text.length > 1 && /(?<!\\)(?:\\\\)*"$/.test(text.slice(1));
}
