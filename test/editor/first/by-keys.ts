// The first five minutes with keys alone: from an empty folder to a roadmap of one's own, and to the first finding mended.
import { equal, ok } from "node:assert/strict";
import { barOf, eventually, previewFrame } from "../actions.ts";
import { told } from "./hand.ts";
import type { Play, Scene } from "./play.ts";
import { drawn, fixes, offers, oneWarning, statusItem, underlined, viewIcon } from "./seen.ts";

const title = "A setup that guides you";

/** In order: each goes on where the one before it ended. */
export const byKeys: Readonly<Record<string, Scene>> = {
  "New Strategy is in the palette, and asks what to begin with": async (play) => {
    await viewIcon(play.page).waitFor();
    await run(play, "new strategy", "New Strategy…");
    await offers(play.page).filter({ hasText: "IT department" }).waitFor();
  },

  "what is typed chooses one, which is written and drawn": async ({ page, hand, read }) => {
    await hand.type("okr");
    await offers(page).filter({ hasText: "IT department" }).waitFor({ state: "hidden" });
    await hand.press("Enter");
    await drawn(page, title);
    ok(read().includes(`"${title}"`));
    await statusItem(page).filter({ hasText: "Nothing to mend" }).waitFor();
    equal(hand.count().clicks, 0);
    ok(hand.count().keys <= 25, `to the roadmap it takes ${told(hand.count())}`);
  },

  "the keys go to the text: what is typed is the title of the picture too": async (play) => {
    const { page, hand } = play;
    await hand.type("Nordwind shop");
    await (await previewFrame(page)).getByText("Nordwind shop").first().waitFor();
  },

  "Try a Finding selects a line, and Delete takes it out": async (play) => {
    const { page, hand } = play;
    await run(play, "try a finding", "Try a Finding");
    await eventually("a timeline is selected", async () => {
      return /selected/.test(
        (await page.locator("#status\\.editor\\.selection").textContent()) ?? "",
      );
    });
    await hand.press("Delete");
    await statusItem(page).filter({ hasText: oneWarning }).waitFor();
    await (await previewFrame(page)).getByText("No dates yet").first().waitFor();
  },

  "F8 goes to the finding and says what is wrong": async ({ page, hand }) => {
    await hand.press("F8");
    await page.locator(".marker-widget").filter({ hasText: "has no timeline" }).waitFor();
  },

  "Ctrl+. offers to mend it, and Enter does": async ({ page, hand, shoot }) => {
    await hand.press("Control+.");
    await fixes(page).filter({ hasText: "Add a timeline" }).waitFor();
    await shoot("offers");
    await hand.press("Enter");
    await statusItem(page).filter({ hasText: "Nothing to mend" }).waitFor();
    await underlined(page, "guided-setup", false);
    await barOf(await previewFrame(page), title).waitFor();
    await hand.press("Escape");
  },
};

/** Runs a command as somebody does who knows but some words of its name: the others are passed over. */
async function run({ page, hand }: Play, words: string, title: string): Promise<void> {
  await hand.press("F1");
  await page.locator(".quick-input-widget .quick-input-box input").waitFor();
  await hand.type(words);
  const wanted = offers(page)
    .and(page.locator(`[aria-label^="Strategy: ${title}"]`))
    .first();
  await wanted.waitFor();
  while (!/focused/.test((await wanted.getAttribute("class")) ?? "")) await hand.press("ArrowDown");
  await hand.press("Enter");
}
