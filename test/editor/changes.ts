// The steps that change the plan from its picture in the workbench: by mouse and by keys, each taken back by one undo.
import { deepEqual, equal, ok } from "node:assert/strict";
import { existsSync, readFileSync, rmSync } from "node:fs";
import type { Frame } from "playwright-core";
import {
  closeEditor,
  eventually,
  openFile,
  previewFrame,
  putCursor,
  runCommand,
} from "./actions.ts";
import { change, differing, dragLabel, grasp, signOf, type Texts, texts } from "./changing.ts";
import { choose, focused, focusOn } from "./pages/acts.ts";
import type { Step, Walk } from "./walk.ts";

/** In order: they begin where the preview is open beside a text, with the roadmap in it. */
export const changeSteps: Readonly<Record<string, Step>> = {
  "a bar is dragged, and one undo in the text takes it back": async (walk) => {
    const frame = await begin(walk);
    await change(walk, "work:crm", { undo: "in the text" }, async (before) => {
      await grasp(walk, await signOf(frame, "work:crm"), { x: await quarterOf(frame) });
      await walk.shoot("held");
      equal(await dragLabel(frame), "Jan to Sep 2027, 1 quarter later");
      await walk.page.mouse.up();
      return differing(before, "growth.strategy", "2026-Q4 .. 2027-Q2", "2027-Q1 .. 2027-Q3");
    });
  },

  "an edge is dragged alone, and the undo key of the picture takes it back": async (walk) => {
    const frame = await begin(walk);
    await change(walk, "work:crm", { undo: "in the picture" }, async (before) => {
      const { right, y } = await signOf(frame, "work:crm");
      await grasp(walk, { x: right - 2, y }, { x: await quarterOf(frame) });
      await walk.shoot("held");
      equal(await dragLabel(frame), "Oct 2026 to Sep 2027, ends 1 quarter later");
      await walk.page.mouse.up();
      return differing(before, "growth.strategy", "2026-Q4 .. 2027-Q2", "2026-Q4 .. 2027-Q3");
    });
  },

  "a milestone is dragged to a day": async (walk) => {
    const frame = await begin(walk);
    await change(walk, "milestone:crm:all-stores", { undo: "in the text" }, async (before) => {
      await grasp(walk, await signOf(frame, "milestone:crm:all-stores"), { x: -30 });
      await walk.shoot("held");
      const [, day] = /^All stores: (.+?), .* earlier$/.exec(await dragLabel(frame)) ?? [];
      await walk.page.mouse.up();
      return differing(before, "growth.strategy", "2027-03-15", isoOf(day));
    });
  },

  "a dependency is drawn from the dot behind a bar": async (walk) => {
    const frame = await begin(walk);
    await change(walk, "work:developer-platform", { undo: "in the picture" }, async (before) => {
      const { right, y } = await signOf(frame, "work:crm");
      const to = await signOf(frame, "work:developer-platform");
      await grasp(walk, { x: right + 18, y }, { x: to.x - right - 18, y: to.y - y });
      await walk.shoot("held");
      equal(
        await dragLabel(frame),
        "'Internal developer platform' waits for 'Personalised service with a CRM'",
      );
      await walk.page.mouse.up();
      return differing(
        before,
        "growth.strategy",
        "depends-on: landing-zone\n    type: improve",
        "depends-on: landing-zone, crm\n    type: improve",
      );
    });
  },

  "work is dragged to another objective, with all that stands in it": async (walk) => {
    const frame = await begin(walk);
    await change(walk, "work:crm", { undo: "in the picture" }, async (before) => {
      const from = await signOf(frame, "work:crm");
      const to = await signOf(frame, "work:developer-platform");
      await grasp(walk, from, { x: 10, y: to.y - from.y });
      await walk.shoot("held");
      const says = "Supports 'New features every week', instead of 'Personalised customer service'";
      equal(await dragLabel(frame), says);
      await walk.page.mouse.up();
      return movedTo(before, "crm", "growth.strategy", "}\n\n// Counted for all");
    });
  },

  "work is moved into a file without a tab, which gets one among the texts": async (walk) => {
    const { page } = walk;
    const frame = await begin(walk);
    const mark = "work:learning-paths";
    const [opens, file] = ["business", "business.strategy"];
    await change(walk, mark, { undo: "in the picture", opens }, async (before) => {
      await focusOn(frame, mark);
      await page.keyboard.press("Alt+ArrowDown");
      return movedTo(before, "learning-paths", file, "}\n\nobjective earn-trust");
    });
    const texts = page.locator(".editor-group-container").first();
    await texts.locator(".tab", { hasText: file }).waitFor();
    await closeEditor(page, file);
  },

  "a risk is dragged in its matrix": async (walk) => {
    const frame = await begin(walk);
    await choose(frame, "Risks");
    try {
      await change(walk, "risk:own-pipelines", { undo: "in the text" }, async (before) => {
        const box = await frame.locator(`.stage [data-mark="spot:own-pipelines"]`).boundingBox();
        ok(box);
        await grasp(
          walk,
          { x: box.x + box.width / 2, y: box.y + box.height / 2 },
          { y: -(await rowOf(frame)) },
        );
        await walk.shoot("held");
        equal(
          await frame.locator(".point-label").textContent(),
          "Probability high, impact medium: severity 12, within what is accepted",
        );
        await walk.page.mouse.up();
        const risk =
          'risk own-pipelines "Teams stay with their own pipelines" {\n      category: people\n      probability: ';
        return differing(before, "growth.strategy", `${risk}medium`, `${risk}high`);
      });
    } finally {
      await choose(frame, "Roadmap");
    }
  },

  "keys move a bar, and the editor round the page does not hear them": async (walk) => {
    const { page } = walk;
    const frame = await begin(walk);
    await change(walk, "work:crm", { undo: "in the picture" }, async (before) => {
      await focusOn(frame, "work:crm");
      await page.keyboard.press("Alt+ArrowLeft");
      return differing(before, "growth.strategy", "2026-Q4 .. 2027-Q2", "2026-Q3 .. 2027-Q1");
    });
  },

  "a title is written over the picture with F2": async (walk) => {
    const { page } = walk;
    const frame = await begin(walk);
    await change(walk, "work:crm", { undo: "in the picture" }, async (before) => {
      await focusOn(frame, "work:crm");
      await page.keyboard.press("F2");
      await frame.locator(".mark-field input").waitFor();
      await page.keyboard.type("Service that knows its customers");
      await walk.shoot("typed");
      await page.keyboard.press("Enter");
      await frame.locator(".mark-field").waitFor({ state: "detached" });
      equal(await focused(frame), "work:crm");
      return differing(
        before,
        "growth.strategy",
        '"Personalised service with a CRM"',
        '"Service that knows its customers"',
      );
    });
  },

  "the menu of a mark sets its status, with keys alone": async (walk) => {
    const { page } = walk;
    const frame = await begin(walk);
    await change(walk, "work:crm", { undo: "in the picture" }, async (before) => {
      await focusOn(frame, "work:crm");
      await page.keyboard.press("Shift+F10");
      await frame.locator("[role=menu]").waitFor();
      await walk.shoot("menu");
      await page.keyboard.press("o");
      await page.keyboard.press("Enter");
      return differing(
        before,
        "growth.strategy",
        "status: active\n    progress: 40%",
        "status: on-hold\n    progress: 40%",
      );
    });
  },

  "so does a right click its progress, and the editor shows no menu of its own": async (walk) => {
    const { page } = walk;
    const frame = await begin(walk);
    await change(walk, "work:crm", { undo: "in the text" }, async (before) => {
      const { x, y } = await signOf(frame, "work:crm");
      await page.mouse.click(x, y, { button: "right" });
      const entry = frame.locator("[role=menu] button", { hasText: "Progress" });
      await entry.waitFor();
      await walk.shoot("menu");
      // One that was shown before stays there, out of sight.
      const menus = page.locator(".monaco-menu-container, .context-view .monaco-menu");
      equal(await menus.filter({ visible: true }).count(), 0);
      await entry.click();
      await frame.locator(".mark-field input").waitFor();
      await page.keyboard.type("55");
      await walk.shoot("typed");
      await page.keyboard.press("Enter");
      return differing(before, "growth.strategy", "progress: 40%", "progress: 55%");
    });
  },

  "what is locked, and what is drawn of a text with a fault, is not dragged": async (walk) => {
    const { page, read, shoot } = walk;
    const frame = await begin(walk);
    const before = await texts(walk);
    const tries = async () => {
      await grasp(walk, await signOf(frame, "work:crm"), { x: 100 });
      equal(await frame.locator(".drag-label").count(), 0);
      await shoot("tried");
      await walk.page.mouse.up();
      await focusOn(frame, "work:crm");
      for (const key of ["Alt+ArrowRight", "F2"]) await page.keyboard.press(key);
      equal(await frame.locator(".drag-label, .mark-field").count(), 0);
    };
    await frame.locator("button.lock").click();
    await tries();
    await frame.locator("button.lock").click();
    deepEqual(await texts(walk), before);
    await begin(walk);
    await putCursor(page, read("growth.strategy"), "2026-Q4 .. 2027-Q2", "behind");
    await page.keyboard.type(" ]");
    await frame.locator(".stale").waitFor();
    await tries();
    await begin(walk);
    await putCursor(page, read("growth.strategy"), "2026-Q4 .. 2027-Q2", "behind");
    for (const _ of " ]") await page.keyboard.press("Delete");
    await frame.locator(".stale").waitFor({ state: "detached" });
    deepEqual(await texts(walk), before);
  },

  "the button of the preview exports what is shown": async (walk) => {
    const { page, shoot } = walk;
    const frame = await begin(walk);
    await frame.getByRole("button", { name: "Export…" }).click();
    const rows = page.locator(".quick-input-list .monaco-list-row");
    await rows.filter({ hasText: "Board pack" }).waitFor();
    await shoot("what");
    await rows.filter({ hasText: "Roadmap" }).first().click();
    await rows.filter({ hasText: "PDF" }).first().waitFor();
    await shoot("as what");
    await rows.filter({ hasText: "PDF" }).first().click();
    const place = page.locator(".quick-input-widget .quick-input-box input");
    await eventually("a place is asked for", async () => /\.pdf$/.test(await place.inputValue()));
    const to = await place.inputValue();
    await shoot("where");
    await page.keyboard.press("Enter");
    await eventually("the file is there", async () => existsSync(to));
    await runCommand(page, "Notifications: Show Notifications");
    const notice = page.locator(".notifications-center .notification-list-item");
    await notice.filter({ hasText: "is saved" }).waitFor();
    await shoot("saved");
    equal(readFileSync(to).subarray(0, 5).toString(), "%PDF-");
    rmSync(to);
    await runCommand(page, "Notifications: Clear All Notifications");
  },
};

