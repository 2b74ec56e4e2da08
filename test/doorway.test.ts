// One row in the server and one in the drawings → a view in the tabs, in requests, in the help of `export` and in its files.
import { Command } from "commander";
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { afterEach, beforeEach, expect, test } from "vitest";
import { registerExport } from "../client/cli/export.ts";
import type { Drawing, SheetDrawing } from "../client/drawings/drawing.ts";
import { drawings, drawn } from "../client/drawings/index.ts";
import { TabBar } from "../client/preview/tabs.tsx";
import { headOf } from "../server/views/head.ts";
import { views } from "../server/views/index.ts";
import { sceneOf } from "../server/views/scene.ts";
import type { SourcePlace, ViewData } from "../server/views/shape.ts";
import { type View, viewOf } from "../server/views/view.ts";
import { universeOf } from "./workspace.ts";

/** A view of a strategy that shows the names of its technologies, and nothing else. */
interface StackView extends ViewData {
  readonly view: "stack";
  readonly technologies: readonly { readonly title: string; readonly source: SourcePlace }[];
}

const stack: View<StackView> = {
  name: "stack",
  shows: "technologies, one above the other",
  dataOf: (model) => ({
    ...headOf(model, "stack", `${model.of("technology").length} technologies`, []),
    technologies: model.of("technology").map((one) => ({
      title: model.universe.titleOf(one) ?? one.name,
      source: sceneOf(model).placeOf(one),
    })),
  }),
};

const stackDrawing: SheetDrawing<StackView> = {
  stage: "sheet",
  name: "stack",
  label: "Stack",
  layOut: ({ technologies }, { width }) => ({
    height: technologies.length * 30,
    blocks: technologies.map(({ title }, index) => ({
      key: title,
      top: index * 30,
      bottom: index * 30 + 30,
      draw: () => h("text", { x: 24, y: index * 30 + 20 }, title),
    })),
    marks: technologies.map(({ title, source }, index) => ({
      ...{ key: title, sentence: title, source },
      ...{ x: 24, y: index * 30, width: width - 48, height: 30 },
    })),
  }),
  table: ({ technologies }) => ({
    columns: [{ key: "technology", head: "Technology" }],
    rows: technologies.map(({ title, source }) => ({ key: title, source, cells: [title] })),
  }),
  legend: () => [],
  empty: ({ technologies }) =>
    technologies.length > 0
      ? undefined
      : {
          title: "No technologies yet",
          sentence: "Write one.",
          kind: "technology",
          button: "Insert a technology",
        },
};

const model = () =>
  universeOf(`
    technology crm "Salesforce" {}
    technology cloud "AWS & more" {}
  `).model();

beforeEach(() => {
  (views as View[]).push(stack);
  (drawings as Drawing[]).push(stackDrawing);
});
afterEach(() => {
  (views as View[]).pop();
  (drawings as Drawing[]).pop();
});

test("it stands in the tabs, last where its row is last, and in the list of a narrow page", () => {
  const tabs = (width: number) =>
    renderToString(h(TabBar, { drawings, name: "stack", onChoose: () => {}, width }));
  expect(tabs(1600)).toMatch(/aria-current="page">Stack<\/button><\/nav>/);
  expect(tabs(320)).toMatch(/<option value="stack" selected>Stack<\/option><\/select>/);
});

test("it stands in the help of `export`, with its formats", () => {
  let said = "";
  const program = new Command().configureOutput({
    writeOut: (text) => {
      said += text;
    },
  });
  registerExport(program);
  program.commands[0]?.outputHelp();
  expect(said).toMatch(/^ {2}stack +technologies, one above the other$/m);
  const lines = said.split("\n");
  const heads = lines.find((line) => /^ {4,}html {2}/.test(line)) ?? "";
  const crosses = lines.findLast((line) => line.startsWith("  stack ")) ?? "";
  expect(crosses[heads.indexOf("html")]).toBe("x");
  expect(crosses[heads.indexOf("mermaid")] ?? "").not.toBe("x");
});

test("it is drawn whole, with its sentence and what each mark says", () => {
  const svg = drawn(viewOf(stack, model()), { theme: "light", width: 800 });
  expect(svg).toContain("2 technologies");
  expect(svg).toContain(">Salesforce</text>");
  expect(svg).toContain("<title>AWS &amp; more</title>");
});

test("where there is nothing to draw, the picture says what to write", () => {
  const empty = universeOf("objective growth {}").model();
  const svg = drawn(viewOf(stack, empty), { theme: "light", width: 800 });
  expect(svg).toContain("No technologies yet. Write one.");
});
