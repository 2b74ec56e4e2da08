// The pages that come with the extension → what is shown of each: its text, its examples, and links that lead somewhere.
import { readFileSync } from "node:fs";
import path from "node:path";
import { globSync } from "tinyglobby";
import { describe, expect, test } from "vitest";
import { articleOf } from "../../client/explain/article.ts";
import { coloured } from "../../client/explain/coloured.ts";
import { anchorOf, linked, rootPages } from "../../client/explain/links.ts";

const pages = [
  ...globSync("docs/**/*.md").map((file) => file.replace(/^docs\//, "")),
  ...rootPages,
];
const packed = [
  ...readFileSync("test/package.txt", "utf8").split("\n"),
  ...globSync("docs/rules/*.md"),
];
/** The file of a page. */
const fileOf = (page: string) => (rootPages.includes(page) ? page : `docs/${page}`);
const setting = { pictureAt: (name: string) => name, insert: "Insert this example" };
const shown = (page: string) => articleOf(readFileSync(fileOf(page), "utf8"), setting);

/** The values of an attribute in a text of HTML. */
function valuesOf(html: string, name: string): readonly string[] {
  return [...html.matchAll(new RegExp(` ${name}="([^"]*)"`, "g"))].map(([, value = ""]) => value);
}

/** A text of HTML as it is read. */
function read(html: string): string {
  const signs: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', amp: "&" };
  return html.replace(/<[^>]*>/g, "").replace(/&(\w+);/g, (_, sign: string) => signs[sign] ?? "");
}

describe.each(pages)("%s", (page) => {
  const article = shown(page);

  test("has a heading, and nothing in it runs", () => {
    expect(article.title).not.toBe("");
    expect(article.html).not.toMatch(/<(?:script|iframe|style|!--)| on\w+=|javascript:/i);
  });

  test("its links and pictures lead somewhere", () => {
    const links = valuesOf(article.html, "href").filter((href) => !/^https?:/.test(href));
    for (const href of links) {
      const [target = "", anchor] = linked(page, href).split("#");
      // What is not packed is for those who work on the sources, and the editor says that it is not there.
      if (!packed.includes(fileOf(target))) {
        expect(/\.md$/.test(target) && target !== "CONTRIBUTING.md", href).toBe(false);
        continue;
      }
      if (anchor !== undefined) expect(valuesOf(shown(target).html, "id"), href).toContain(anchor);
    }
    for (const picture of valuesOf(article.html, "src"))
      expect(packed, picture).toContain(path.join(path.dirname(fileOf(page)), picture));
  });
});

test("each right example has a button, and its text is the one that stands there", () => {
  const about = pages.filter((page) => /^(?:rules|faults)\//.test(page));
  for (const page of about) {
    const text = readFileSync(`docs/${page}`, "utf8");
    const [, right = ""] = /^## Right\n([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(text) ?? [];
    const { examples, html } = shown(page);
    expect(examples.length, page).toBe([...right.matchAll(/^```strategy$/gm)].length);
    expect(valuesOf(html, "data-example"), page).toEqual(examples.map((_, index) => `${index}`));
    for (const example of examples) expect(right, page).toContain(example);
  }
  expect(about.length).toBeGreaterThan(80);
});

test("of an example of several files each stands by itself, and the first is what is inserted", () => {
  const { html, examples } = articleOf(
    `# page

## Right

\`\`\`strategy
//- plan.strategy
kpi churn { actuals: "data/churn.csv" }
//- data/churn.csv
date,value
\`\`\`
`,
    setting,
  );
  expect(examples).toEqual(['kpi churn { actuals: "data/churn.csv" }']);
  const captions = [...html.matchAll(/<figcaption>(.*?)<\/figcaption>/g)].map(([, name]) => name);
  expect(captions).toEqual(["plan.strategy", "data/churn.csv"]);
});

test("what is wrong, and what is no strategy, is only to be read", () => {
  const { examples } = articleOf(
    "# page\n\n## Wrong\n\n```strategy\ntheme a\n```\n\n## Right\n\n```jsonc\n{}\n```\n",
    setting,
  );
  expect(examples).toEqual([]);
});

test("a row of a table without heads is a place to which a link leads", () => {
  const { html } = articleOf(
    "# page\n\n| | |\n| --- | --- |\n| aligned share | Of all. |\n",
    setting,
  );
  expect(html).toContain('<th scope="row" id="aligned-share" tabindex="-1">aligned share</th>');
  expect(html).not.toContain("<thead>");
});

test("texts keep every sign when they are coloured", () => {
  const texts = pages.flatMap((page) =>
    [...readFileSync(fileOf(page), "utf8").matchAll(/^```\w*\n([\s\S]*?)^```$/gm)].map(
      ([, text = ""]) => text,
    ),
  );
  expect(texts.length).toBeGreaterThan(150);
  for (const text of texts) expect(read(coloured(text))).toBe(text);
});

test("kinds, fields, texts, numbers and comments are told apart", () => {
  const html = coloured(
    'initiative crm "CRM & more" { // soon\n  timeline: 2026-Q2 .. 2027-Q1\n  teams: web 2 FTE\n}\n',
  );
  const roles = [...html.matchAll(/<span class="(\w+)">(.*?)<\/span>/g)].map(
    ([, role, sign]) => `${role} ${sign}`,
  );
  expect(roles).toEqual([
    "kind initiative",
    "text &quot;CRM &amp; more&quot;",
    "comment // soon",
    "field timeline",
    "number 2026-Q2",
    "number 2027-Q1",
    "field teams",
    "number 2",
  ]);
});

test("a link leads from the folder of its page, and a heading is named as links write it", () => {
  expect(linked("rules/overdue.md", "../figures.md#slack")).toBe("figures.md#slack");
  expect(linked("rules/overdue.md", "off-plan.md")).toBe("rules/off-plan.md");
  expect(linked("language.md", "reference.md")).toBe("reference.md");
  expect(linked("language.md", "../README.md#rules")).toBe("README.md#rules");
  expect(linked("README.md", "docs/rules/overdue.md")).toBe("rules/overdue.md");
  expect(anchorOf("KPIs, risks and `load`")).toBe("kpis-risks-and-load");
});
