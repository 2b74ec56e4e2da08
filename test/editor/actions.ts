// What a user does and sees in the workbench, in the words of VS Code: open a file, run a command, look at a word.
import type { Frame, Locator, Page } from "playwright-core";

/** A place on the page, in CSS pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const editor = ".editor-group-container.active .editor-instance .monaco-editor";
const modifier = process.platform === "darwin" ? "Meta" : "Control";

/** Opens a file of the folder by its name and waits until its text is drawn. */
export async function openFile(page: Page, name: string): Promise<void> {
  await page.keyboard.press(`${modifier}+p`);
  await pick(page, name, name);
  await page.locator(".tab.active", { hasText: name }).first().waitFor();
  await page.locator(`${editor} .view-line`).first().waitFor();
}

/** Runs a command by its title in the command palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  // A window that gives the focus to something else meanwhile closes the box: it is opened again.
  await eventually("the box for commands takes what is typed", async () => {
    await page.keyboard.press("F1");
    await input(page).fill(">", { timeout: 5000 });
    return true;
  });
  await pick(page, `>${title}`, title);
}

/** Puts the cursor behind the first `text` of the file, or `before` it. */
export async function putCursor(
  page: Page,
  source: string,
  text: string,
  where: "before" | "behind" = "before",
): Promise<void> {
  const at = source.indexOf(text);
  if (at < 0) throw new Error(`The file has no '${text}'.`);
  const above = source.slice(0, where === "before" ? at : at + text.length).split("\n");
  // The text is on the left, wherever the focus is; a click would scroll it.
  await page.keyboard.press(`${modifier}+1`);
  await page.keyboard.press("Control+g");
  const place = `:${above.length}:${(above.at(-1)?.length ?? 0) + 1}`;
  await input(page).fill(place);
  await page.keyboard.press("Enter");
  await input(page).waitFor({ state: "hidden" });
}

/** The line in which the cursor stands, as the status bar says it, from 1. */
export async function cursorLine(page: Page): Promise<number> {
  const said = await statusOf(page);
  return Number(/Ln (\d+)/.exec(said ?? "")?.[1]);
}

/** A line that is in sight, with what is selected in it: nothing where nothing is. */
export interface Selected {
  readonly text: string;
  /** What stands before the selection, and the selection. */
  readonly before: string;
  readonly name: string;
}

/** What is selected in the active editor, within one line. */
export async function selected(page: Page): Promise<Selected | undefined> {
  const said = await statusOf(page);
  const [, line, column, length] = /Ln (\d+), Col (\d+) \((\d+) selected\)/.exec(said ?? "") ?? [];
  if (line === undefined) return undefined;
  const text = await page.locator(editor).evaluate((element, number) => {
    const topOf = (one: Element) => one.getBoundingClientRect().top;
    const numbers = [...element.querySelectorAll(".line-numbers")];
    const label = numbers.find((one) => one.textContent === number);
    const lines = [...element.querySelectorAll(".view-line")];
    const found = label && lines.find((one) => Math.abs(topOf(one) - topOf(label)) < 4);
    return found?.textContent ?? undefined;
  }, line);
  if (text === undefined) return undefined;
  const plain = text.replaceAll("\u00a0", " ");
  const end = Number(column) - 1;
  const start = end - Number(length);
  return { text: plain, before: plain.slice(0, start), name: plain.slice(start, end) };
}

/** Puts the focus into the text on the left, where nothing is selected any more. */
export async function selectNothing(page: Page): Promise<void> {
  await page.keyboard.press(`${modifier}+1`);
  await eventually("nothing is selected", async () => {
    if (/selected/.test((await statusOf(page)) ?? "")) await page.keyboard.press("ArrowRight");
    return !/selected/.test((await statusOf(page)) ?? "");
  });
}

function statusOf(page: Page): Promise<string | null> {
  return page.locator("#status\\.editor\\.selection").textContent();
}

/** The text of the lines that are in sight, with plain spaces. */
export async function visibleText(page: Page, within = editor): Promise<string> {
  const lines = page.locator(`${within} .view-line`);
  const found = await lines.evaluateAll((all) =>
    all
      .map((line) => ({ top: (line as HTMLElement).offsetTop, text: line.textContent ?? "" }))
      .sort((a, b) => a.top - b.top)
      .map(({ text }) => text),
  );
  return found.join("\n").replaceAll("\u00a0", " ");
}

/** The different colours in which the visible text is drawn. */
export function textColours(page: Page): Promise<string[]> {
  return page
    .locator(`${editor} .view-line span span`)
    .evaluateAll((all) => [...new Set(all.map((one) => getComputedStyle(one).color))]);
}

