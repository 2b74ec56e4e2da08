// What must hold of marks that are dragged from place to place: risks in their matrix, work from goal to goal.
import { deepEqual, equal, ok } from "node:assert/strict";
import type { Page } from "playwright-core";
import type { Gesture } from "../../../server/gestures/shape.ts";
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
import { axeFindings, Findings } from "./judge.ts";
import { type ServedPlan, servedPlan } from "./plan.ts";

export const carryChecks: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  "a risk is dragged to another square, and Escape leaves it": dragged,
  "a risk that is not rated is dragged from the list, at any width": rated,
  "what is refused goes back, and says why": refused,
  "keys move a risk by steps, which are one edit, and say where it is": stepped,
  "where several stand for each other, a list leads to each": listed,
  "work is dragged from one objective to another, and to none": aligned,
  "when the picture is locked, what is held falls back": locked,
  "a label at what is dragged shuts nobody out": sound,
};

const plan = `strategy shop "Shop" { currency: EUR appetite: medium }
objective growth "Growth" { level: business }
objective savings "Savings" { level: business }
initiative crm "CRM" { supports: growth budget: 2M }
initiative app "App" { budget: 1M }
risk leak "Data leaks" { affects: crm probability: high impact: medium }
risk fails "It fails" { affects: crm probability: very-high impact: low response: mitigate residual { probability: low impact: low } }
risk open "Nobody knows" { affects: crm }
${["a", "b", "c", "d", "e", "f"].map((one) => `risk ${one} "Risk ${one}" { affects: crm probability: low impact: very-low }`).join("\n")}
`;

const moved = "The text has been changed meanwhile. Look at the new picture and try again.";

async function on(page: Page, tab: string, use: (host: ServedPlan) => Promise<void>, width = 1600) {
  const host = await servedPlan(plan);
  try {
    await page.goto(host.address);
    await setWidth(page, width);
    await choose(page, tab);
    await use(host);
  } finally {
    host.stop();
  }
}

