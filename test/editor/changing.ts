// What is done to the picture in the workbench → the text is changed by that alone, and is as it was after one undo.
import { deepEqual, equal, ok } from "node:assert/strict";
import type { Frame, Page } from "playwright-core";
import { eventually, previewFrame, runCommand } from "./actions.ts";
import { focused, focusOn, settled } from "./pages/acts.ts";
import type { Walk } from "./walk.ts";

/** The files of the project, by their names. */
export type Texts = Readonly<Record<string, string>>;

const files = ["growth", "backlog", "trust", "efficiency", "technology", "business"].map(
  (name) => `${name}.strategy`,
);

/** Saves everything, and reads it. */
export async function texts({ page, read }: Walk): Promise<Texts> {
  await runCommand(page, "File: Save All");
  await eventually("all is saved", async () => (await page.locator(".tab.dirty").count()) === 0);
  return Object.fromEntries(files.map((name) => [name, read(name)]));
}

/** The files where one of them says something else, once. */
export function differing(before: Texts, file: string, from: string, to: string): Texts {
  const text = before[file] ?? "";
  equal(text.split(from).length, 2, `'${from}' stands once in ${file}`);
  return { ...before, [file]: text.replace(from, () => to) };
}

/** Where something is drawn in the window. */
interface Sign {
  readonly left: number;
  readonly right: number;
  readonly x: number;
  readonly y: number;
}

/** How far the ring of the focus lies round a bar, in px. */
const ring = 4;

/** Where a bar or a diamond of the roadmap lies, without the words beside it. */
export async function signOf(frame: Frame, key: string): Promise<Sign> {
  await settled(frame);
  const box = await frame.locator(`.rows [data-mark="${key}"] .focus`).first().boundingBox();
  ok(box, `${key} is drawn`);
  const { x, y, width, height } = box;
  return { left: x + ring, right: x + width - ring, x: x + width / 2, y: y + height / 2 };
}

/** Presses the mouse at a point of the window and leads it so far; it stays pressed. */
export async function grasp(
  { page }: Walk,
  from: { readonly x: number; readonly y: number },
  by: { readonly x?: number; readonly y?: number },
): Promise<void> {
  const { x = 0, y = 0 } = by;
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (const part of [0.2, 0.6, 1]) await page.mouse.move(from.x + x * part, from.y + y * part);
  await settled(await previewFrame(page));
}

/** What the label at what is held says. */
export async function dragLabel(frame: Frame): Promise<string> {
  const parts = await frame.locator(".drag-label :is(strong, span)").allTextContents();
  return parts.join(", ");
}

/** What is said of a mark, and where in the picture it is drawn. */
function drawn(frame: Frame, key: string): Promise<string> {
  return frame.evaluate((key) => {
    const marks = [...document.querySelectorAll(`.stage [data-mark="${key}"]`)];
    const says = marks.map((mark) => {
      const { x, y, width } = mark.querySelector(".focus")?.getBoundingClientRect() ?? {};
      return [mark.ariaLabel, x, y, width].join(" ");
    });
    return says.join("\n");
  }, key);
}

interface Around {
  /** Where the undo key is pressed. */
  readonly undo: "in the text" | "in the picture";
  /** The file that gets a tab, behind the others, as it says it; none else does. */
  readonly opens?: string;
}

/** Changes something; the picture follows, the text differs in that alone, and one undo takes it back, here and there. */
export async function change(
  walk: Walk,
  mark: string,
  { undo, opens }: Around,
  does: (before: Texts) => Promise<Texts>,
): Promise<void> {
  const { page, shoot } = walk;
  const frame = await previewFrame(page);
  const before = await texts(walk);
  const [tabs, was] = [await tabsIn(page), await drawn(frame, mark)];
  const expected = await does(before).finally(() => page.mouse.up());
  await eventually("the picture follows", async () => (await drawn(frame, mark)) !== was);
  ok(await hasFocus(frame), "the focus stays in the picture");
  await eventually("no file but one that had none gets a tab", async () => {
    return `${await tabsIn(page)}` === `${[...tabs, opens ?? []].flat().sort()}`;
  });
  await shoot("done");
  deepEqual(await texts(walk), expected);
  if (undo === "in the text") await page.keyboard.press("Control+1");
  else await focusOn(frame, mark);
  await page.keyboard.press("Control+z");
  await eventually("the picture goes back", async () => (await drawn(frame, mark)) === was);
  if (undo === "in the picture")
    await eventually("the focus is where it was", async () => (await focused(frame)) === mark);
  deepEqual(await texts(walk), before);
}

function hasFocus(frame: Frame): Promise<boolean> {
  return frame.evaluate(() => document.hasFocus());
}

async function tabsIn(page: Page): Promise<readonly string[]> {
  return (await page.locator(".tabs-container .tab .label-name").allTextContents()).sort();
}
