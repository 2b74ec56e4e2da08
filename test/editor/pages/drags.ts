// What must hold of dragging in the roadmap: bars, edges and dates ask for the right thing, and nothing snaps back.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import type { Page } from "playwright-core";
import { focusOn, setSystem, settled } from "./acts.ts";
import { axeFindings, Findings, faintTexts } from "./judge.ts";
import { boxOf, inPlan, label, lead, quarterOf, said } from "./plan-host.ts";

export const dragChecks: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  "a bar that is dropped stays there until the new picture comes, and is drawn there then":
    staysPut,
  "an edge is dragged alone, and what starts after other work stays behind it": edges,
  "a milestone and a review are dragged, and Escape puts back what is held": dates,
  "what is refused glides back, and says why": refused,
  "a drop that breaks a rule is made, and warned of": warned,
  "what is read only, locked or out of date is not dragged, and a click is a click": lookedAt,
  "the picture is not drawn anew while something is dragged, and keeps its layout after": still,
  "a finger scrolls, and drags once it has rested": finger,
};

async function staysPut(page: Page): Promise<void> {
  await inPlan(
    page,
    async (host) => {
      const quarter = await quarterOf(page);
      const before = await boxOf(page, "work:crm");
      host.answer(["2026-Q3 .. 2027-Q1", "2026-Q4 .. 2027-Q2"]);
      await lead(page, before, quarter * 1.1);
      equal(await label(page), "Oct 2026 to Jun 2027, 1 quarter later");
      equal(await page.locator(".drag-over [data-mark='aloft:work:crm']").count(), 1);
      const held = await boxOf(page, "work:crm");
      ok(Math.abs(held.left - before.left - quarter) < 4, "It snaps to the quarter.");
      await page.evaluate(followBar);
      await page.mouse.up();
      const [move] = await host.asked(1);
      deepEqual(said(move), {
        was: { start: "2026-07-01", end: "2027-03-31" },
        to: { start: "2026-10-01", end: "2027-06-30" },
      });
      equal((await boxOf(page, "work:crm")).left, held.left);
      host.show();
      await page.locator("[data-lifted]").waitFor({ state: "detached" });
      await settled(page);
      const seen = await page.evaluate(() => document.body.dataset.seen ?? "");
      const lefts = seen.split(" ").filter(Boolean).map(Number);
      ok(lefts.length > 0, "It was looked at.");
      ok(
        lefts.every((left) => Math.abs(left - held.left) < 3),
        `It was somewhere else meanwhile: ${seen}`,
      );
    },
    { isSlow: true },
  );
}