async function middleOf(page: Page, key: string) {
  const box = await page.locator(`.stage [data-mark="${key}"]`).first().boundingBox();
  ok(box, `${key} is on screen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The middle of a square, from that of another one in which a mark stands. */
async function squareAt(page: Page, key: string, right: number, up: number) {
  const { x, y } = await middleOf(page, key);
  const [first, second] = await Promise.all(
    ["High", "Medium"].map((text) =>
      page
        .locator(".stage svg text", { hasText: new RegExp(`^${text}$`) })
        .first()
        .boundingBox(),
    ),
  );
  const high = (second?.y ?? 0) - (first?.y ?? 0);
  return { x: x + right * high, y: y - up * high };
}

async function hold(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 6, from.y + 6, { steps: 2 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await settled(page);
}

const label = (page: Page) => page.locator(".point-label");

async function dragged(page: Page): Promise<void> {
  await on(page, "Risks", async (host) => {
    const from = await middleOf(page, "spot:leak");
    await hold(page, from, await squareAt(page, "spot:leak", 0, 1));
    equal(
      await label(page).textContent(),
      "Probability very high, impact medium: severity 15, above what is accepted",
    );
    await page.keyboard.press("Escape");
    await label(page).waitFor({ state: "detached" });
    await page.mouse.up();
    await settled(page);
    equal(await page.locator(".aside").count(), 0);
    equal(host.asked.length, 0);
    await hold(page, from, await squareAt(page, "spot:leak", 0, -1));
    equal(
      await label(page).textContent(),
      "Probability medium, impact medium: severity 9, within what is accepted",
    );
    await page.mouse.up();
    await page.locator("[data-mark='spot:leak'][aria-label*='9, medium probability']").waitFor();
    await label(page).waitFor({ state: "detached" });
    deepEqual(host.asked.map(sides), [["leak", "today", "4-3", "3-3"]]);
    equal(await page.locator(".aside").count(), 0);
    equal(await focused(page), "spot:leak");
    // Back where it was nothing is written, and beside the matrix neither.
    const now = await middleOf(page, "spot:leak");
    await hold(page, now, { x: now.x + 12, y: now.y });
    equal(await label(page).textContent(), "Probability medium, impact medium, as it is");
    await page.mouse.up();
    await hold(page, now, await middleOf(page, "risk:a"));
    equal(await label(page).textContent(), "Here nothing changes");
    await page.mouse.up();
    await label(page).waitFor({ state: "detached" });
    equal(host.asked.length, 1);
  });
}

function sides(gesture: Gesture) {
  if (gesture.type !== "rating") return [];
  const { of, which, was, to } = gesture;
  const square = (one: typeof was) => one && `${one.probability}-${one.impact}`;
  return [of.id, which, square(was), square(to)];
}

async function rated(page: Page): Promise<void> {
  for (const width of [1600, 900, 340])
    await on(
      page,
      "Risks",
      async (host) => {
        const row = page.locator("[data-mark='risk:open']");
        await row.focus();
        await row.evaluate((element) => element.scrollIntoView({ block: "center" }));
        await page.locator("[data-mark='spot:leak']").waitFor({ state: "attached" });
        const { x, y } = await middleOf(page, "risk:open");
        await page.mouse.move(x, y);
        await page.mouse.down();
        await page.mouse.move(x, y + 10, { steps: 2 });
        // Near the edge it scrolls on, until the square is in sight.
        const scroller = page.locator(".scroller");
        const box = await scroller.boundingBox();
        const down = (await middleOf(page, "spot:leak")).y > y;
        ok(box);
        for (let step = 0; step < 200; step++) {
          const target = await page.locator("[data-mark='spot:leak']").boundingBox();
          if (target && target.y > box.y + 60 && target.y < box.y + box.height - 80) break;
          await page.mouse.move(x, down ? box.y + box.height - 4 : box.y + 4 + (step % 2));
          await settled(page);
        }
        const target = await middleOf(page, "spot:leak");
        await page.mouse.move(target.x, target.y, { steps: 4 });
        await settled(page);
        ok((await label(page).textContent())?.startsWith("Probability high, impact medium"));
        await page.mouse.up();
        await page.locator("[data-mark='spot:open']").waitFor({ state: "attached" });
        deepEqual(host.asked.map(sides), [["open", "today", undefined, "4-3"]]);
      },
      width,
    );
}

async function refused(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await on(page, "Risks", async (host) => {
    host.refuse(moved);
    const ring = await middleOf(page, "before:fails");
    await hold(page, ring, await squareAt(page, "before:fails", 0, -3));
    equal(
      await label(page).textContent(),
      "Before mitigation: probability low, impact low: severity 4",
    );
    const lowest = await squareAt(page, "before:fails", 0, -4);
    await page.mouse.move(lowest.x, lowest.y, { steps: 2 });
    await settled(page);
    ok((await label(page).textContent())?.endsWith("severity 2, less than it is today"));
    await page.mouse.up();
    await page.locator(".point-label.red", { hasText: moved }).waitFor();
    await page.locator(".told", { hasText: moved }).waitFor();
    equal(
      await page.locator(".glides").evaluate((one) => getComputedStyle(one).transitionDuration),
      "0s",
    );
    deepEqual(host.asked.map(sides), [["fails", "before", "5-2", "1-2"]]);
    await page.keyboard.press("Shift");
    await label(page).waitFor({ state: "detached" });
  });
}

async function stepped(page: Page): Promise<void> {
  await on(page, "Risks", async (host) => {
    const said = page.locator(".stage [role=status]");
    await focusOn(page, "risk:open");
    await page.keyboard.press("Alt+ArrowDown");
    await said.getByText("Probability medium, impact medium: severity 9").waitFor();
    await page.keyboard.press("Alt+ArrowUp");
    await page.keyboard.press("Alt+ArrowRight");
    await said
      .getByText("Probability high, impact high: severity 16, above what is accepted")
      .waitFor();
    await page.locator("[data-mark='spot:open']").waitFor();
    deepEqual(host.asked.map(sides), [["open", "today", undefined, "4-4"]]);
    equal(await focused(page), "risk:open");
    // What follows at once is made of the picture that has come meanwhile.
    await page.keyboard.press("Alt+ArrowLeft");
    await page.keyboard.press("Tab");
    await page.locator("[data-mark='spot:open'][aria-label*='12, high probability']").waitFor();
    deepEqual(host.asked.map(sides).slice(1), [["open", "today", "4-4", "4-3"]]);
    await focusOn(page, "spot:leak");
    await page.keyboard.press("Alt+ArrowUp");
    await page.keyboard.press("Escape");
    await label(page).waitFor({ state: "detached" });
    equal(host.asked.length, 2);
  });
}

async function listed(page: Page): Promise<void> {
  await on(page, "Risks", async () => {
    await focusOn(page, "crowd:2-1");
    await page.keyboard.press("Enter");
    await page.locator(".card .link:focus").waitFor();
    await page.keyboard.press("Escape");
    await page.locator(".card").waitFor({ state: "detached" });
    equal(await focused(page), "crowd:2-1");
    await page.keyboard.press("Enter");
    await page.locator(".card .link:focus").waitFor();
    await page.keyboard.press("Enter");
    await page.locator("[data-mark='risk:d']:focus").waitFor();
  });
}

async function aligned(page: Page): Promise<void> {
  for (const width of [1600, 700])
    await on(
      page,
      "Alignment",
      async (host) => {
        const goal = await middleOf(page, "objective:savings");
        await hold(page, await middleOf(page, "initiative:crm"), goal);
        equal(await label(page).textContent(), "Supports 'Savings' instead of 'Growth'");
        await page.mouse.up();
        await label(page).waitFor({ state: "detached" });
        await hold(
          page,
          await middleOf(page, "initiative:crm"),
          await middleOf(page, "initiative:app"),
        );
        equal(await label(page).textContent(), "Supports no objective: leads nowhere");
        await page.mouse.up();
        await label(page).waitFor({ state: "detached" });
        deepEqual(
          host.asked.map((one) => one.type === "group" && [one.by, one.from, one.to]),
          [
            ["objective", "growth", "savings"],
            ["objective", "savings", undefined],
          ],
        );
        equal(await focused(page), "initiative:crm");
      },
      width,
    );
}

async function locked(page: Page): Promise<void> {
  await on(page, "Risks", async (host) => {
    const from = await middleOf(page, "spot:leak");
    await hold(page, from, await squareAt(page, "spot:leak", 0, -1));
    host.edits(false);
    await label(page).waitFor({ state: "detached" });
    await page.mouse.up();
    await settled(page);
    equal(host.asked.length, 0);
    host.edits(true);
    await page.locator("[data-mark='before:fails']").waitFor();
    await focusOn(page, "spot:leak");
    await page.keyboard.press("Alt+ArrowUp");
    host.edits(false);
    await label(page).waitFor({ state: "detached" });
    equal(host.asked.length, 0);
  });
}

async function sound(page: Page): Promise<void> {
  const findings = new Findings();
  await on(page, "Risks", async () => {
    for (const system of Object.keys(systems)) {
      await setSystem(page, system as System);
      await focusOn(page, "spot:leak");
      await page.keyboard.press("Escape");
      await hold(page, await middleOf(page, "spot:leak"), await squareAt(page, "spot:leak", 0, 1));
      await label(page).waitFor();
      findings.add(system, await axeFindings(page));
      await page.keyboard.press("Escape");
      await page.mouse.up();
    }
  });
  findings.check();
}
