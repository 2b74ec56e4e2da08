// What must hold of the page when its host says with what it begins, and what it is to show.
import { equal, ok } from "node:assert/strict";
import type { Page } from "playwright-core";
import type { HostMessage, PageStart } from "../../../server/protocol.ts";
import { viewNamed } from "../../../server/views/index.ts";
import { viewOf } from "../../../server/views/view.ts";
import { universeOf } from "../../workspace.ts";
import { choose, settled, showTable } from "./acts.ts";
import { servedMessages } from "./served.ts";

const text = `strategy plan "Plan" { horizon: 2026 .. 2028 currency: EUR }
theme digital "Digital" {}
objective growth "Growth" { theme: digital }
objective trust "Trust" {}
kpi churn "Churn" { measures: growth unit: % baseline: 5 on 2026-01 target: 3 by 2027 }
initiative crm "CRM" { supports: growth owner: cio teams: web timeline: 2026-Q3 .. 2027-Q1 }
${Array.from({ length: 40 }, (_, at) => `initiative more-${at} "More ${at}" { supports: growth owner: cto timeline: 2026 .. 2027 }`).join("\n")}
initiative desk "Desk" { supports: trust owner: cto timeline: 2027-Q1 .. 2027-Q4 }
`;
const uri = "file:///workspace/plan.strategy";

/** The page of that plan, whose host says first with what it begins. */
async function inPage(
  page: Page,
  start: PageStart | undefined,
  use: (send: (message: HostMessage) => Promise<void>) => Promise<void>,
): Promise<void> {
  const model = universeOf(text).model();
  const setting: HostMessage = { type: "setting", ...(start ? { start } : {}) };
  const served = await servedMessages((name) => {
    const view = viewNamed(name);
    return view ? [setting, { type: "view", view: viewOf(view, model) }] : [];
  });
  try {
    await page.goto(served.address);
    await page.locator(".stage").waitFor();
    await use(async (message) => {
      served.send(() => message);
      await settled(page);
    });
  } finally {
    served.stop();
  }
}

const tabOf = (page: Page) => page.locator(".tabs .tab[aria-current=page]").textContent();
const grouping = (page: Page) => page.locator("label", { hasText: "Group by" }).locator("select");
const zoom = (page: Page) => page.locator("[aria-label=Zoom] [aria-pressed=true]").textContent();

/** The host asks to show what is written in a line of the plan, in a view. */
function show(view: string, word: string): HostMessage {
  const line = text.slice(0, text.indexOf(word)).split("\n").length - 1;
  return { type: "show", view, uri, position: { line, character: 3 } };
}

/** The mark that is lit is in sight, with nothing over it. */
async function litInSight(page: Page, sentence: string): Promise<void> {
  await page
    .locator(".stage rect[stroke='var(--focus)'], .stage rect[fill='var(--focus)']")
    .first()
    .waitFor();
  await settled(page);
  const isThere = await page.evaluate(() => {
    const lit = document.querySelector(
      ".stage rect[stroke='var(--focus)'], .stage rect[fill='var(--focus)']",
    );
    const box = lit?.getBoundingClientRect();
    if (!box) return false;
    const over = document.elementFromPoint(box.left + 4, box.top + box.height / 2);
    return over?.closest(".stage svg") !== null && over !== null;
  });
  ok(isThere, sentence);
}

const start = { view: "scorecard", groupBy: "team", zoom: "months" };

async function begins(page: Page): Promise<void> {
  await inPage(page, start, async (send) => {
    await page.locator(".tabs .tab[aria-current=page]", { hasText: "Scorecard" }).waitFor();
    await choose(page, "Roadmap");
    equal(await grouping(page).inputValue(), "team");
    equal(await zoom(page), "Months");
    // What is set while the page is open counts at once, as long as nothing was chosen.
    await send({ type: "setting", start: { ...start, groupBy: "owner" } });
    equal(await grouping(page).inputValue(), "owner");
    await grouping(page).selectOption("status");
    await page.waitForTimeout(400);
    await page.reload();
    await page.locator(".stage").waitFor();
    equal(await tabOf(page), "Roadmap");
    equal(await grouping(page).inputValue(), "status");
    equal(await zoom(page), "Months");
  });
}

async function strange(page: Page): Promise<void> {
  await inPage(page, { view: "none", groupBy: "colour", zoom: "weeks" }, async () => {
    equal(await tabOf(page), "Roadmap");
    equal(await grouping(page).inputValue(), "objective");
  });
}

async function shows(page: Page): Promise<void> {
  await inPage(page, undefined, async (send) => {
    await send(show("scorecard", "kpi churn"));
    await litInSight(page, "the KPI");
    equal(await tabOf(page), "Scorecard");
    await send(show("roadmap", "initiative desk"));
    await litInSight(page, "work that was out of sight");
    equal(await tabOf(page), "Roadmap");
    await page.getByRole("button", { name: "Collapse all" }).click();
    await page.getByRole("searchbox").or(page.locator("input[type=search]")).first().fill("More 3");
    await send(show("roadmap", "initiative crm"));
    await litInSight(page, "work that was filtered out, in a closed group");
    await showTable(page, true);
    await send(show("roadmap", "theme digital"));
    await litInSight(page, "a theme, where objectives were");
    equal(await grouping(page).inputValue(), "theme");
    // Only what is asked for is brought back: the reader goes on as before.
    await choose(page, "Scorecard");
    await grouping(page).waitFor({ state: "detached" });
    await choose(page, "Roadmap");
    equal(await grouping(page).inputValue(), "theme");
  });
}

export const showChecks: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  "the page begins with what is set, until its reader chooses": begins,
  "what is set and not known counts as not said": strange,
  "what is to be shown comes into sight, whatever hides it": shows,
};
