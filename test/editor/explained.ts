// The steps around the page of a finding and the status item: understand it, mend it from there, take an example over, by mouse and by keys.
import { equal, ok } from "node:assert/strict";
import type { Frame, Page } from "playwright-core";
import {
  choose,
  chooseTheme,
  closeEditor,
  eventually,
  openFile,
  pageFrame,
  putCursor,
  runCommand,
  visibleText,
} from "./actions.ts";
import { axeFindings, cutTexts } from "./pages/judge.ts";
import type { Step } from "./walk.ts";

const about = "Unaligned initiative";

/** In order: they begin with the files as they are on the disk, and leave them so. */
export const explainSteps: Readonly<Record<string, Step>> = {
  "'Explain This Finding' shows its page beside the text, with what is found now": async (walk) => {
    const { page, read, shoot } = walk;
    await openFile(page, "backlog.strategy");
    await putCursor(page, read("backlog.strategy"), "loyalty-points");
    await runCommand(page, "Strategy: Explain This Finding");
    const frame = await pageFrame(page, about);
    await frame
      .locator(".plan li", { hasText: "'loyalty-points' supports no objective" })
      .waitFor();
    await frame.locator(".plan li button", { hasText: /^Align with/ }).waitFor();
    await shoot("page");
  },

  "the page is clean in each theme, for those who see and those who hear it": async (walk) => {
    const { page, shoot } = walk;
    const wrong: string[] = [];
    for (const theme of [
      "Light Modern",
      "Dark High Contrast",
      "Light High Contrast",
      "Dark Modern",
    ]) {
      await chooseTheme(page, theme);
      const frame = await pageFrame(page, about);
      await shoot(theme);
      for (const one of [...(await axeFindings(frame)), ...(await cutTexts(frame))])
        wrong.push(`${theme}: ${one}`);
    }
    equal(wrong.join("\n"), "");
  },

  "the button of a finding mends it, and 'Undo' takes it back": async (walk) => {
    const { page, shoot } = walk;
    const frame = await pageFrame(page, about);
    await frame.locator(".plan li button", { hasText: /^Align with/ }).click();
    await frame.locator(".said", { hasText: "Done in backlog.strategy: Align with" }).waitFor();
    await frame.locator(".plan", { hasText: "Nothing of this kind is found" }).waitFor();
    await shoot("mended");
    ok(/supports: [a-z-]+/.test(await textBeside(page)), "the text says what it supports");
    await frame.locator(".said button", { hasText: "Undo" }).click();
    await frame.locator(".said", { hasText: "backlog.strategy is as it was" }).waitFor();
    await frame.locator(".plan li", { hasText: "loyalty-points" }).waitFor();
    await nothingChanged(page);
  },

  "an example is inserted with the keyboard alone, behind all that is there": async (walk) => {
    const { page, shoot } = walk;
    const frame = await pageFrame(page, about);
    await focusByKeys(page, frame, "Insert this example");
    await page.keyboard.press("Enter");
    await frame
      .locator(".said", { hasText: /^It stands in backlog\.strategy from line \d+ on/ })
      .waitFor();
    await shoot("inserted");
    await eventually("the example stands in the text", async () => {
      return /gift-cards "Gift cards in the app"/.test(await textBeside(page));
    });
    await focusByKeys(page, frame, "Undo");
    await page.keyboard.press("Enter");
    await frame.locator(".said", { hasText: "is as it was" }).waitFor();
    await nothingChanged(page);
    await closeEditor(page, about);
  },

  "without a finding under the cursor there is a list of all that can be explained": async (
    walk,
  ) => {
    const { page, read, shoot } = walk;
    await openFile(page, "backlog.strategy");
    await putCursor(page, read("backlog.strategy"), "budget: 700k");
    await page.keyboard.press("F1");
    // The box stays: its list of commands becomes that of what can be explained.
    await choose(page, ">Strategy: Explain This Finding", "Strategy: Explain This Finding");
    const rows = page.locator(".quick-input-list .monaco-list-row");
    await rows
      .filter({ hasText: /found \d+ times|found once/ })
      .first()
      .waitFor();
    await shoot("list");
    await page.keyboard.type("Unknown name", { delay: 20 });
    await rows.filter({ hasText: "Unknown name" }).first().waitFor();
    await page.keyboard.press("Enter");
    const frame = await pageFrame(page, "Unknown name");
    await frame.locator(".plan .clear").waitFor();
    await closeEditor(page, "Unknown name");
  },

  "the status item says how the strategy stands, and its menu what that means": async (walk) => {
    const { page, shoot } = walk;
    const item = page.locator(".statusbar-item", { hasText: /\d+% aligned/ });
    await item.waitFor();
    ok(
      /Nordwind IT strategy.*Errors: 0, warnings: \d+, \d+% of the money is aligned/.test(
        (await item.locator("[aria-label]").first().getAttribute("aria-label")) ?? "",
      ),
    );
    await item.click();
    const rows = page.locator(".quick-input-list .monaco-list-row");
    await rows.filter({ hasText: /Show problems \(\d+\)/ }).waitFor();
    await shoot("menu");
    await rows.filter({ hasText: /What does \d+% aligned mean\?/ }).click();
    const frame = await pageFrame(page, "The figures, and how they are computed");
    await eventually("the row of the aligned share has the focus", async () => {
      return frame.evaluate(() => document.activeElement?.id === "aligned-share");
    });
    await shoot("figure");
    await closeEditor(page, "The figures");
  },
};

/** The text on the left, while the page has the focus. */
async function textBeside(page: Page): Promise<string> {
  return visibleText(page, ".editor-group-container .editor-instance .monaco-editor");
}

/** An undo leads back to what is saved, so no tab says that its text is changed. */
async function nothingChanged(page: Page): Promise<void> {
  await eventually(
    "no text is changed",
    async () => (await page.locator(".tab.dirty").count()) === 0,
  );
}

/** Goes on by Tab until a button has the focus. */
async function focusByKeys(page: Page, frame: Frame, button: string): Promise<void> {
  await frame.locator("h1").click();
  for (let steps = 0; steps < 60; steps++) {
    await page.keyboard.press("Tab");
    const said = await frame.evaluate(() => document.activeElement?.textContent);
    if (said === button) return;
  }
  throw new Error(`'${button}' is not reached by Tab.`);
}
