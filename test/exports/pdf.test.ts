// Views → a PDF: what it says of itself, what a reader of it hears, and that it looks as the pages do.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { pagesOfAll } from "../../client/drawings/pages.tsx";
import type { Tools } from "../../client/exports/format.ts";
import { writePdf } from "../../client/exports/pdf.ts";
import { roadmapView } from "../../server/views/roadmap.ts";
import { viewOf } from "../../server/views/view.ts";
import { universeOf } from "../workspace.ts";
import { differenceOf, exampleBoard, isInstalled, pixelsOf, svgOfPng, toolsFor } from "./tools.ts";

/** A PDF as text: its objects are, and of its streams only the pictures are packed. */
async function written(board = exampleBoard(), told: Partial<Tools> = {}) {
  const bytes = Buffer.from(await writePdf(board, toolsFor(told)));
  return { bytes, text: bytes.toString("latin1") };
}

/** A file that is gone when the test is over. */
function fileOf(bytes: Uint8Array): string {
  const folder = mkdtempSync(path.join(tmpdir(), "strategy-pdf-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, "board.pdf");
  writeFileSync(file, bytes);
  return file;
}

function count(text: string, what: RegExp): number {
  return (text.match(what) ?? []).length;
}

const board = await written();

test("the same views give the same bytes", async () => {
  expect((await written()).bytes.equals(board.bytes)).toBe(true);
});

test("it names its title, its language and the day of the plan, and each object that is named is there", () => {
  const { text } = board;
  expect(text).toMatch(/\/Lang \(en\)[\s\S]*\/DisplayDocTitle true/);
  expect(text).toContain("/Marked true");
  expect(text).toContain("(D:20261123000000Z)");
  expect(text).toContain("<xmp:CreateDate>2026-11-23T00:00:00Z</xmp:CreateDate>");
  const named = new Set(Array.from(text.matchAll(/\b(\d+) 0 R\b/g), ([, id]) => id));
  const there = new Set(Array.from(text.matchAll(/^(\d+) 0 obj$/gm), ([, id]) => id));
  expect([...named].filter((id) => !there.has(id))).toEqual([]);
});

test("its fonts are in it, in three weights, and are no whole files", () => {
  expect(count(board.text, /\/FontFile2 \d+ 0 R/g)).toBe(3);
  expect(board.bytes.length).toBeLessThan(600_000);
});

test("an outline leads to each view, and below the roadmap to its objectives", () => {
  const titles = Array.from(board.text.matchAll(/\/Title \(([^)]*)\)/g), ([, title]) => title);
  for (const title of ["Roadmap", "Alignment", "Scorecard", "Risks", "Money", "People"])
    expect(titles).toContain(title);
  expect(titles).toContain("Workloads in the cloud");
});

test("each mark says in words what it shows, once", async () => {
  const { text } = await written(exampleBoard("scorecard"));
  const [view] = exampleBoard("scorecard").views;
  if (view === undefined) throw new Error("There is no scorecard.");
  const pages = pagesOfAll([view], { theme: "print", width: 1122.5, height: 793.7, foot: "" });
  const said = Array.from(text.matchAll(/\/Alt \(((?:\\.|[^()\\])*)\)/g), ([, alt]) => alt ?? "");
  expect(said).toHaveLength(pages.flatMap(({ marks }) => marks).length);
  expect(new Set(said).size).toBe(said.length);
  expect(count(text, /\/S \/H1\b/g)).toBe(1);
  expect(count(text, /\/S \/H2\b/g)).toBe(view.view === "scorecard" ? 3 : 0);
});

test("pages are A4, or A3 where that is asked for", async () => {
  expect(board.text).toContain("/MediaBox [0 0 841.89 595.28]");
  const { text } = await written(exampleBoard("money"), { paper: "a3" });
  expect(text).toContain("/MediaBox [0 0 1190.55 841.89]");
});

test("a title with signs of XML leaves the facts readable", async () => {
  const view = viewOf(roadmapView, universeOf('strategy s "R&D <now>" {\n}\n').model());
  const { text } = await written({ title: view.title, views: [view] });
  expect(text).toContain(">R&amp;D &lt;now&gt;");
});

test("signs that no font has are told once, and the text is kept", async () => {
  const view = viewOf(roadmapView, universeOf('initiative a "日本 ok" {\n}\n').model());
  const tools = toolsFor();
  await writePdf({ title: "Plan", views: [view] }, tools);
  expect(tools.heard).toEqual([
    "Inter has no sign for '日', '本': 1 text shows a box in its place. Name a font that has them: --font FILE, or the setting strategy.export.font.",
  ]);
});

test.skipIf(!isInstalled("qpdf"))("qpdf finds nothing wrong", () => {
  expect(execFileSync("qpdf", ["--check", fileOf(board.bytes)], { encoding: "utf8" })).toContain(
    "No syntax or stream encoding errors found",
  );
});

test.skipIf(!isInstalled("pdftotext"))(
  "its words are taken out once each, also those with a halo",
  async () => {
    const { bytes } = await written(exampleBoard("roadmap"));
    const text = execFileSync("pdftotext", ["-layout", fileOf(bytes), "-"], { encoding: "utf8" });
    for (const words of ["7% of the money is not aligned", "54 days over", "2 of 6 IT objectives"])
      expect([words, text.split(words).length - 1]).toEqual([words, 1]);
  },
);

test.skipIf(!isInstalled("pdftoppm")).each(exampleBoard().views.map(({ view }) => view))(
  "%s looks as its page does",
  async (name) => {
    const [view] = exampleBoard(name).views;
    const { bytes } = await written(exampleBoard(name));
    const file = fileOf(bytes);
    const size = ["-scale-to-x", "1000", "-scale-to-y", "-1"];
    execFileSync("pdftoppm", ["-png", "-singlefile", ...size, file, file]);
    const [page] =
      view === undefined
        ? []
        : pagesOfAll([view], {
            theme: "print",
            width: 841.89 / 0.75,
            height: 595.28 / 0.75,
            foot: view.title,
          });
    const seen = await pixelsOf(svgOfPng(readFileSync(`${file}.png`)), 1000);
    expect(differenceOf(seen, await pixelsOf(page?.svg ?? "", 1000))).toBeLessThan(0.03);
  },
);
