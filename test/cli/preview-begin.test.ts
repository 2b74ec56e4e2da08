// `strategy preview` where nothing is written yet: what its page hears, and how a strategy begins in it.
import { existsSync } from "node:fs";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { beginFrom } from "../../client/cli/preview/begin.ts";
import { createEdits } from "../../client/cli/preview/edits.ts";
import { universeOf } from "../workspace.ts";
import { first, messages, type Preview, started } from "./previewed.ts";
import { folderWith, oneWarning } from "./strategy.ts";

/** What the preview answers to a page that chose a template: nothing where it was written. */
async function answered({ address }: Preview, template: string) {
  const { status, text } = await fetch(`${address}message`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ type: "begin", template }),
  }).then(async (answer) => ({ status: answer.status, text: await answer.text() }));
  expect([200, 204]).toContain(status);
  return text === "" ? undefined : JSON.parse(text).sentence;
}

test("an empty folder is shown as one, and its strategy as soon as somebody writes it", async () => {
  const folder = folderWith({});
  const shown = await started(folder.path);
  await vi.waitFor(() => expect(shown.talk()).toContain("There is no strategy in it yet."));
  const heard = messages(shown.address, "roadmap");
  expect(await first(heard, "setting")).not.toHaveProperty("templates");
  expect((await first(heard, "view")).view).toMatchObject({ isBare: true, initiatives: [] });
  expect(await answered(shown, "blank")).toBe(
    "This preview only shows the plan. Start it with --edit to change the plan in it.",
  );
  expect(existsSync(path.join(folder.path, "plan.strategy"))).toBe(false);
  await folder.strategy("init", "--template", "blank");
  const { view } = await first(heard, "view");
  expect(view.initiatives).toHaveLength(1);
  expect(view).not.toHaveProperty("isBare");
});

test("with --edit the page chooses a template, which is written", async () => {
  const folder = folderWith({});
  const shown = await started(folder.path, "--edit");
  const heard = messages(shown.address, "roadmap");
  const { templates } = await first(heard, "setting");
  expect(templates.map(({ name }: { name: string }) => name)).toContain("product-portfolio");
  await first(heard, "view");
  expect(await answered(shown, "nonsense")).toBe("There is no template 'nonsense'.");
  expect(await answered(shown, "product-portfolio")).toBeUndefined();
  expect((await first(heard, "view")).view.initiatives.length).toBeGreaterThan(3);
  expect(folder.read("plan.strategy")).toMatch(/^\/\/ A portfolio of products\./);
  expect(shown.talk()).toContain("Wrote plan.strategy.\n");
  // Where one is by now, none begins.
  const before = folder.read("plan.strategy");
  await answered(shown, "blank");
  expect(folder.read("plan.strategy")).toBe(before);
});

test("a file that says nothing is filled, and what its comments say stays", async () => {
  const folder = folderWith({ "notes.strategy": "// What the board said\r\n" });
  const shown = await started(folder.path, "--edit");
  const heard = messages(shown.address, "roadmap");
  await first(heard, "view");
  expect(await answered(shown, "blank")).toBeUndefined();
  const text = folder.read("notes.strategy");
  expect(text).toMatch(/^\/\/ What the board said\r\n\r\n\/\/ Everything is /);
  expect(text).not.toMatch(/[^\r]\n/);
  expect(existsSync(path.join(folder.path, "plan.strategy"))).toBe(false);
});

test("what somebody has written meanwhile stays", async () => {
  const folder = folderWith({ "plan.strategy": oneWarning });
  const model = universeOf("// notes\n").model();
  const edits = createEdits(async () => {});
  const refused = await beginFrom("blank", { base: folder.path, model }, edits, async () => {});
  expect(refused).toMatch(/changed meanwhile/);
  expect(folder.read("plan.strategy")).toBe(oneWarning);
});

test("a folder whose plan is left out, or lies where it is not looked for, is none that is empty", async () => {
  const folder = folderWith({
    "strategy.config.json": '{ "exclude": ["*"] }',
    "plan.strategy": oneWarning,
  });
  const run = await folder.strategy("preview", "--no-open");
  expect([run.code, run.talk]).toEqual([
    2,
    expect.stringMatching(/^All \.strategy files in '\.' are left out/),
  ]);
});
