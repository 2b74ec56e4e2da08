// The steps through the menus in the workbench: what they offer in plain words, what they add, and what they show.
import { deepEqual, ok } from "node:assert/strict";
import type { Page } from "playwright-core";
import {
  barOf,
  chooseTheme,
  eventually,
  openFile,
  previewFrame,
  putCursor,
  selected,
  visibleText,
} from "./actions.ts";
import { choose, tabsOf } from "./pages/acts.ts";
import type { Step } from "./walk.ts";

/** In the order in which the menu of a text shows them. */
const offered = [
  "Show in Roadmap",
  "Show in the Strategy Tree",
  "Add an Initiative…",
  "Add a KPI…",
  "Add a Risk…",
];

/** In order: they begin where the preview is open beside a text. */
export const menuSteps: Readonly<Record<string, Step>> = {
  "the palette offers nothing for programmers while all is well": async ({ page }) => {
    const all = await commandsOf(page);
    ok(all.includes("Strategy: Export…"), `${all}`);
    deepEqual(
      all.filter((one) => /Restart|Output/.test(one)),
      [],
    );
  },

  "the menu of the text offers what can be done with it, first and in plain words": async ({
    page,
    read,
    shoot,
  }) => {
    await openFile(page, "growth.strategy");
    await putCursor(page, read("growth.strategy"), "initiative crm ");
    for (const theme of ["Dark High Contrast", "Dark Modern", "Light Modern"]) {
      await chooseTheme(page, theme);
      await openMenu(page);
      const all = (await page.getByRole("menuitem").allTextContents()).map((one) => one.trim());
      deepEqual(
        all.filter((one) => offered.includes(one)),
        offered,
      );
      ok(all.indexOf("Show in Roadmap") < 2, `${all}`);
      await shoot(`menu in ${theme}`);
      await page.keyboard.press("Escape");
    }
  },

  "from there the roadmap shows it, also where another view was open": async ({ page, read }) => {
    const frame = await previewFrame(page);
    await choose(frame, (await tabsOf(frame)).at(-1) ?? "");
    await putCursor(page, read("growth.strategy"), "initiative crm ");
    await openMenu(page);
    const entry = page.getByRole("menuitem", { name: "Show in Roadmap" });
    // A menu that has just come does not take a click yet.
    await eventually("the entry takes a click", async () => {
      await entry.click({ timeout: 1000 }).catch(() => {});
      return (await entry.count()) === 0;
    });
    await barOf(frame, "Personalised service with a CRM").waitFor();
    await frame.locator(".stage rect[stroke='var(--focus)']").first().waitFor();
  },

  "a risk is added with the keyboard alone, filled in by tab, and undone in one step": async ({
    page,
    read,
    shoot,
  }) => {
    await putCursor(page, read("growth.strategy"), "initiative crm ");
    await openMenu(page);
    const entry = page.getByRole("menuitem", { name: "Add a Risk…" });
    await eventually("the arrow keys lead to the entry", async () => {
      await page.keyboard.press("ArrowDown");
      return entry.evaluate((one) => one.closest("li")?.matches(".focused"));
    });
    await page.keyboard.press("Enter");
    await eventually("its name is to be typed over", async () => {
      return (await selected(page))?.name === "new-risk";
    });
    await shoot("risk");
    await page.keyboard.type("stores-say-no");
    await page.keyboard.press("Tab");
    await page.keyboard.type("The stores say no");
    await page.keyboard.press("Escape");
    await eventually("it stands in the text", async () => {
      return (await visibleText(page)).includes('risk stores-say-no "The stores say no" {');
    });
    await eventually("it is undone", async () => {
      await page.keyboard.press("Control+z");
      return !/risk (?:stores|new)/.test(await visibleText(page));
    });
  },
};

/** All commands of ours that the palette offers. */
export async function commandsOf(page: Page): Promise<readonly string[]> {
  await page.keyboard.press("F1");
  const box = page.locator(".quick-input-widget .quick-input-box input");
  await box.fill(">Strategy: ");
  const rows = page.locator(".quick-input-list .monaco-list-row .label-name");
  await rows.filter({ hasText: "New Strategy" }).first().waitFor();
  const found = await rows.allTextContents();
  await page.keyboard.press("Escape");
  await box.waitFor({ state: "hidden" });
  return found.map((one) => one.replaceAll("\u00a0", " "));
}

async function openMenu(page: Page): Promise<void> {
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Show in Roadmap" }).waitFor();
}
