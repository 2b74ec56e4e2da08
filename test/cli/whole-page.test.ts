// `strategy export VIEW --to html` → one file that needs nothing else, tells no more than it should, and runs nothing of others.
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { views } from "../../server/views/index.ts";
import { type Folder, folderWith, oneWarning } from "./strategy.ts";

const nasty = "</script><!--<script>alert(1)</script></title><img src=x onerror=alert(1)>";

/** All that is written as a page: each view, and all of them in one file. */
const pages = [...views.map(({ name }) => name), "board"];

/** The same plan with a comment in a declaration, and a title of others. */
const plan = oneWarning
  .replace('initiative crm "CRM" {', `initiative crm "${nasty}" {\n    // Between us: the vendor.`)
  .replace('role cio "CIO"', 'role cio "CIO" {\n  description: "Leads"\n}');

function written(folder: Folder, view: string, ...words: readonly string[]): string {
  const run = folder.shell(
    `strategy export ${view} --to html --today 2026-11-23 ${words.join(" ")}`,
  );
  expect([run.code, run.talk]).toEqual([0, ""]);
  return run.out;
}

/** The elements of this name as a browser finds them: each ends at the first end of its name. */
function elements(html: string, name: string): readonly { head: string; text: string }[] {
  const found = html.matchAll(new RegExp(`<${name}([^>]*)>(.*?)</${name}`, "gis"));
  return [...found].map(([, head = "", text = ""]) => ({ head, text }));
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

test("its policy lets its own script and style run and nothing else, whatever the titles say", () => {
  const folder = folderWith({ "plan.strategy": plan });
  for (const name of pages) {
    const html = written(folder, name, "--with-source");
    const [data, script, ...others] = elements(html, "script");
    const [style] = elements(html, "style");
    expect(others).toEqual([]);
    expect(data?.head).toBe(' type="application/json" id="strategy-views"');
    const [, policy = ""] =
      /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    expect(policy.split("; ")).toEqual([
      "default-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      `style-src ${hashOf(style?.text ?? "")}`,
      `script-src ${hashOf(script?.text ?? "")}`,
    ]);
    // Behind such a sign a browser may take the end of a script for its text.
    expect(`${data?.text}${script?.text}`).not.toContain("<!--");
    expect(elements(html, "img")).toEqual([]);
    const shown = JSON.parse(data?.text ?? "").views.map(({ view }: { view: string }) => view);
    expect(shown).toEqual(name === "board" ? views.map((view) => view.name) : [name]);
  }
});

test("no text of a declaration and no folder of the machine goes along, unless it is asked for", () => {
  const folder = folderWith({ "it/plan.strategy": plan });
  for (const name of pages) {
    const html = written(folder, name);
    for (const secret of ["Between us", "timeline: 20", folder.path, "file://"])
      expect([name, html.includes(secret) && secret]).toEqual([name, false]);
  }
  const whole = written(folder, "roadmap", "--with-source");
  expect(whole).toContain("Between us: the vendor.");
  expect(whole).not.toContain(folder.path);
});

test("each place of the view has its card", () => {
  const folder = folderWith({ "plan.strategy": oneWarning });
  const [data] = elements(written(folder, "roadmap", "--with-source"), "script");
  const {
    views: [view],
    cards,
  } = JSON.parse(data?.text ?? "");
  const { uri, name } = view.initiatives[0].source;
  expect(uri).toBe("plan.strategy");
  expect(cards[`${uri}#${name.start.line}:${name.start.character}`]).toMatchObject({
    kind: "initiative",
    title: "CRM",
    file: "plan.strategy",
    line: name.start.line + 1,
    text: expect.stringMatching(/^initiative crm "CRM" \{.*\}$/s),
  });
});

test("the same strategy gives the same bytes", () => {
  const files = { "plan.strategy": plan };
  const [one, other] = [folderWith(files), folderWith(files)];
  for (const name of pages) expect(written(one, name)).toBe(written(other, name));
});
