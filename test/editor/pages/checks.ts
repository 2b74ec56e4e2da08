// What must hold of each view on the page outside an editor: nobody is shut out, nothing is cut, everything leads somewhere.
import { deepEqual, equal, notEqual, ok } from "node:assert/strict";
import type { Page } from "playwright-core";
import {
  choose,
  focused,
  focusOn,
  marksInSight,
  openWritten,
  type System,
  setSystem,
  settled,
  setWidth,
  showTable,
  systems,
} from "./acts.ts";
import { axeFindings, cutTexts, Findings, faintTexts } from "./judge.ts";

const widths = [320, 622, 900, 1600, 2500];

/** The checks of one view, each with what it says. */
export function checksOf(tab: string): Readonly<Record<string, (page: Page) => Promise<void>>> {
  const inEach = Object.keys(systems).map((name) => {
    const check = (page: Page) => sound(page, tab, name as System);
    return [`${tab}: nobody is shut out, and all is readable, in ${name}`, check] as const;
  });
  return {
    ...Object.fromEntries(inEach),
    [`${tab}: nothing is cut off at any width`]: (page) => fits(page, tab),
    [`${tab}: a click opens what is written, and Escape leads back`]: (page) => opens(page, tab),
    [`${tab}: arrow keys go from mark to mark`]: (page) => steps(page, tab),
    ...(tab === "Roadmap"
      ? { [`${tab}: keys reach what a mark holds`]: (page: Page) => choosesByKeys(page, tab) }
      : {}),
    [`${tab}: the table sorts, and what is not known comes last`]: (page) => sorts(page, tab),
  };
}

/** The picture, a card, the panel beside it and the table, in one theme. */
async function sound(page: Page, tab: string, system: System): Promise<void> {
  const findings = new Findings();
  await setWidth(page, 1600);
  await setSystem(page, system);
  await choose(page, tab);
  const look = async (where: string) => {
    findings.add(where, await axeFindings(page));
    findings.add(where, await faintTexts(page));
  };
  await look("picture");
  const marks = await marksInSight(page);
  const middle = marks[Math.floor(marks.length / 2)];
  ok(middle, "The picture has a mark.");
  await focusOn(page, middle.key);
  await page.keyboard.press("Space");
  await page.locator(".card").waitFor();
  await look("card");
  await page.keyboard.press("Escape");
  await page.locator(".card").waitFor({ state: "detached" });
  await openWritten(page);
  await look("panel");
  await page.keyboard.press("Escape");
  await showTable(page, true);
  await look("table");
  await showTable(page, false);
  if (system === "light")
    for (const width of [320, 900]) {
      await setWidth(page, width);
      await look(`picture at ${width} px`);
    }
  await setWidth(page, 1600);
  findings.check();
}

async function fits(page: Page, tab: string): Promise<void> {
  const findings = new Findings();
  await setSystem(page, "light");
  await setWidth(page, 1600);
  await choose(page, tab);
  for (const width of widths) {
    await setWidth(page, width);
    findings.add(`${width} px`, await cutTexts(page));
  }
  await setWidth(page, 1600);
  await showTable(page, true);
  for (const width of widths) {
    await setWidth(page, width);
    findings.add(`table at ${width} px`, await cutTexts(page));
    const wide = await page
      .locator(".table")
      .first()
      .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
    findings.add(
      `table at ${width} px`,
      wide > 1 ? [`Its columns leave the page by ${wide} px`] : [],
    );
  }
  await setWidth(page, 1600);
  await showTable(page, false);
  findings.check();
}

async function opens(page: Page, tab: string): Promise<void> {
  await setWidth(page, 1600);
  await choose(page, tab);
  const mark = await openWritten(page);
  const text = await page.locator(".aside .written pre").textContent();
  const place = await page.locator(".aside .written h3").first().textContent();
  ok(/^[a-z-]+(?: |$)/m.test(text ?? ""), `It is the text of a declaration: ${text}`);
  ok(/\.strategy, line \d+$/.test(place ?? ""), `It says where it is written: ${place}`);
  await page.keyboard.press("Escape");
  await page.locator(".aside").waitFor({ state: "detached" });
  equal(await focused(page), mark.key);
  await page.keyboard.press("Enter");
  await page.locator(".aside .written pre").waitFor();
  equal(await page.locator(".aside .written pre").textContent(), text);
  // With the panel open another mark takes its place, and is the one to go back to.
  const other = (await marksInSight(page)).findLast(({ key }) => key !== mark.key);
  ok(other, "The picture has more than one mark.");
  await page.mouse.click(other.x, other.y);
  await settled(page);
  // Where it opened a branch instead, the focus is still on it.
  const last = (await focused(page)) === undefined ? other.key : mark.key;
  await page.locator(".aside .close").click();
  await page.locator(".aside").waitFor({ state: "detached" });
  equal(await focused(page), last);
}