/** Where the first `word` in sight is drawn. */
export async function wordBox(page: Page, word: string): Promise<Box | undefined> {
  const boxes = await page.locator(`${editor} .view-line`).evaluateAll(
    (lines, word) => {
      return lines.flatMap((line) => {
        const at = (line.textContent ?? "").indexOf(word);
        if (at < 0) return [];
        const range = document.createRange();
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        let passed = 0;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const length = node.textContent?.length ?? 0;
          const [from, to] = [at - passed, at + word.length - passed];
          if (from >= 0 && from < length) range.setStart(node, from);
          if (to > 0 && to <= length) range.setEnd(node, to);
          passed += length;
        }
        const { x, y, width, height } = range.getBoundingClientRect();
        return [{ x, y, width, height }];
      });
    },
    word.replaceAll(" ", "\u00a0"),
  );
  return boxes[0];
}

/** The wavy lines in sight. */
export function squiggles(page: Page, kind: "error" | "warning" | "info"): Promise<Box[]> {
  return page.locator(`${editor} .cdr.squiggly-${kind}`).evaluateAll((all) =>
    all.map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      return { x, y, width, height };
    }),
  );
}

/** Tries again until `look` gives something that is not nothing; fails with the sentence. */
export async function eventually<T>(
  sentence: string,
  look: () => Promise<T | undefined | false>,
  milliseconds = 60_000,
): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const seen = await look().catch(() => undefined);
    if (seen !== undefined && seen !== false) return seen;
    if (Date.now() > end) throw new Error(`Within ${milliseconds / 1000} s: ${sentence}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The page inside the preview's panel, once it has drawn something. */
export function previewFrame(page: Page): Promise<Frame> {
  return eventually("the preview is there", async () => {
    for (const frame of page.frames().slice(1)) {
      const id = await frame.frameElement().then((element) => element.getAttribute("id"));
      if (id === "active-frame" && (await frame.locator("svg").count()) > 0) return frame;
    }
    return undefined;
  });
}

/** A page of the documentation, once it is drawn, by the heading that it begins with. */
export function pageFrame(page: Page, heading: string): Promise<Frame> {
  return eventually(`the page '${heading}' is shown`, async () => {
    for (const frame of page.frames().slice(1)) {
      const headings = await frame.locator("h1").allTextContents();
      if (headings[0]?.trim() === heading) return frame;
    }
    return undefined;
  });
}

/** Clicks a link in the card of a text. A busy window takes a card away while it is under the mouse: it is shown again. */
export async function clickInCard(
  page: Page,
  source: string,
  text: string,
  link: string,
): Promise<void> {
  await eventually(`'${link}' in the card of '${text}' takes a click`, async () => {
    await putCursor(page, source, text);
    await runCommand(page, "Show or Focus Hover");
    const card = page.locator(".monaco-hover:not(.hidden)");
    await card.locator("a", { hasText: link }).first().click({ timeout: 10_000 });
    return true;
  });
}

/** Closes the tab of a file. */
export async function closeEditor(page: Page, name: string): Promise<void> {
  const tab = page.locator(".tab", { hasText: name }).first();
  await tab.click({ button: "middle" });
  await tab.waitFor({ state: "detached" });
}

/** The bar of an initiative in the preview, by its title. */
export function barOf(frame: Frame, title: string): Locator {
  return frame.locator(`svg [data-mark^="work:"][aria-label^="${title}"]`).first();
}

/** The colour behind everything in the preview. */
export function groundOf(frame: Frame): Promise<string> {
  return frame.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
}

/** Chooses a colour theme by its name. */
export async function chooseTheme(page: Page, name: string): Promise<void> {
  await page.keyboard.press("F1");
  // The box stays: its list of commands becomes that of the themes.
  await choose(page, ">Preferences: Color Theme", "Preferences: Color Theme");
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "Light Modern" }).waitFor();
  await pick(page, name, name);
}

/** The box that takes what is typed at the top of the window. */
function input(page: Page): Locator {
  return page.locator(".quick-input-widget .quick-input-box input");
}

/** Types into the box at the top, takes the entry with the given words, and waits until it closes. */
async function pick(page: Page, typed: string, wanted: string): Promise<void> {
  await choose(page, typed, wanted);
  await input(page).waitFor({ state: "hidden" });
}

/** Types into the box at the top and takes the entry with the given words; what comes next may be asked there too. */
export async function choose(page: Page, typed: string, wanted: string): Promise<void> {
  await input(page).waitFor();
  await input(page).fill(typed);
  await page
    .locator(".quick-input-list .monaco-list-row", { hasText: wanted })
    .first()
    .click({ timeout: 15_000 });
}
