// What a newcomer sees in the workbench: what is offered, the plan as text, picture and tree, and what is said of it.
import type { Frame, Locator, Page } from "playwright-core";
import { barOf, eventually, previewFrame, squiggles, wordBox } from "../actions.ts";

/** The rows of the list at the top of the window. */
export function offers(page: Page): Locator {
  return page.locator(".quick-input-list .monaco-list-row");
}

/** The icon of the Strategy view at the edge of the window. */
export function viewIcon(page: Page): Locator {
  return page.locator('.activitybar .action-label[aria-label^="Strategy"]');
}

/** What the Strategy view says where there is no strategy. */
export function welcome(page: Page): Locator {
  return page.locator(".sidebar .welcome-view-content");
}

export function treeRows(page: Page): Locator {
  return page.locator('.sidebar [role="treeitem"]');
}

/** The item at the foot of the window that says how the strategy stands. */
export function statusItem(page: Page): Locator {
  return page.locator(".statusbar-item").filter({ hasText: /aligned|to mend|warning|error/i });
}

/** What that item says of one warning, behind its sign. */
export const oneWarning = /(?<!\d)1 ·/;

/** Waits until the bar of an initiative is drawn. */
export async function drawn(page: Page, title: string): Promise<Frame> {
  const frame = await previewFrame(page);
  await barOf(frame, title).waitFor();
  return frame;
}

/** Waits until a name is underlined, or is no more. */
export function underlined(page: Page, name: string, is: boolean): Promise<unknown> {
  return eventually(`'${name}' is ${is ? "" : "not "}underlined`, async () => {
    const word = await wordBox(page, name);
    if (word === undefined) return false;
    const lines = await squiggles(page, "warning");
    return lines.some(({ x, y }) => Math.abs(x - word.x) < 6 && Math.abs(y - word.y) < 30) === is;
  });
}

/** The offers of the light bulb. */
export function fixes(page: Page): Locator {
  return page.locator(".action-widget .monaco-list-row");
}

/** Beside a line for which it has an offer. */
export function lightBulb(page: Page): Locator {
  return page
    .locator(".lightBulbWidget, .codicon-gutter-lightbulb")
    .filter({ visible: true })
    .first();
}
