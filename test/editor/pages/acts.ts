// What a reader does on the page outside an editor: choose a view, a width, a theme; point at a mark.
import type { Frame, Page } from "playwright-core";

export type Place = Page | Frame;

/** How the system is set for each of the four themes, and the class that the page then bears. */
export const systems = {
  light: { colorScheme: "light", contrast: "no-preference" },
  dark: { colorScheme: "dark", contrast: "no-preference" },
  "high-contrast": { colorScheme: "dark", contrast: "more" },
  "high-contrast-light": { colorScheme: "light", contrast: "more" },
} as const;

export type System = keyof typeof systems;

export async function setSystem(page: Page, system: System): Promise<void> {
  await page.emulateMedia(systems[system]);
  await page.locator(`body.vscode-${system}`).waitFor();
  await settled(page);
}

/** Until what the page has been told is on screen. */
export function settled(place: Place): Promise<void> {
  return place.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  );
}

export async function setWidth(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 1000 });
  await page.waitForFunction((wanted) => window.innerWidth === wanted, width);
  await settled(page);
}

/** What the tabs say, or the list that stands for them where there is no room. */
export async function tabsOf(place: Place): Promise<readonly string[]> {
  await place.locator(".tabs .tab, .tabs option").first().waitFor({ state: "attached" });
  return place.locator(".tabs .tab, .tabs option").allTextContents();
}

/** Chooses a view by its tab, and waits until it is drawn. */
export async function choose(place: Place, tab: string): Promise<void> {
  const list = place.locator(".tabs select");
  if ((await list.count()) > 0) await list.selectOption({ label: tab });
  else await place.locator(".tabs .tab", { hasText: new RegExp(`^${tab}$`) }).click();
  await place.locator(".page .tools, .page .notice").first().waitFor({ state: "attached" });
  await settled(place);
}

/** A mark that is in sight and lies under nothing else at its middle. */
export interface SeenMark {
  readonly key: string;
  /** It stands in what stays at the top while the rest scrolls. */
  readonly isInHead: boolean;
  readonly x: number;
  readonly y: number;
}

export function marksInSight(place: Place): Promise<readonly SeenMark[]> {
  return place.evaluate(() => {
    const found = new Map<string, { key: string; isInHead: boolean; x: number; y: number }>();
    for (const mark of document.querySelectorAll(".stage svg [data-mark]")) {
      const { left, top, width, height } = mark.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const key = mark.getAttribute("data-mark") ?? "";
      const hit = document.elementFromPoint(x, y)?.closest("[data-mark]");
      if (hit === mark && !found.has(key)) {
        const isInHead = mark.closest(".head") !== null;
        found.set(key, { key, isInHead, x, y });
      }
    }
    return [...found.values()];
  });
}

/** Puts the focus on a mark, as the tab key would. */
export async function focusOn(place: Place, key: string): Promise<void> {
  await place
    .locator(`.stage svg [data-mark=${JSON.stringify(key)}]`)
    .first()
    .focus();
}

/** The key of the mark that has the focus. */
export function focused(place: Place): Promise<string | undefined> {
  return place.evaluate(
    () => document.activeElement?.closest("[data-mark]")?.getAttribute("data-mark") ?? undefined,
  );
}

/** Clicks marks one after the other until one opens a panel with what is written. */
export async function openWritten(page: Page): Promise<SeenMark> {
  const panel = page.locator(".aside");
  for (const { key } of await marksInSight(page)) {
    // A panel that has come and gone may have moved it.
    const mark = (await marksInSight(page)).find((one) => one.key === key);
    if (mark === undefined) continue;
    await page.mouse.click(mark.x, mark.y);
    await settled(page);
    if ((await panel.count()) === 0) continue;
    await panel.locator("h2").waitFor();
    if ((await panel.locator(".written pre").count()) > 0) return mark;
    await page.keyboard.press("Escape");
    await panel.waitFor({ state: "detached" });
    await settled(page);
  }
  throw new Error("No mark in sight opens what is written.");
}

/** Sets the box "Table", which stands in a menu where there is little room. */
export async function showTable(place: Place, on: boolean): Promise<void> {
  const box = place.locator(".check", { hasText: /^Table$/ }).locator("input");
  await box.setChecked(on);
  await place.locator(on ? ".table table" : ".stage").waitFor();
  await settled(place);
}
