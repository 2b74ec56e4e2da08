// Markdown → what an editor makes of it: the text that is seen, and all that acts. The parser is the one that comes with the packaging of the extension, and the one that VS Code itself uses.
import { createRequire } from "node:module";

interface Token {
  readonly type: string;
  readonly raw: string;
  readonly text?: string;
  readonly href?: string;
  readonly tokens?: readonly Token[];
  readonly items?: readonly Token[];
  readonly header?: readonly Token[] | boolean;
  readonly rows?: readonly (readonly Token[])[];
  readonly task?: boolean;
}

const inPackaging = createRequire(
  createRequire(import.meta.url).resolve("@vscode/vsce/package.json"),
);
const { lexer }: { readonly lexer: (text: string) => readonly Token[] } = inPackaging("marked");

function tokensIn(tokens: readonly Token[]): readonly Token[] {
  return tokens.flatMap((token) => [
    token,
    ...tokensIn(token.tokens ?? []),
    ...tokensIn(token.items ?? []),
    // The cells of a table say with the same word that they stand in its head.
    ...tokensIn(Array.isArray(token.header) ? token.header : []),
    ...tokensIn((token.rows ?? []).flat()),
  ]);
}

/** Whether the parser reads it: it breaks on an empty list in a quote in a list that goes on behind it. */
export function isRead(markdown: string): boolean {
  try {
    return lexer(markdown).length >= 0;
  } catch {
    return false;
  }
}

/** The kinds of all that Markdown makes of a text, without doubles. */
export function kindsOf(markdown: string): readonly string[] {
  return [...new Set(tokensIn(lexer(markdown)).map(({ type }) => type))].toSorted();
}

/** Where its links lead, in order. */
export function linksOf(markdown: string): readonly string[] {
  return tokensIn(lexer(markdown)).flatMap(({ href }) => href ?? []);
}

/** Pictures, HTML, boxes to tick, and links to anything but pages and mail addresses. */
export function harmIn(markdown: string): readonly string[] {
  return tokensIn(lexer(markdown))
    .filter(
      ({ type, href, task }) =>
        ["image", "html", "def"].includes(type) ||
        task === true ||
        (href !== undefined && !/^(?:https?:\/\/|mailto:)/i.test(href)),
    )
    .map(({ raw }) => raw);
}

/** The text that is seen. */
export function seenIn(markdown: string): string {
  return tokensIn(lexer(markdown))
    .filter(({ tokens, type }) => tokens === undefined && type !== "space" && type !== "list")
    .map(({ text, raw }) => text ?? raw)
    .join("");
}

/** Characters that steer, turn or hide, but for the ends of lines. */
export const hidden =
  /(?![\n\t])[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u;

/** Pieces of which nasty texts are made. */
export const pieces: readonly string[] = [
  ..."\\`*_{}[]()<>#+-.!|~&:;'\"=@/ \n\t\r0aZ",
  "![x](https://evil.example/x.png)",
  "[x](command:workbench.action.quit)",
  "[x](file:///etc/passwd)",
  "[x](javascript:alert(1))",
  "[x](data:text/html,x)",
  "[x](https://evil.example)",
  "[x]: command:quit",
  "[x][x]",
  "<img src=x onerror=alert(1)>",
  "<script>",
  "</span>",
  "<!--",
  "<command:quit>",
  "<https://evil.example>",
  "https://evil.example",
  "ftp://evil.example",
  "www.evil.example",
  "evil@example.org",
  "mailto:evil@example.org",
  "&lt;img&gt;",
  "&#91;x&#93;",
  "```\n",
  "~~~\n",
  "``",
  "    ",
  "| a | b |\n|---|---|\n",
  "- [x] ",
  "1. ",
  "> ",
  "---\n",
  "===\n",
  "**",
  "__",
  "\\\n",
  "$(alert)",
  "\u001b[31m",
  "\u001b]0;x\u0007",
  "\u202e",
  "\u2066",
  "\u200b",
  "\u0000",
  "\u0085",
  "\u2028",
  "\ud800",
  "\ufeff",
  "é😀漢",
];
