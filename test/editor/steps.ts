// The steps of the walk: what a chief of staff does in the first ten minutes with the example.
import { ok } from "node:assert/strict";
import process from "node:process";
import {
  barOf,
  chooseTheme,
  clickInCard,
  closeEditor,
  cursorLine,
  eventually,
  groundOf,
  openFile,
  pageFrame,
  previewFrame,
  putCursor,
  runCommand,
  squiggles,
  textColours,
  visibleText,
  wordBox,
} from "./actions.ts";
import { changeSteps } from "./changes.ts";

import { explainSteps } from "./explained.ts";

import { commandsOf, menuSteps } from "./menus.ts";
import { treeSteps } from "./tree.ts";
import { viewSteps } from "./views.ts";
import type { Step } from "./walk.ts";

const crm = "Personalised service with a CRM";

/** In order: each goes on where the one before it ended. */
export const steps: Readonly<Record<string, Step>> = {
  "opens the example": async ({ page }) => {
    await page.locator(".monaco-workbench").waitFor({ timeout: 60_000 });
    await openFile(page, "backlog.strategy");
    ok((await visibleText(page)).includes("initiative loyalty-points"));
  },

  "the text is coloured": async ({ page }) => {
    await eventually("the text has at least four colours", async () => {
      return (await textColours(page)).length >= 4;
    });
  },

  "a wavy line stands under the exact word": async ({ page }) => {
    await eventually("'loyalty-points' alone is underlined", async () => {
      const word = await wordBox(page, "loyalty-points");
      const lines = await squiggles(page, "warning");
      return (
        word !== undefined &&
        lines.length === 1 &&
        lines.every(({ x, width }) => near(x, word.x) && near(width, word.width))
      );
    });
  },

  "the Problems panel lists the findings of the whole project": async ({ page, shoot }) => {
    await runCommand(page, "Problems: Focus on Problems View");
    const rows = page.locator(".markers-panel .monaco-list-row");
    await rows.filter({ hasText: "loyalty-points" }).first().waitFor();
    // The second file of the list: what stands further down is drawn only when it is scrolled to.
    await rows.filter({ hasText: "efficiency.strategy" }).first().waitFor();
    await shoot("problems");
  },

  "a click on the code of a finding shows the page about it": async ({ page, shoot }) => {
    const rows = page.locator(".markers-panel .monaco-list-row");
    const row = rows.filter({ hasText: "loyalty-points" }).first();
    await row.locator("a", { hasText: "unaligned-initiative" }).click();
    await pageFrame(page, "Unaligned initiative");
    await shoot("page");
    await closeEditor(page, "Unaligned initiative");
    await runCommand(page, "View: Hide Panel");
  },

  "so does a click on it in the card under the mouse": async ({ page, read }) => {
    await openFile(page, "backlog.strategy");
    await clickInCard(page, read("backlog.strategy"), "loyalty-points", "unaligned-initiative");
    await pageFrame(page, "Unaligned initiative");
    await closeEditor(page, "Unaligned initiative");
    await openFile(page, "growth.strategy");
    await clickInCard(page, read("growth.strategy"), "crm", "Read more");
    await pageFrame(page, "Reference");
    await closeEditor(page, "Reference");
  },

  ...explainSteps,

  "a reference is completed": async ({ page, read, shoot }) => {
    await openFile(page, "backlog.strategy");
    await putCursor(page, read("backlog.strategy"), "confidence: low", "behind");
    await page.keyboard.press("Enter");
    await page.keyboard.type("depends-on: cr", { delay: 40 });
    const offers = page.locator(".suggest-widget.visible .monaco-list-row");
    const offer = offers.filter({ hasText: "crm" }).first();
    await offer.waitFor({ timeout: 3000 }).catch(() => page.keyboard.press("Control+Space"));
    await offer.waitFor();
    await shoot("offers");
    await offer.click();
    await eventually("'depends-on: crm' stands in the text", async () => {
      return /depends-on: crm$/m.test(await visibleText(page));
    });
  },

  "the fix aligns the initiative, and the line under it goes": async ({ page, read, shoot }) => {
    await putCursor(page, read("backlog.strategy"), "loyalty-points");
    await page.keyboard.press("Control+.");
    const fixes = page.locator(".action-widget .monaco-list-row");
    const fix = fixes.filter({ hasText: "Align" }).first();
    await fix.waitFor();
    await shoot("fixes");
    await fix.click();
    await eventually("the initiative supports an objective", async () => {
      return /supports: [a-z-]+/.test(await visibleText(page));
    });
    await eventually("'loyalty-points' is not underlined any more", async () => {
      const word = await wordBox(page, "loyalty-points");
      return (await squiggles(page, "warning")).every(({ y }) => word && !near(y, word.y));
    });
  },

  "a card tells of the thing under the cursor, in words": async ({ page, read, shoot }) => {
    await openFile(page, "growth.strategy");
    const card = page.locator(".monaco-hover:not(.hidden)");
    for (const [word, says, picture] of [
      ["crm", "40% done", "card"],
      ["2026-Q2 .. 2027-Q2", "1 April 2026", "dates"],
    ] as const) {
      await putCursor(page, read("growth.strategy"), word);
      await runCommand(page, "Show or Focus Hover");
      await card.filter({ hasText: says }).first().waitFor();
      await shoot(picture);
      await page.keyboard.press("Escape");
    }
  },

  "the preview opens beside the text": async ({ page }) => {
    await openFile(page, "growth.strategy");
    await runCommand(page, "Strategy: Open Preview to the Side");
    await barOf(await previewFrame(page), crm).waitFor();
  },

  "a click on a bar goes to its line": async ({ page, read }) => {
    await barOf(await previewFrame(page), crm).click();
    const line = read("growth.strategy").split("initiative crm ")[0]?.split("\n").length;
    await eventually(`the cursor stands in line ${line}`, async () => {
      return (await cursorLine(page)) === line;
    });
  },

  "the bar moves while the text is typed": async ({ page, read }) => {
    const bar = barOf(await previewFrame(page), crm);
    const before = await bar.boundingBox();
    await openFile(page, "growth.strategy");
    await putCursor(page, read("growth.strategy"), "2026-Q2 .. 2027-Q2", "before");
    for (const _ of "2026-Q2") await page.keyboard.press("Delete");
    await page.keyboard.type("2026-Q4", { delay: 30 });
    await page.keyboard.press("Escape");
    await eventually("the bar starts further right", async () => {
      const after = await bar.boundingBox();
      return before && after && after.x > before.x + 5;
    });
  },

  "the last good picture stays when the text breaks": async ({ page, shoot }) => {
    const frame = await previewFrame(page);
    const said = async () => (await frame.locator("body").textContent()) ?? "";
    await page.keyboard.type(" ]");
    await eventually("the page says so", async () => /last good/i.test(await said()));
    await barOf(frame, crm).waitFor();
    await shoot("broken");
    for (const _ of " ]") await page.keyboard.press("Backspace");
    await eventually("the note is gone", async () => !/last good/i.test(await said()));
  },

  "the preview follows a light theme": async ({ page }) => {
    const dark = await groundOf(await previewFrame(page));
    await chooseTheme(page, "Light Modern");
    await eventually("the ground of the page has changed", async () => {
      return (await groundOf(await previewFrame(page))) !== dark;
    });
  },

  "the preview is there again after a reload": async ({ page }) => {
    // The command writes down first what is open where; a reload by the browser does not wait for it.
    const loaded = page.waitForEvent("load");
    await runCommand(page, "Developer: Reload Window");
    await loaded;
    await barOf(await previewFrame(page), crm).waitFor();
  },

  "the preview follows a high contrast theme": async ({ page }) => {
    await chooseTheme(page, "Dark High Contrast");
    await eventually("the ground of the page is black", async () => {
      return (await groundOf(await previewFrame(page))) === "rgb(0, 0, 0)";
    });
  },

  ...treeSteps,
  ...menuSteps,
  ...viewSteps,
  ...changeSteps,

  "the checker is killed: it starts again, and what is typed is drawn": async (walk) => {
    const { page, read, checkers } = walk;
    const frame = await previewFrame(page);
    const bar = barOf(frame, crm);
    const before = await bar.getAttribute("aria-label");
    await openFile(page, "growth.strategy");
    await putCursor(page, read("growth.strategy"), "2026-Q4 .. 2027-Q2", "before");
    kill(checkers());
    for (const _ of "2026-Q4") await page.keyboard.press("Delete");
    await page.keyboard.type("2026-Q3", { delay: 30 });
    await page.keyboard.press("Escape");
    await eventually("another checker runs", async () => checkers().length === 1);
    // The first plan behind it stays where it is, and what is drawn of the bar may begin there.
    await eventually("the bar says other dates", async () => {
      return (await bar.getAttribute("aria-label")) !== before;
    });
    await eventually("nothing says that the picture is old", async () => {
      return !/last good/i.test((await frame.locator("body").textContent()) ?? "");
    });
  },

  "killed again and again, a notice says so and has a button": async (walk) => {
    const { page, read, shoot, checkers } = walk;
    const frame = await previewFrame(page);
    const said = async () => (await frame.locator("body").textContent()) ?? "";
    await eventually("the preview says so, with its last picture", async () => {
      kill(checkers());
      return /has stopped\. Run.*last good/i.test(await said());
    });
    await barOf(frame, crm).waitFor();
    const offered = await commandsOf(page);
    ok(offered.includes("Strategy: Restart the Checker"), `${offered}`);
    await runCommand(page, "Notifications: Show Notifications");
    const notice = page.locator(".notifications-center .notification-list-item");
    await notice.filter({ hasText: "again and again" }).waitFor();
    ok(
      (await notice.filter({ hasText: /connection|server/i }).count()) === 0,
      "it speaks in words",
    );
    await shoot("stopped");
    await notice.getByRole("button", { name: "Restart the Checker" }).click();
    await eventually("the preview is up to date", async () => !/last good/i.test(await said()));
    await openFile(page, "growth.strategy");
    await putCursor(page, read("growth.strategy"), "initiative crm ", "before");
    await page.keyboard.type("unknown ");
    await eventually("mistakes are marked again", async () => {
      return (await squiggles(page, "error")).length > 0;
    });
  },
};

function kill(all: readonly number[]): void {
  for (const one of all) process.kill(one, "SIGKILL");
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) < 4;
}
