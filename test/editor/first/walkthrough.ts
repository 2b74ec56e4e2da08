// The walkthrough from an empty folder on: each step is ticked off by what happens, and by nothing else.
import { deepEqual, equal } from "node:assert/strict";
import type { Page } from "playwright-core";
import { barOf, eventually, previewFrame, runCommand } from "../actions.ts";
import type { Scene } from "./play.ts";
import { drawn, offers, oneWarning, statusItem, viewIcon, welcome } from "./seen.ts";

const title = "What we do for it";

/** In order: each goes on where the one before it ended. */
export const walkthrough: Readonly<Record<string, Scene>> = {
  "the view of an empty folder leads to the steps, of which none is done": async (play) => {
    const { page, hand, shoot } = play;
    await hand.click(viewIcon(page));
    await hand.click(welcome(page).getByText("five short steps"));
    await page.locator(".getting-started-step").first().waitFor();
    const picture = page.locator(".getting-started-media img");
    await picture.waitFor();
    // A picture that is not there has no size.
    await eventually("it has its picture", () =>
      picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth > 0),
    );
    await shoot("steps");
    await ticked(page, []);
  },

  "the preview of nothing offers a strategy to begin with": async ({ page, hand, shoot }) => {
    await runCommand(page, "Strategy: Open Preview to the Side");
    // A list of notices that is opened too early is shut again by the first one.
    await page.locator(".statusbar-item .codicon-bell-dot").waitFor();
    await runCommand(page, "Notifications: Show Notifications");
    const notice = page.locator(".notifications-center .notification-list-item");
    await notice.filter({ hasText: "no strategy to draw" }).waitFor();
    await shoot("offered");
    await hand.click(notice.getByRole("button", { name: "New Strategy…" }));
    await hand.click(offers(page).filter({ hasText: "Blank strategy" }));
    await drawn(page, title);
  },

  "what was done before is ticked off, and nothing else": async ({ page }) => {
    await runCommand(page, "Strategy: First Steps");
    await ticked(page, ["Write it down", "See it drawn"]);
  },

  "a button alone ticks nothing off: a finding is mended first": async (play) => {
    const { page, hand, shoot } = play;
    await push(page, "See what is wrong", "Try It on a Line");
    await eventually("a line is selected", async () => {
      return /selected/.test(
        (await page.locator("#status\\.editor\\.selection").textContent()) ?? "",
      );
    });
    await hand.press("Delete");
    await statusItem(page).filter({ hasText: oneWarning }).waitFor();
    await runCommand(page, "Strategy: First Steps");
    await ticked(page, ["Write it down", "See it drawn"]);
    await shoot("not yet");
    await page.keyboard.press("Control+1");
    await page.locator(".tab", { hasText: "plan.strategy" }).click();
    await hand.press("Control+z");
    await statusItem(page).filter({ hasText: "Nothing to mend" }).waitFor();
    await runCommand(page, "Strategy: First Steps");
    await ticked(page, ["Write it down", "See what is wrong", "See it drawn"]);
  },

  "sharing is ticked off once a file is written": async ({ page, hand }) => {
    await push(page, "Share it", "Export…");
    await hand.click(offers(page).filter({ hasText: "Board pack" }).first());
    await hand.click(offers(page).filter({ hasText: "HTML" }).first());
    const place = page.locator(".quick-input-widget .quick-input-box input");
    await eventually("a place is asked for", async () => /\.html$/.test(await place.inputValue()));
    await hand.press("Enter");
    await ticked(page, ["Write it down", "See what is wrong", "See it drawn", "Share it"]);
  },

  "a status that is set in the picture keeps the plan true: all is ticked off": async (play) => {
    const { page, hand, read } = play;
    const frame = await previewFrame(page);
    await barOf(frame, title).click({ button: "right" });
    await hand.click(frame.locator("[role=menu] button", { hasText: "On hold" }));
    await eventually("it is written", async () => {
      await runCommand(page, "File: Save All");
      return /status: on-hold/.test(read());
    });
    await runCommand(page, "Strategy: First Steps");
    await ticked(page, [
      "Write it down",
      "See what is wrong",
      "See it drawn",
      "Share it",
      "Keep it true",
    ]);
    equal(await page.locator(".getting-started-step").count(), 5);
  },
};

/** Opens a step of the walkthrough and clicks on its button. */
async function push(page: Page, step: string, button: string): Promise<void> {
  const one = page.locator(".getting-started-step", { hasText: step });
  if ((await one.getAttribute("class"))?.includes("expanded") !== true) {
    await one.click();
    // A step that is opened takes the focus once more when it has grown, which would close a list.
    await page.waitForTimeout(1000);
  }
  await page
    .locator(".getting-started-step.expanded", { hasText: step })
    .getByRole("button", { name: button })
    .click();
}

/** Waits until these steps are ticked off, and no others. */
async function ticked(page: Page, expected: readonly string[]): Promise<void> {
  let found: readonly string[] = [];
  await eventually(`ticked off: ${expected.join(", ")}`, async () => {
    found = await page
      .locator('.getting-started-step:has([role="checkbox"][aria-checked="true"]) .step-title')
      .allTextContents();
    return found.length >= expected.length;
  }).catch(() => {});
  deepEqual(found, expected);
}
