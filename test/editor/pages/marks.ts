// What must hold of marks that can be changed: a menu and a field on each, and none where nothing can be changed.
import { deepEqual, equal, ok } from "node:assert/strict";
import type { Page } from "playwright-core";
import {
  choose,
  focused,
  focusOn,
  type System,
  setSystem,
  settled,
  setWidth,
  systems,
} from "./acts.ts";
import { axeFindings, cutTexts, Findings, faintTexts } from "./judge.ts";
import { type ServedPlan, servedPlan } from "./plan.ts";

export const markChecks: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  "a title is written where it is drawn, in every view": renamed,
  "what is typed survives a new picture, a click elsewhere and a refusal": kept,
  "keys open the menu of a mark, go through it and come back": menuByKeys,
  "progress is a whole number of percent": progressed,
  "where nothing can be changed, a mark leads to the text alone": readOnly,
  "nobody is shut out of the menu and the field, in any theme and width": sound,
};

const plan = `strategy shop "Shop" { currency: EUR appetite: medium }
objective growth "Grow digital revenue" { level: business
  kpi share "Share of the market" { unit: "%" baseline: 1 target: 9 by 2027 }
}
initiative crm "New CRM" { supports: growth timeline: 2026 status: planned progress: 40% budget: 2M
  milestone pilot "Pilot" { date: 2026-06 }
}
risk leak "Data leaks" { affects: crm probability: high impact: high }
team web "Web team" { capacity: 3 }
role head "Head of web" {}
`;

const moved = "The text has been changed meanwhile. Look at the new picture and try again.";

async function on(page: Page, use: (host: ServedPlan) => Promise<void>, edits = true) {
  const host = await servedPlan(plan, edits);
  try {
    await page.goto(host.address);
    await setWidth(page, 1600);
    await use(host);
  } finally {
    host.stop();
  }
}

const field = (page: Page) => page.locator(".mark-field input");