async function steps(page: Page, tab: string): Promise<void> {
  await setWidth(page, 1600);
  await choose(page, tab);
  const marks = await marksInSight(page);
  const [first] = marks;
  ok(first, "The picture has a mark.");
  await focusOn(page, first.key);
  await page.keyboard.press("Home");
  await settled(page);
  const seen = new Set([await focused(page)]);
  for (const key of ["ArrowDown", "ArrowDown", "ArrowRight", "ArrowDown", "ArrowRight"]) {
    await page.keyboard.press(key);
    await settled(page);
    seen.add(await focused(page));
  }
  ok(!seen.has(undefined), "The focus is always on a mark.");
  ok(seen.size >= Math.min(3, marks.length), `It was on ${[...seen].join(", ")}.`);
  await page.keyboard.press("End");
  await settled(page);
  const last = await focused(page);
  await page.keyboard.press("Home");
  await settled(page);
  if (marks.length > 1) notEqual(await focused(page), last);
}

/** No key is needed but those of the keyboard: the marks above the rows, and what one of them holds. */
async function choosesByKeys(page: Page, tab: string): Promise<void> {
  await setWidth(page, 1600);
  await choose(page, tab);
  const several = await page.evaluate(() =>
    [...document.querySelectorAll(".head [data-mark]")]
      .find(({ ariaLabel }) => (ariaLabel?.match(/ by /g) ?? []).length > 1)
      ?.getAttribute("data-mark"),
  );
  ok(several, "A mark above the rows holds more than one thing.");
  await page.locator(".rows [data-mark]").first().focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowUp");
  for (let step = 0; step < 20 && (await focused(page)) !== several; step++) {
    await page.keyboard.press("ArrowRight");
    await settled(page);
  }
  equal(await focused(page), several);
  await page.keyboard.press("Enter");
  await page.locator(".card .link:focus").waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".card").waitFor({ state: "detached" });
  equal(await focused(page), several);
  await page.keyboard.press("Enter");
  await page.locator(".card .link:focus").waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".aside .written pre").waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".aside").waitFor({ state: "detached" });
  equal(await focused(page), several);
}

/** The cells of a column, less those of headings. */
function columnOf(page: Page, column: number): Promise<readonly string[]> {
  return page
    .locator(`.table table`)
    .first()
    .locator("tbody tr:not(.group)")
    .evaluateAll((rows, at) => rows.map((row) => row.children[at]?.textContent ?? ""), column);
}

async function sorts(page: Page, tab: string): Promise<void> {
  await setWidth(page, 1600);
  await choose(page, tab);
  await showTable(page, true);
  const heads = page.locator(".table table").first().locator("thead th");
  const count = await heads.count();
  ok(count > 1, "The table has columns.");
  let moved = false;
  for (let column = 0; column < count; column++) {
    const head = heads.nth(column);
    const order = () => head.getAttribute("aria-sort");
    const before = await columnOf(page, column);
    await head.locator("button").click();
    equal(await order(), "ascending");
    const up = await columnOf(page, column);
    await head.locator("button").click();
    equal(await order(), "descending");
    const down = await columnOf(page, column);
    deepEqual(up.toSorted(), before.toSorted());
    deepEqual(down.toSorted(), before.toSorted());
    for (const cells of [up, down]) {
      const isUnknown = (cell: string) => cell === "–" || cell === "";
      const unknown = cells.findIndex(isUnknown);
      const late = unknown < 0 ? [] : cells.slice(unknown);
      ok(
        late.every(isUnknown),
        `What is not known is not last in column ${column}: ${cells.join(" | ")}`,
      );
    }
    moved ||= up.join() !== down.join();
    await head.locator("button").click();
    equal(await order(), "none");
    deepEqual(await columnOf(page, column), before);
  }
  ok(moved, "No column changes the order.");
  await showTable(page, false);
}
