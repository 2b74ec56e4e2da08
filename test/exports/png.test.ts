// A view → a PNG: twice as fine, the same for the same view, and a sentence where it would be too large.
import { expect, test } from "vitest";
import { writePng } from "../../client/exports/png.ts";
import { roadmapView } from "../../server/views/roadmap.ts";
import { viewOf } from "../../server/views/view.ts";
import { generate } from "../bench/generate.ts";
import { universeOf } from "../workspace.ts";
import { exampleBoard, toolsFor } from "./tools.ts";

function boardOf(files: Readonly<Record<string, string>> | string) {
  return { title: "Plan", views: [viewOf(roadmapView, universeOf(files).model())] };
}

test("it is twice as fine as it is drawn, and the same for the same view", async () => {
  const png = Buffer.from(await writePng(exampleBoard("money"), toolsFor({ width: 800 })));
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect(png.readUInt32BE(16)).toBe(1600);
  expect(png.equals(await writePng(exampleBoard("money"), toolsFor({ width: 800 })))).toBe(true);
});

test("a picture that no program opens is refused, with what to do", async () => {
  const files = Object.fromEntries(generate({ files: 100, lines: 200 }));
  await expect(writePng(boardOf(files), toolsFor())).rejects.toThrow(
    /^A picture of this view has 3200 × \d+ pixels, more than a PNG is opened with\. Write it as pdf,/,
  );
});

test("signs that no font has are told once", async () => {
  const tools = toolsFor();
  const text = 'initiative a "日本" {\n}\ninitiative b "日 and 日" {\n}\n';
  await writePng(boardOf(text), tools);
  expect(tools.heard).toEqual([
    "Inter has no sign for '日', '本': 2 texts show a box in their place. Name a font that has them: --font FILE, or the setting strategy.export.font.",
  ]);
});

test("a font that is none is refused", async () => {
  const tools = toolsFor({ fallbackFont: new TextEncoder().encode("no font") });
  await expect(writePng(boardOf("goal g\n"), tools)).rejects.toThrow(
    "The font file cannot be read. Name one that ends with .ttf, .otf or .ttc.",
  );
});
