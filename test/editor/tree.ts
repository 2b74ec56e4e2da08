// The steps through the Strategy tree in the workbench: to the text and back, filtered, grouped, with the mouse and by keys alone.
import { equal, ok } from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import {
  chooseTheme,
  eventually,
  openFile,
  putCursor,
  runCommand,
  selected,
  visibleText,
} from "./actions.ts";
import type { Step } from "./walk.ts";

const crm = "Personalised service with a CRM";

/** In order: they begin and end where a text is open, in a dark high contrast theme. */
export const treeSteps: Readonly<Record<string, Step>> = {
  "the Strategy tree shows the plan, each line with how it stands in words": async (walk) => {
    const { page, shoot } = walk;
    await openFile(page, "growth.strategy");
    await runCommand(page, "View: Show Strategy");
    await lineOf(page, crm).waitFor();
    equal(await wordsOf(page, crm), "on track · 40% · 1.9M");
    equal(
      await wordsOf(page, "Workloads in the cloud"),
      "off track · reported on track · 42% · 4.8M",
    );
    ok((await lineOf(page, crm).getAttribute("aria-label"))?.startsWith(`Initiative: ${crm}.`));
    for (const theme of ["Light Modern", "Dark Modern", "Light High Contrast"]) {
      await chooseTheme(page, theme);
      await lineOf(page, crm).waitFor();
      await shoot(`in ${theme}`);
    }
    await chooseTheme(page, "Dark High Contrast");
  },

  "a click shows its text, and the focus stays in the tree": async ({ page }) => {
    await lineOf(page, crm).click();
    await eventually("its name is selected", async () => (await selected(page))?.name === "crm");
    ok(await isInTree(page));
  },

  "by keys it opens, and Enter goes to the text of what is in it": async ({ page }) => {
    await page.keyboard.press("ArrowRight");
    await lineOf(page, "Pilot live").waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await eventually("the name of the milestone is selected", async () => {
      return (await selected(page))?.name === "pilot-live";
    });
    ok(!(await isInTree(page)));
  },

  "the cursor in the text chooses the line, and takes no focus": async ({ page, read }) => {
    await putCursor(page, read("growth.strategy"), "kpi recommendation");
    await eventually("the line of the KPI is chosen", async () => {
      return (await chosen(page)).startsWith("Customer recommendation (NPS)");
    });
    ok(!(await isInTree(page)));
  },

  "a line shows its card where the mouse rests on it": async ({ page, shoot }) => {
    await page.mouse.move(700, 500);
    await lineOf(page, crm).locator(".label-name").hover();
    const card = page
      .locator(".workbench-hover")
      .filter({ hasText: "Dependency on one CRM vendor" });
    await card.waitFor();
    await shoot("card");
    await page.mouse.move(700, 500);
  },

  "the filter leaves what matches while it is typed, and says how much": async (walk) => {
    const { page, shoot } = walk;
    await button(page, "Filter…").click();
    await boxOf(page, "Filter the Strategy Tree").waitFor();
    await page.keyboard.type("off track", { delay: 20 });
    const said = page.locator(".tree-explorer-viewlet-tree-view .message");
    await said.filter({ hasText: "match 'off track'." }).waitFor();
    await eventually("only what is off track is there", async () => {
      const all = await titles(page);
      return all.includes("Monitoring of core services") && !all.includes(crm);
    });
    await shoot("off track");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("zebra");
    await said.filter({ hasText: "Nothing matches 'zebra'." }).waitFor();
    await page.keyboard.press("Enter");
    await eventually("there is a way back, and nothing else", async () => {
      return (await titles(page)).join() === "Clear the Filter";
    });
    await shoot("nothing");
    await lineOf(page, "Clear the Filter").click();
    await lineOf(page, crm).waitFor();
  },

  "it is grouped by owner, and a thing that is not there so is shown as it is at first": async (
    walk,
  ) => {
    const { page, read, shoot } = walk;
    await button(page, "Group By…").click();
    await boxOf(page, "Group the Strategy Tree By").waitFor();
    await page.keyboard.type("Owner");
    await page.keyboard.press("Enter");
    await lineOf(page, "Head of Platform").waitFor();
    await shoot("by owner");
    await putCursor(page, read("growth.strategy"), "kpi recommendation");
    await runCommand(page, "Strategy: Show in the Strategy Tree");
    await eventually("the line of the KPI is chosen", async () => {
      return (await chosen(page)).startsWith("Customer recommendation (NPS)");
    });
    ok(await isInTree(page));
  },

  "a risk that is added by keys in the tree is what is chosen in it then": async (walk) => {
    const { page, shoot } = walk;
    await lineOf(page, crm).click();
    await page.keyboard.press("Shift+F10");
    const entry = page.getByRole("menuitem", { name: "Add a Risk…" });
    await eventually("the arrow keys lead to the entry", async () => {
      await page.keyboard.press("ArrowDown");
      return entry.evaluate((one) => one.closest("li")?.matches(".focused"));
    });
    await page.keyboard.press("Enter");
    await eventually("its name is to be typed over", async () => {
      return (await selected(page))?.name === "new-risk";
    });
    await eventually("the line of the risk is chosen", async () => {
      return (await chosen(page)).startsWith("What could go wrong");
    });
    await shoot("risk");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+z");
    await eventually("it is undone in one step", async () => {
      return !(await visibleText(page)).includes("risk new-risk");
    });
  },

  "while the text has a fault the last good tree stays": async ({ page, read, shoot }) => {
    await putCursor(page, read("growth.strategy"), "initiative crm ");
    await page.keyboard.type("]");
    const said = page.locator(".tree-explorer-viewlet-tree-view .message");
    await said.filter({ hasText: "This is the last good tree." }).waitFor();
    ok((await titles(page)).includes(crm));
    await shoot("fault");
    await page.keyboard.press("Backspace");
    await said.filter({ hasText: "last good" }).waitFor({ state: "detached" });
    await runCommand(page, "File: Save");
    await runCommand(page, "View: Show Explorer");
  },
};

function lines(page: Page): Locator {
  return page.locator(".tree-explorer-viewlet-tree-view .monaco-list-row");
}

function lineOf(page: Page, title: string): Locator {
  return lines(page)
    .filter({ has: page.locator(".label-name", { hasText: title }) })
    .first();
}

function wordsOf(page: Page, title: string): Promise<string | null> {
  return lineOf(page, title).locator(".label-description").textContent();
}

function titles(page: Page): Promise<string[]> {
  return lines(page).locator(".label-name").allTextContents();
}

/** The title of the line that is chosen. */
async function chosen(page: Page): Promise<string> {
  return (
    (await page
      .locator(".tree-explorer-viewlet-tree-view .monaco-list-row.selected .label-name")
      .textContent()) ?? ""
  );
}

function isInTree(page: Page): Promise<boolean> {
  return page.evaluate(
    () => document.activeElement?.closest(".tree-explorer-viewlet-tree-view") !== null,
  );
}

/** The box at the top that has this title. */
function boxOf(page: Page, title: string): Locator {
  return page.locator(".quick-input-widget").filter({ hasText: title });
}

/** A button over the tree. */
function button(page: Page, title: string): Locator {
  return page.locator(".part.sidebar").getByRole("button", { name: title });
}