async function renamed(page: Page): Promise<void> {
  await on(page, async (host) => {
    for (const [tab, key, title] of [
      ["Roadmap", "work:crm", "New CRM"],
      ["Roadmap", "milestone:crm:pilot", "Pilot"],
      ["Alignment", "objective:growth", "Grow digital revenue"],
      ["Alignment", "initiative:crm", "New CRM"],
      ["Scorecard", "kpi:share", "Share of the market"],
      ["Risks", "risk:leak", "Data leaks"],
      ["Money", "where:growth", "Grow digital revenue"],
      ["People", "role:head", "Head of web"],
    ] as const) {
      await choose(page, tab);
      const drawn = page.locator(".stage svg text", { hasText: new RegExp(`^${title}$`) });
      const before = (await drawn.first().boundingBox()) ?? { x: 0, y: 0, height: 0 };
      await focusOn(page, key);
      await page.keyboard.press("F2");
      await page.locator(".mark-field.over").waitFor();
      equal(await field(page).inputValue(), title);
      const box = (await field(page).boundingBox()) ?? { x: 0, y: 0, height: 0 };
      ok(Math.abs(box.x + 7 - before.x) < 2, `${key}: ${box.x} is not over ${before.x}`);
      const apart = box.y + box.height / 2 - before.y - before.height / 2;
      ok(Math.abs(apart) < 3, `${key}: ${apart} px too low`);
      await page.keyboard.type("Another one");
      await page.keyboard.press("Enter");
      await page.locator(".mark-field").waitFor({ state: "detached" });
      await page
        .locator(".stage svg text", { hasText: /^Another one$/ })
        .first()
        .waitFor();
      equal(await focused(page), key);
      host.write(host.text().replace("Another one", title));
      await drawn.first().waitFor();
    }
    // What is no title, is none: the field is left empty.
    await choose(page, "Risks");
    await focusOn(page, "risk:leak");
    await page.keyboard.press("F2");
    await field(page).fill("");
    await page.keyboard.press("Enter");
    await page.locator(".mark-field").waitFor({ state: "detached" });
    ok(/risk leak +\{/.test(host.text()));
  });
}

async function kept(page: Page): Promise<void> {
  await on(page, async (host) => {
    await choose(page, "Risks");
    await focusOn(page, "risk:leak");
    await page.keyboard.press("F2");
    await field(page).fill("Half of a new tit");
    host.write(`// More text above\n${host.text().replace("impact: high", "impact: low")}`);
    await page.locator("[data-mark='risk:leak'][aria-label*='low impact']").waitFor();
    equal(await field(page).inputValue(), "Half of a new tit");
    equal(await field(page).evaluate((element) => element === document.activeElement), true);
    await page.mouse.click(500, 120);
    await page.getByText("Not written yet. Enter writes it, Escape leaves it.").waitFor();
    equal(host.asked.length, 0);
    // Somebody else has renamed it: that is said, and nothing that was typed is lost.
    host.write(host.text().replace("Data leaks", "Secrets leak"));
    await page.locator("[data-mark='risk:leak'][aria-label*='Secrets leak']").waitFor();
    await field(page).focus();
    await page.keyboard.press("End");
    await page.keyboard.type("le");
    await page.keyboard.press("Enter");
    await page.locator(".mark-field").getByText(moved).waitFor();
    await page.locator(".told").getByText(moved).waitFor();
    equal(await field(page).inputValue(), "Half of a new title");
    // Who writes it all the same has seen what stands there.
    await page.keyboard.press("Enter");
    await page.locator(".mark-field").waitFor({ state: "detached" });
    ok(host.text().includes('risk leak "Half of a new title"'));
    equal(await focused(page), "risk:leak");
    await page.keyboard.press("F2");
    await field(page).fill("Never");
    await page.keyboard.press("Escape");
    await page.locator(".mark-field").waitFor({ state: "detached" });
    equal(await focused(page), "risk:leak");
    ok(!host.text().includes("Never"));
    // While the text has a fault nothing is written, and what was typed waits.
    await page.keyboard.press("F2");
    await field(page).fill("Leaks");
    host.write(`${host.text()}}`);
    await page.locator(".stale").waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("This picture cannot be changed now.").waitFor();
    host.write(host.text().slice(0, -1));
    await page.locator(".stale").waitFor({ state: "detached" });
    await page.keyboard.press("Enter");
    await page.locator(".mark-field").waitFor({ state: "detached" });
    ok(host.text().includes('risk leak "Leaks"'));
    // Where the field itself goes, what was typed is told.
    await page.keyboard.press("F2");
    await field(page).fill("Forgotten");
    await page.locator(".tabs .tab", { hasText: "Money" }).click();
    await page.locator(".told", { hasText: "“Forgotten”" }).waitFor();
  });
}

async function menuByKeys(page: Page): Promise<void> {
  await on(page, async (host) => {
    const chosen = () => page.evaluate(() => document.activeElement?.textContent);
    for (const [tab, key] of [
      ["Roadmap", "work:crm"],
      ["Alignment", "initiative:crm"],
    ] as const) {
      await choose(page, tab);
      await focusOn(page, key);
      await page.keyboard.press("Shift+F10");
      await page.getByRole("menu", { name: "What to do with New CRM" }).waitFor();
      equal(await chosen(), "Go to the text");
      await page.keyboard.press("ArrowUp");
      equal(await chosen(), "Cancelled");
      await page.keyboard.press("Escape");
      await page.locator(".mark-menu").waitFor({ state: "detached" });
      equal(await focused(page), key);
      await page.keyboard.press("ContextMenu");
      await page.locator(".mark-menu").waitFor();
      const now = page.getByRole("menuitemradio", { checked: true });
      const before = (await now.textContent()) ?? "";
      const other = before === "Planned" ? "Active" : "Planned";
      await page.keyboard.press(other.slice(0, 1));
      while ((await chosen()) !== other) await page.keyboard.press(other.slice(0, 1));
      await page.keyboard.press("Enter");
      await page.locator(".mark-menu").waitFor({ state: "detached" });
      await page.waitForFunction(() => document.activeElement?.closest("[data-mark]"));
      equal(await focused(page), key);
      const [last] = host.asked.slice(-1);
      deepEqual(last?.type === "status" && [last.was, last.to], [
        before.toLowerCase(),
        other.toLowerCase(),
      ]);
    }
    // A click elsewhere closes it, and what is chosen already is not written again.
    const count = host.asked.length;
    const box = await page.locator("[data-mark='initiative:crm']").boundingBox();
    await page.mouse.click((box?.x ?? 0) + 40, (box?.y ?? 0) + 10, { button: "right" });
    await page.getByRole("menuitemradio", { checked: true }).click();
    await page.locator(".mark-menu").waitFor({ state: "detached" });
    await page.mouse.click((box?.x ?? 0) + 40, (box?.y ?? 0) + 10, { button: "right" });
    await page.locator(".mark-menu").waitFor();
    await page.mouse.click(20, 900);
    await page.locator(".mark-menu").waitFor({ state: "detached" });
    equal(host.asked.length, count);
  });
}

async function progressed(page: Page): Promise<void> {
  await on(page, async (host) => {
    await choose(page, "Roadmap");
    await focusOn(page, "work:crm");
    await page.keyboard.press("Shift+F10");
    await page.getByRole("menuitem", { name: "Progress… 40%" }).click();
    equal(await field(page).inputValue(), "40");
    for (const wrong of ["", "140", "4.5"]) {
      await field(page).fill(wrong);
      await page.keyboard.press("Enter");
      await page.getByText("Write a whole number from 0 to 100.").waitFor();
    }
    await field(page).fill("55");
    await page.keyboard.press("Enter");
    await page.locator(".mark-field").waitFor({ state: "detached" });
    ok(host.text().includes("progress: 55%"));
    equal(await focused(page), "work:crm");
  });
}

async function readOnly(page: Page): Promise<void> {
  await on(
    page,
    async (host) => {
      await choose(page, "Risks");
      await focusOn(page, "spot:leak");
      await page.keyboard.press("F2");
      await page.keyboard.press("Alt+ArrowUp");
      const box = await page.locator("[data-mark='spot:leak']").boundingBox();
      const [x, y] = [(box?.x ?? 0) + 10, (box?.y ?? 0) + 10];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x - 100, y, { steps: 4 });
      await page.mouse.up();
      await settled(page);
      equal(await page.locator(".mark-field, .point-label, .carried").count(), 0);
      await page.mouse.click(x, y, { button: "right" });
      await page.locator(".mark-menu").waitFor();
      deepEqual(await page.locator(".mark-menu button").allTextContents(), ["Go to the text"]);
      await page.keyboard.press("Enter");
      await page.locator(".aside .written pre").waitFor();
      equal(host.asked.length, 0);
    },
    false,
  );
}

async function sound(page: Page): Promise<void> {
  const findings = new Findings();
  await on(page, async () => {
    const look = async (where: string) => {
      findings.add(where, await axeFindings(page));
      findings.add(where, await faintTexts(page));
      findings.add(where, await cutTexts(page));
    };
    for (const [system, width] of [
      ...Object.keys(systems).map((name) => [name, 1600] as const),
      ["light", 320] as const,
      ["light", 900] as const,
    ]) {
      await setWidth(page, width);
      await setSystem(page, system as System);
      await choose(page, "Roadmap");
      await focusOn(page, "work:crm");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Shift+F10");
      await page.locator(".mark-menu").waitFor();
      await look(`menu in ${system} at ${width} px`);
      await page.getByRole("menuitem", { name: "Progress…" }).click();
      await field(page).fill("140");
      await page.keyboard.press("Enter");
      await page.getByText("Write a whole number").waitFor();
      await look(`progress in ${system} at ${width} px`);
      await page.keyboard.press("Escape");
      await page.keyboard.press("F2");
      await field(page).fill("A title");
      await look(`title in ${system} at ${width} px`);
      await page.keyboard.press("Escape");
      await page.locator(".mark-field").waitFor({ state: "detached" });
    }
  });
  findings.check();
}
