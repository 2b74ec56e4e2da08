// The first five minutes with the mouse: from an empty folder to a roadmap of one's own, and to the first finding mended.
import { deepEqual, ok } from "node:assert/strict";
import type { Page } from "playwright-core";
import { type Box, barOf, eventually, previewFrame, wordBox } from "../actions.ts";
import { told } from "./hand.ts";
import type { Scene } from "./play.ts";
import {
  drawn,
  fixes,
  lightBulb,
  offers,
  oneWarning,
  statusItem,
  treeRows,
  underlined,
  viewIcon,
  welcome,
} from "./seen.ts";

const title = "Customer portal";

/** In order: each goes on where the one before it ended. */
export const byMouse: Readonly<Record<string, Scene>> = {
  "the Strategy view of an empty folder offers a strategy to begin with": async (play) => {
    const { page, hand } = play;
    await hand.click(viewIcon(page));
    await welcome(page).getByText("There is no strategy in this folder yet").waitFor();
  },

  "New Strategy asks what to begin with": async ({ page, hand }) => {
    await hand.click(welcome(page).getByRole("button", { name: "New Strategy…" }));
    await offers(page).first().waitFor();
    const found = await offers(page)
      .locator(".quick-input-list-label .label-name")
      .allTextContents();
    deepEqual(
      found.filter((_, at) => at % 2 === 0),
      [
        "IT department",
        "OKR quarter",
        "Digital transformation",
        "Product portfolio",
        "Blank strategy",
        "From a table…",
      ],
    );
  },

  "a click on one writes it, and draws its roadmap beside it": async ({ page, hand, read }) => {
    await hand.click(offers(page).filter({ hasText: "IT department" }));
    await drawn(page, title);
    ok(read().includes(`"${title}"`));
    await statusItem(page).filter({ hasText: "Nothing to mend" }).waitFor();
    ok(hand.count().clicks <= 3, `to the roadmap it takes ${told(hand.count())}`);
  },

  "the tree shows what is in it": async ({ page }) => {
    await treeRows(page).filter({ hasText: "Grow the business online" }).first().waitFor();
  },

  "its title is selected: what is typed is the title of the picture too": async (play) => {
    const { page, hand } = play;
    await hand.type("Nordwind IT");
    await (await previewFrame(page)).getByText("Nordwind IT").first().waitFor();
  },

  "a click on a bar leads to its text": async ({ page, hand }) => {
    await hand.click(barOf(await previewFrame(page), title));
    await eventually("its timeline is in sight", () => timelineBox(page));
  },

  "without its timeline the name is underlined, and the bar leaves the calendar": async (play) => {
    const { page, hand } = play;
    await hand.clickAt(await timelineBox(page), 3);
    await hand.press("Delete");
    await underlined(page, "customer-portal", true);
    const frame = await previewFrame(page);
    await frame.getByText("No dates yet").first().waitFor();
    await statusItem(page).filter({ hasText: oneWarning }).waitFor();
  },

  "pointing at the word says why, and the light bulb offers to mend it": async (play) => {
    const { page, hand, shoot } = play;
    const word = await wordBox(page, "customer-portal");
    ok(word, "the name is in sight");
    await page.mouse.move(word.x + 20, word.y + 8);
    const card = page.locator(".monaco-hover:not(.hidden)");
    await card.filter({ hasText: "has no timeline" }).first().waitFor();
    await shoot("why");
    await hand.clickAt(word);
    await hand.click(lightBulb(page));
    await fixes(page).filter({ hasText: "Add a timeline" }).waitFor();
  },

  "a click mends it, and the bar is on the calendar again": async ({ page, hand }) => {
    await hand.click(fixes(page).filter({ hasText: "Add a timeline" }));
    await underlined(page, "customer-portal", false);
    await drawn(page, title);
    await statusItem(page).filter({ hasText: "Nothing to mend" }).waitFor();
  },
};

/** Where the timeline of the initiative stands: the first below its name. */
async function timelineBox(page: Page): Promise<Box | undefined> {
  return (await wordBox(page, "customer-portal")) && (await wordBox(page, "timeline:"));
}
