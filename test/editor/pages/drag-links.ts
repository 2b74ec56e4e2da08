// What must hold of dragging in the roadmap: to other groups, from the tray, to what waits, several at once, and by keys.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import type { Page } from "playwright-core";
import { focused, focusOn, settled } from "./acts.ts";
import { boxOf, inPlan, label, lead, quarterOf, said } from "./plan-host.ts";

export const linkChecks: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  "work is dragged to another group, and to none": regrouped,
  "a dependency is drawn from the dot, and a circle says its way round": waits,
  "work without dates is laid on the calendar": laid,
  "chosen bars move together": several,
  "keys drag too, what they press adds up, and the focus stays": keys,
};

async function regrouped(page: Page): Promise<void> {
  await inPlan(page, async (host) => {
    const crm = await boxOf(page, "work:crm");
    const target = await boxOf(page, "work:desk");
    const to = target.y - crm.y;
    await lead(page, crm, 30, to);
    equal(await label(page), "Supports 'Trust', instead of 'Growth'");
    // Back in its row it moves in time, and with Shift in time alone.
    await page.mouse.move(crm.x + 3, crm.y + 3);
    equal(await label(page), "Jul 2026 to Mar 2027, as it is");
    await page.keyboard.down("Shift");
    await page.mouse.move(crm.x + 3, crm.y + to);
    equal(await label(page), "Jul 2026 to Mar 2027, as it is");
    await page.keyboard.up("Shift");
    await settled(page);
    host.answer(['"CRM" { supports: growth', '"CRM" { supports: trust']);
    await page.mouse.up();
    await page.locator("[data-lifted]").waitFor({ state: "detached" });
    deepEqual((await host.asked(1)).map(said), [{ by: "objective", from: "growth", to: "trust" }]);
    const gap = await boxOf(page, "work:lone");
    const desk = await boxOf(page, "work:desk");
    await lead(page, desk, 0, gap.y - desk.y);
    equal(await label(page), "Supports no objective, instead of 'Trust'");
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await host.asked(1);
  });
}

async function waits(page: Page): Promise<void> {
  await inPlan(page, async (host) => {
    const dot = { x: 18, y: 0 };
    const from = async (key: string, to: string) => {
      const [a, b] = [await boxOf(page, key), await boxOf(page, to)];
      const start = { x: a.right + dot.x, y: a.y };
      await lead(page, start, b.x - start.x, b.y - start.y);
    };
    await from("work:crm", "work:desk");
    equal(await label(page), "'Desk' waits for 'CRM'");
    await page.mouse.up();
    await settled(page);
    const [wait] = await host.asked(1);
    ok(wait?.type === "wait" && wait.of.id === "desk" && wait.on.id === "crm", "Desk waits.");
    host.answer("'hub' would wait for 'desk', which waits for 'hub'.");
    await from("work:desk", "work:hub");
    const says = "It leads round in a circle: 'Hub' would wait for 'Desk', which waits for 'Hub'";
    equal(await label(page), says);
    equal(await page.locator(".drag-label.red").count(), 1);
    await page.mouse.up();
    await page.locator(".drag-label.red", { hasText: "'hub' would wait" }).waitFor();
  });
}

async function laid(page: Page): Promise<void> {
  await inPlan(page, async (host) => {
    const chip = await page.locator(".chip", { hasText: "Later" }).boundingBox();
    const desk = await boxOf(page, "work:desk");
    ok(chip, "The tray has a chip.");
    const from = { x: chip.x + 30, y: chip.y + chip.height / 2 };
    await lead(page, from, 20, -10);
    equal(await label(page), "Drop it on the calendar");
    await page.mouse.move(desk.left + 4, desk.y);
    equal(await label(page), "Jan to Mar 2027, Later");
    host.answer(['"Later" {', '"Later" { timeline: 2027-Q1']);
    await page.mouse.up();
    await page.locator(".chip").waitFor({ state: "detached" });
    deepEqual((await host.asked(1)).map(said), [
      { was: {}, to: { start: "2027-01-01", end: "2027-03-31" } },
    ]);
  });
}

async function several(page: Page): Promise<void> {
  await inPlan(page, async (host) => {
    const [hub, app] = [await boxOf(page, "work:hub"), await boxOf(page, "work:app")];
    await page.keyboard.down("Control");
    await page.mouse.click(hub.x, hub.y);
    await page.keyboard.up("Control");
    await page.keyboard.down("Shift");
    await page.mouse.click(app.x, app.y);
    await page.keyboard.up("Shift");
    equal(await page.locator(".aside").count(), 0);
    await lead(page, hub, await quarterOf(page));
    equal(await label(page), "3 initiatives, 1 quarter later");
    await page.mouse.up();
    await settled(page);
    deepEqual(
      (await host.asked(1)).map(({ of }) => of.id),
      ["hub", "crm", "app"],
    );
    await focusOn(page, "work:hub");
    await page.keyboard.press("Escape");
    match((await page.locator(".stage [role=status]").textContent()) ?? "", /Nothing is chosen/);
    await page.keyboard.press("Control+Space");
    match((await page.locator(".stage [role=status]").textContent()) ?? "", /1 chosen/);
  });
}

async function keys(page: Page): Promise<void> {
  await inPlan(page, async (host) => {
    const heard = page.locator(".stage [role=status]");
    const done = () => page.locator(".stage [role=status]", { hasText: "Done" }).waitFor();
    await focusOn(page, "work:crm");
    host.answer(["2026-Q3 .. 2027-Q1", "2027-Q1 .. 2027-Q3"]);
    await page.keyboard.press("Alt+ArrowRight");
    await page.keyboard.press("Alt+ArrowRight");
    equal(await heard.textContent(), "Jan to Sep 2027, 2 quarters later.");
    await done();
    equal(await focused(page), "work:crm");
    host.answer(['"CRM" { supports: growth', '"CRM" { supports: trust']);
    await page.keyboard.press("Alt+ArrowDown");
    equal(await heard.textContent(), "Supports 'Trust', instead of 'Growth'.");
    await done();
    equal(await focused(page), "work:crm");
    await page.keyboard.press("Alt+Shift+ArrowRight");
    await page.keyboard.press("Escape");
    await focusOn(page, "work:hub");
    await page.keyboard.press("d");
    await page.keyboard.press("ArrowDown");
    equal(await heard.textContent(), "'App' waits for 'Hub'.");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => !document.querySelector(".drag-label"));
    deepEqual(
      (await host.asked(3)).map(({ type }) => type),
      ["dates", "group", "wait"],
    );
    deepEqual(said((await host.asked(3))[0]), {
      was: { start: "2026-07-01", end: "2027-03-31" },
      to: { start: "2027-01-01", end: "2027-09-30" },
    });
  });
}