/** The block of an initiative of growth.strategy, with the empty line above it, right before a text of some file. */
function movedTo(before: Texts, name: string, file: string, to: string): Texts {
  const text = before["growth.strategy"] ?? "";
  const [block = ""] = new RegExp(`\\n {2}initiative ${name} [^]*?\\n {2}\\}\\n`).exec(text) ?? [];
  return differing({ ...before, "growth.strategy": text.replace(block, "") }, file, to, block + to);
}

/** How high a row of the matrix is. */
async function rowOf(frame: Frame): Promise<number> {
  const [high, medium] = await Promise.all(
    ["High", "Medium"].map((text) =>
      frame
        .locator(".stage svg text", { hasText: new RegExp(`^${text}$`) })
        .first()
        .boundingBox(),
    ),
  );
  return (medium?.y ?? 0) - (high?.y ?? 0);
}

async function begin({ page }: Walk): Promise<Frame> {
  await openFile(page, "growth.strategy");
  return previewFrame(page);
}

/** How wide a quarter is: the CRM takes three. */
async function quarterOf(frame: Frame): Promise<number> {
  const { left, right } = await signOf(frame, "work:crm");
  return (right - left) / 3;
}

/** "15 Jan 2027" → "2027-01-15" */
function isoOf(day: string | undefined): string {
  ok(day, "a day is said");
  return new Date(`${day} UTC`).toISOString().slice(0, 10);
}
