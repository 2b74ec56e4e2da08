// The Markdown of a page → its heading, and the rest of it as HTML with its examples.
import { Marked, type Token, type Tokens } from "marked";
import { coloured, htmlText } from "./coloured.ts";
import { anchorOf, unmarked } from "./links.ts";

/** A page as it is shown. */
export interface Article {
  readonly title: string;
  readonly html: string;
  /** The examples that can be put into a strategy, in their order: their buttons have the same numbers. */
  readonly examples: readonly string[];
}

/** What stands in a page besides its own words. */
export interface ArticleSetting {
  /** The address of a picture that the page names. */
  readonly pictureAt: (path: string) => string;
  /** On the button of an example. */
  readonly insert: string;
}

/** The examples under this heading are right: they may be written into a strategy. */
const rightHeading = "Right";

export function articleOf(markdown: string, setting: ArticleSetting): Article {
  const marked = markedFor(setting);
  const tokens = marked.lexer(markdown);
  const first = tokens.find(isHeading);
  const title = first?.depth === 1 ? first : undefined;
  const examples: string[] = [];
  let heading = "";
  let html = "";
  for (const token of tokens) {
    if (token === title) continue;
    if (isHeading(token) && token.depth === 2) heading = token.text;
    if (isCode(token)) html += exampleHtml(token, heading === rightHeading, examples, setting);
    else html += marked.parser([token]);
  }
  return { title: title === undefined ? "" : unmarked(title.text), html, examples };
}

/** What makes an element a place to which a link can lead. */
function placeOf(heading: string): string {
  return `id="${htmlText(anchorOf(heading))}" tabindex="-1"`;
}

function isHeading(token: Token): token is Tokens.Heading {
  return token.type === "heading";
}

function isCode(token: Token): token is Tokens.Code {
  return token.type === "code";
}

function markedFor({ pictureAt }: ArticleSetting): Marked {
  return new Marked({
    renderer: {
      heading({ depth, tokens, text }) {
        const words = this.parser.parseInline(tokens);
        return `<h${depth} ${placeOf(text)}>${words}</h${depth}>\n`;
      },
      image: ({ href, text }) =>
        `<img src="${htmlText(pictureAt(href))}" alt="${htmlText(text)}" loading="lazy">`,
      // Comments for those who make the pages.
      html: () => "",
      table({ header, rows }) {
        const inner = (cell: Tokens.TableCell) => this.parser.parseInline(cell.tokens);
        const isHeaded = header.some(({ text }) => text !== "");
        const head = header.map((cell) => `<th scope="col">${inner(cell)}</th>`).join("");
        const lines = rows.map((row) => {
          const cells = row.map((cell, index) =>
            index === 0 && !isHeaded && cell.text !== ""
              ? `<th scope="row" ${placeOf(cell.text)}>${inner(cell)}</th>`
              : `<td>${inner(cell)}</td>`,
          );
          return `<tr>${cells.join("")}</tr>`;
        });
        const top = isHeaded ? `<thead><tr>${head}</tr></thead>` : "";
        return `<table>${top}<tbody>${lines.join("")}</tbody></table>\n`;
      },
    },
  });
}

/** An example: each of its files by itself, the first of them with a button where it is right. */
function exampleHtml(
  { text, lang }: Tokens.Code,
  isRight: boolean,
  examples: string[],
  { insert }: ArticleSetting,
): string {
  const files = lang === "strategy" ? filesIn(text) : [{ name: undefined, text }];
  const shown = files.map((file) => {
    const name = file.name === undefined ? "" : `<figcaption>${htmlText(file.name)}</figcaption>`;
    return `<figure>${name}<pre><code>${coloured(file.text)}</code></pre></figure>`;
  });
  const [main] = files;
  if (!isRight || lang !== "strategy" || main === undefined) return shown.join("");
  examples.push(main.text);
  const number = examples.length - 1;
  return `<div class="example">${shown.join("")}<button type="button" data-example="${number}">${htmlText(insert)}</button></div>`;
}

/** An example of several files says the name of each on a line before it. */
function filesIn(
  text: string,
): readonly { readonly name: string | undefined; readonly text: string }[] {
  const parts = text.split(/^\/\/- *(\S+) *\n/m);
  const files = [{ name: undefined as string | undefined, text: parts[0] ?? "" }];
  for (let at = 1; at < parts.length; at += 2)
    files.push({ name: parts[at], text: parts[at + 1] ?? "" });
  const written = files.filter((file) => file.text.trim() !== "");
  return written.map((file) => ({ ...file, text: file.text.trim() }));
}
