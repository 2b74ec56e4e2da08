// Titles that look like markup → drawings and pages in which they stay texts.
import { expect, test } from "vitest";
import { drawn } from "../../client/drawings/index.ts";
import { pageHtml } from "../../client/preview/html.ts";
import { sourcesOf } from "../../client/preview/sources.ts";
import { pageMessage } from "../../server/protocol.ts";
import { views } from "../../server/views/index.ts";
import { roadmapView } from "../../server/views/roadmap.ts";
import { viewOf } from "../../server/views/view.ts";
import { universeOf } from "../workspace.ts";

const attacks = [
  "</script><script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "</text></svg><svg onload=alert(1)>",
  "<![CDATA[<b>]]><!-- --><?x?>",
  "&lt;b&gt;&#60;b&#62;",
  "\u0000\u001b\ud800\ufffe",
];

/** A strategy in which everything that has a text has this one. */
function planOf(title: string) {
  const text = JSON.stringify(title).replace(/\\u(....)/g, "\\u{$1}");
  return universeOf(`
      strategy plan ${text} { horizon: 2026 .. 2027 vision: ${text} }
      objective goal ${text} { owner: head  level: it
        kpi figure ${text} { unit: ${text} baseline: 1 target: 2 by 2027 actual: 3 on 2026-03 }
        initiative work ${text} { timeline: 2026 .. 2027 owner: head teams: crew tags: x
          skills: art technologies: tool budget: 1M cost { upfront: 1M staff: 20k } benefit: 2M
          milestone step ${text} { date: 2026-12 }
        }
        initiative idea ${text} {}
      }
      risk threat ${text} { affects: work probability: high impact: high owner: head }
      role head ${text} { holder: ${text} }
      team crew ${text} { lead: head }
      skill art ${text}
      technology tool ${text} { category: ${text} }
      review autumn ${text} { date: 2026-10-05 }
    `).model();
}

/** The names of elements and attributes of an SVG, and whatever else is no text in it. */
function namesIn(svg: string): ReadonlySet<string> {
  const found = new Set<string>();
  const rest = svg.replace(/<\/?([\w:-]+)((?:\s[\w:-]+="[^"<]*")*)\s*\/?>/g, (_, name, written) => {
    found.add(name);
    for (const [, attribute = ""] of String(written).matchAll(/\s([\w:-]+)="[^"]*"/g))
      found.add(`@${attribute}`);
    return "";
  });
  for (const [sign] of rest.matchAll(/<.{0,20}/g)) found.add(sign);
  return found;
}

test.each(attacks)("%j stays a text in a drawing", (title) => {
  const [model, harmless] = [planOf(title), planOf("Plan")];
  for (const view of views)
    for (const width of [340, 1600]) {
      const svg = drawn(viewOf(view, model), { theme: "light", width });
      const known = namesIn(drawn(viewOf(view, harmless), { theme: "light", width }));
      const names = [...namesIn(svg)].filter((name) => !known.has(name));
      expect([view.name, width, names]).toEqual([view.name, width, []]);
      // What is left is what XML may hold.
      expect(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(svg)).toBe(false);
    }
});

test("the page holds no word of the strategy, and what it is made of stays in its quotation marks", () => {
  const nasty = '"><script>';
  const html = pageHtml({
    script: nasty,
    style: nasty,
    nonce: nasty,
    source: nasty,
    language: nasty,
  });
  expect(html.match(/<script/g)).toHaveLength(1);
});

test("the page in an editor may reach nothing, and be based on, sent to or framed by nothing", () => {
  const parts = { script: "a", style: "b", nonce: "c", source: "vscode:", language: "en" };
  const [, policy = ""] = /content="([^"]*)"/.exec(pageHtml(parts)) ?? [];
  expect(policy.split("; ")).toEqual([
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "style-src vscode:",
    "script-src 'nonce-c'",
    "img-src vscode:",
  ]);
});

test("a page may ask for the files of its picture, and for no command and no other file", () => {
  const view = viewOf(roadmapView, planOf("Plan"));
  expect(sourcesOf(view).has(view.initiatives[0]?.source.uri ?? "")).toBe(true);
  for (const uri of [
    "file:///etc/passwd",
    "command:workbench.action.quit",
    "https://x.example",
    "",
  ])
    expect([uri, sourcesOf(view).has(uri)]).toEqual([uri, false]);
});

test.each([
  { type: "command", command: "workbench.action.terminal.sendSequence" },
  { type: "open", uri: "file:///etc/passwd" },
  { type: "reveal", uri: "a".repeat(1e5) },
  { type: "copy", text: "a".repeat(1e6) },
  { type: "state", state: [] },
  null,
])("a message of another shape is none: %j", (message) => {
  expect(pageMessage.safeParse(message).success).toBe(false);
});
