// Texts of others in our Markdown → the same texts for whoever reads it, and nothing that acts.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { authored, code, inline, type Markdown, md, title } from "../../server/words/markdown.ts";
import { harmIn, hidden, isRead, kindsOf, linksOf, pieces, seenIn } from "./rendered.ts";

const nasty = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((all) => all.join(""));

test.each([
  ["a picture", "![x](https://evil.example/x.png)"],
  ["a command", "[Click](command:workbench.action.quit)"],
  ["a link to a page", "[Click](https://evil.example)"],
  ["an address", "https://evil.example and www.evil.example and a@evil.example"],
  ["HTML", "<img src=x onerror=alert(1)><b>x</b>"],
  ["an address in angles", "<https://evil.example> <command:quit>"],
  ["emphasis and code", "**a** __b__ `c` ~~d~~"],
  ["a table", "| a | b |"],
  ["entities", "&lt;b&gt; &#91;x&#93;"],
  ["a heading", "# Important"],
  ["a list", "- one"],
  ["a number", "1. one"],
  ["a quote", "> said"],
  ["a line", "---"],
  ["much room", "a     b"],
])("%s in a short text is a text", (_, text) => {
  for (const shown of [md`${text}`, md`- Unit: ${text}`, md`**${title(text)}**`]) {
    expect(seenIn(shown.markdown)).toBe(shown.plain.replace(/^- Unit/, "Unit"));
    expect(linksOf(shown.markdown)).toEqual([]);
  }
});

/** Only what our own words make of it. */
const own = ["escape", "list", "list_item", "paragraph", "space", "strong", "text"];

test("whatever a short text holds, it is seen as it is, and makes nothing", () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const { markdown, plain } = md`Unit: ${text}`;
      expect(seenIn(markdown).trimEnd()).toBe(plain.trimEnd());
      for (const all of [markdown, md`${text}`.markdown, md`- ${text}\n\nMore`.markdown]) {
        expect(kindsOf(all).filter((kind) => !own.includes(kind))).toEqual([]);
        expect(all.split("\n\n")[0]).not.toMatch(/\n/);
        expect(all).not.toMatch(hidden);
      }
    }),
    { numRuns: 3000 },
  );
});

test("whatever a name holds, it is code or a text", () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const { markdown } = md`Waits for ${code(text)}`;
      const kinds = kindsOf(markdown);
      expect(kinds.filter((kind) => !["codespan", ...own].includes(kind))).toEqual([]);
      expect(markdown).not.toMatch(hidden);
    }),
    { numRuns: 2000 },
  );
});

test("whatever a long text holds, it loads nothing and leads to nothing but pages and mail", () => {
  const below = ({ markdown }: Markdown) => `- Vision:\n\n  ${markdown.replaceAll("\n", "\n  ")}`;
  fc.assert(
    fc.property(nasty, nasty, (one, two) => {
      const text = authored(`${one}\n${two}`);
      for (const all of [text.markdown, md`${text}\n\nMore`.markdown, below(text)])
        if (isRead(all)) expect(harmIn(all)).toEqual([]);
      expect(text.markdown).not.toMatch(hidden);
    }),
    { numRuns: 5000 },
  );
});

describe("a long text", () => {
  test.each([
    ["## Why\n\n**Bold** and _soft_, with `code`.", ["codespan", "em", "heading", "strong"]],
    ["- one\n- two\n  1. deep", ["list", "list_item"]],
    ["> said\n\n---", ["blockquote", "hr"]],
    ["See [the page](https://example.org/a_b?c=d&e=f).", ["link"]],
    ["See <https://example.org> and <mailto:cio@example.org>.", ["link"]],
  ])("keeps what only looks: %j", (text, kinds) => {
    expect(authored(text).markdown).toBe(text);
    expect(kindsOf(authored(text).markdown)).toEqual(expect.arrayContaining(kinds));
  });

  test.each([
    ["![x](https://evil.example/x.png)", ["https://evil.example/x.png"]],
    ["[x](command:quit) <command:quit>", []],
    ["[x](file:///etc/passwd)", []],
    ["[x](java\nscript:alert(1))", []],
    ["[x]: command:quit\n\n[x]", []],
    ["[x](https://good.example/\u202e)", ["https://good.example/"]],
    [
      "https://good.example/a_b, https://good.example.",
      ["https://good.example/a_b", "https://good.example"],
    ],
    ["https://good.example</span>", ["https://good.example"]],
    ["www.evil.example a@evil.example ftp://evil.example", []],
    ["[m](mailto:cio@example.org)", ["mailto:cio@example.org"]],
  ])("leads nowhere else: %j", (text, links) => {
    const { markdown } = authored(text);
    expect(harmIn(markdown)).toEqual([]);
    expect(linksOf(markdown)).toEqual(links);
  });

  test("of HTML and pictures what was written is seen", () => {
    const text = "<b>x</b> ![y](z) a &lt; b";
    expect(seenIn(authored(text).markdown)).toBe(text);
  });
});

test("for those who know no Markdown there are no marks, and the same words", () => {
  const text = "snake_case **x** `y` <b>";
  expect(md`**Unit** of ${code("a")}: ${text}`.plain).toBe(`Unit of a: ${text}`);
  expect(inline("\u001b[2J\u202e\n").plain).toBe("\\u{1b}[2J\\u{202e} ");
});

test("what goes on and on is cut", () => {
  const long = "x".repeat(1e6);
  expect(title(long).plain).toHaveLength(200);
  expect(code(long).plain).toHaveLength(200);
  expect(inline(long).plain.length).toBeLessThan(5000);
  expect(authored(long).plain.length).toBeLessThan(10_000);
  expect(title("😀".repeat(200)).plain).not.toMatch(hidden);
});