/** Notes in each frame where the bar is seen. */
function followBar(): void {
  const look = () => {
    const own = document.querySelector('.rows .mark[data-mark="work:crm"]');
    const aloft = document.querySelector('.drag-over [data-mark="aloft:work:crm"]');
    const isHidden = own?.parentElement?.hasAttribute("data-lifted");
    const seen = aloft ?? (isHidden ? null : own);
    const left = (seen?.querySelector("rect")?.getBoundingClientRect().left ?? -1) + 2;
    document.body.dataset.seen = `${document.body.dataset.seen ?? ""} ${left}`;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function edges(page: Page): Promise<void> {
  await inPlan(page, async (host) => {
    const quarter = await quarterOf(page);
    const crm = await boxOf(page, "work:crm");
    host.answer(["2026-Q3 .. 2027-Q1", "2026-Q3 .. 2027-Q2"]);
    await lead(page, { x: crm.right, y: crm.y }, quarter);
    equal(await label(page), "Jul 2026 to Jun 2027, ends 1 quarter later");
    await page.mouse.up();
    await page.locator("[data-lifted]").waitFor({ state: "detached" });
    const app = await boxOf(page, "work:app");
    await lead(page, app, quarter / 3);
    equal(await label(page), "Jul 2027 to Jan 2028, starts after 'CRM', ends 1 month later");
    await page.mouse.up();
    await settled(page);
    const asked = (await host.asked(2)).map((one) => "to" in one && one.to);
    deepEqual(asked, [{ end: "2027-06-30" }, { end: "2028-01-31" }]);
  });
}

async function dates(page: Page): Promise<void> {
  await inPlan(page, async (host) => {
    const quarter = await quarterOf(page);
    const pilot = await boxOf(page, "milestone:crm:pilot");
    await lead(page, pilot, quarter);
    equal(await label(page), "Pilot: By the end of Mar 2027, 1 quarter later");
    await page.keyboard.press("Escape");
    equal(await page.locator(".drag-label").count(), 0);
    await page.mouse.up();
    await host.asked(0);
    const review = await boxOf(page, "event:review:autumn");
    await lead(page, { x: review.left + 8, y: review.y }, quarter, 4);
    match(await label(page), /^Autumn review: \d+ Jan 2027, \d+ days later$/);
    await page.mouse.up();
    await settled(page);
    await host.asked(1);
  });
}

const refusal = "The text has been changed meanwhile. Look at the new picture and try again.";

async function refused(page: Page): Promise<void> {
  await inPlan(page, async (host) => {
    const findings = new Findings();
    for (const system of ["light", "dark", "high-contrast"] as const) {
      await setSystem(page, system);
      const before = await boxOf(page, "work:crm");
      host.answer(refusal);
      await lead(page, before, await quarterOf(page));
      findings.add(`held in ${system}`, await faintTexts(page));
      await page.mouse.up();
      await page.locator(".drag-label.red", { hasText: refusal }).waitFor();
      await page.locator("[data-lifted]").waitFor({ state: "detached" });
      equal((await boxOf(page, "work:crm")).left, before.left);
      await page.locator(".told", { hasText: refusal }).waitFor();
      findings.add(system, [...(await axeFindings(page)), ...(await faintTexts(page))]);
      await page.locator(".drag-label .close").click();
      await page.locator(".drag-label").waitFor({ state: "detached" });
    }
    findings.check();
  });
}

async function warned(page: Page): Promise<void> {
  await inPlan(page, async (host) => {
    const hub = await boxOf(page, "work:hub");
    host.answer(["2026-Q1 .. 2026-Q2", "2027-Q1 .. 2027-Q2"]);
    await lead(page, hub, (await quarterOf(page)) * 4);
    await page.mouse.up();
    const warning = page.locator(".drag-label.amber");
    await warning.waitFor();
    match(await label(page), /'Desk': it starts before 'Hub' has ended/);
    const heard = page.locator(".stage [role=status]");
    match((await heard.textContent()) ?? "", /starts before 'Hub' has ended/);
    await focusOn(page, "work:hub");
    await page.keyboard.press("Escape");
    await warning.waitFor({ state: "detached" });
  });
}

async function lookedAt(page: Page): Promise<void> {
  const tries = async () => {
    const crm = await boxOf(page, "work:crm");
    await page.mouse.move(crm.x, crm.y);
    equal(await page.locator(".scroller[data-aim]").count(), 0);
    await lead(page, crm, 200);
    equal(await page.locator(".drag-label").count(), 0);
    await page.mouse.up();
    await focusOn(page, "work:crm");
    await page.keyboard.press("Alt+ArrowRight");
    equal(await page.locator(".drag-label").count(), 0);
    await page.keyboard.press("Escape");
    if ((await page.locator(".aside").count()) > 0) await page.locator(".aside .close").click();
  };
  const readOnly = { edits: false };
  await inPlan(page, tries, readOnly);
  await inPlan(page, async (host) => {
    await page.locator("button.lock").click();
    await tries();
    await page.locator("button.lock").click();
    const crm = await boxOf(page, "work:crm");
    await page.mouse.move(crm.x, crm.y);
    await page.locator(".scroller[data-aim='all']").waitFor();
    await lead(page, crm, 2, 2);
    await page.mouse.up();
    await page.locator(".aside").waitFor();
    await page.keyboard.press("Escape");
    host.write("initiative crm {{{ timeline: ]");
    await page.locator(".stale").waitFor();
    await tries();
    await host.asked(0);
  });
}

async function still(page: Page): Promise<void> {
  await inPlan(page, async (host) => {
    await page.getByRole("button", { name: "Months" }).click();
    await page.locator(".rows [data-mark='group:trust']").first().focus();
    await page.keyboard.press("ArrowLeft");
    await page.evaluate(() => {
      document.querySelector(".scroller")?.scrollTo({ left: 700 });
    });
    await settled(page);
    const layout = () =>
      page.evaluate(() => [
        document.querySelector(".scroller")?.scrollLeft,
        document.querySelector(".sheet")?.clientWidth,
        document.querySelectorAll(".rows .plot [data-row]").length,
      ]);
    const before = await layout();
    const crm = await boxOf(page, "work:crm");
    await page.mouse.move(crm.right - 100, crm.y);
    await page.mouse.down();
    await page.mouse.move(crm.right - 90, crm.y);
    await settled(page);
    await page.evaluate(() => {
      const columns = document.querySelector(".rows .columns");
      new MutationObserver((changes) => {
        const drawn = changes.filter(({ attributeName }) => attributeName !== "data-lifted");
        document.body.dataset.drawn = String(
          Number(document.body.dataset.drawn ?? 0) + drawn.length,
        );
      }).observe(columns ?? document.body, { subtree: true, childList: true, attributes: true });
    });
    for (let x = 0; x < 300; x += 20) await page.mouse.move(crm.right - 90 + x, crm.y);
    await settled(page);
    equal(await page.evaluate(() => Number(document.body.dataset.drawn)), 0);
    deepEqual(await layout(), before);
    host.answer(["2026-Q3 .. 2027-Q1", "2026-Q4 .. 2027-Q2"]);
    await page.mouse.up();
    await page.locator("[data-lifted]").waitFor({ state: "detached" });
    deepEqual(await layout(), before);
  });
}

async function finger(page: Page): Promise<void> {
  await inPlan(page, async (host) => {
    const crm = await boxOf(page, "work:crm");
    const quarter = await quarterOf(page);
    const session = await page.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", x = crm.x, y = crm.y) =>
      session.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: type === "touchEnd" ? [] : [{ x, y }],
      });
    await touch("touchStart");
    await touch("touchMove", crm.x + 60);
    await touch("touchMove", crm.x + 120);
    equal(await page.locator(".drag-label").count(), 0);
    await touch("touchEnd");
    await touch("touchStart");
    await page.locator(".drag-label").waitFor();
    await touch("touchMove", crm.x + quarter / 2 + 4);
    await touch("touchMove", crm.x + quarter);
    equal(await label(page), "Oct 2026 to Jun 2027, 1 quarter later");
    await touch("touchEnd");
    await page.locator(".drag-label").waitFor({ state: "detached" });
    await host.asked(1);
  });
}
