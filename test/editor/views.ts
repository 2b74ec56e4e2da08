// The steps through all views of the preview in the workbench: what they look like, whom they shut out, where a click leads.
import { ok } from "node:assert/strict";
import type { Frame, Page } from "playwright-core";
import {
  chooseTheme,
  eventually,
  openFile,
  previewFrame,
  selected,
  selectNothing,
} from "./actions.ts";
import { choose, marksInSight, type SeenMark, settled, tabsOf } from "./pages/acts.ts";
import { axeFindings, cutTexts, Findings, faintTexts } from "./pages/judge.ts";
import type { Step } from "./walk.ts";

/** The themes of VS Code, and the class that its pages then bear. */
const themes = {
  "Dark High Contrast": "vscode-high-contrast",
  "Light High Contrast": "vscode-high-contrast-light",
  "Dark Modern": "vscode-dark",
  "Light Modern": "vscode-light",
} as const;

/** In order: they begin where the preview is open beside a text. */
export const viewSteps: Readonly<Record<string, Step>> = {
  ...Object.fromEntries(
    Object.entries(themes).map(([theme, name]): [string, Step] => [
      `every view is there for everybody in ${theme}`,
      (walk) => look(walk, theme, name),
    ]),
  ),

  "a click in every view goes to the name of what was clicked, and the text lights it": async ({
    page,
    shoot,
  }) => {
    await openFile(page, "growth.strategy");
    const frame = await previewFrame(page);
    await inEach(frame, async (tab) => {
      const mark = await landing(page, frame);
      await eventually(`${tab}: the mark of ${mark.key} is lit`, () => isLit(frame, mark));
      await shoot(`${tab} from the text`);
    });
  },
};

const look = async ({ page, shoot }: Parameters<Step>[0], theme: string, name: string) => {
  await chooseTheme(page, theme);
  const frame = await previewFrame(page);
  await frame.locator(`body.${name}`).waitFor();
  const findings = new Findings();
  await inEach(frame, async (tab) => {
    findings.add(tab, await axeFindings(frame));
    findings.add(tab, [...(await faintTexts(frame)), ...(await cutTexts(frame))]);
    await shoot(`${tab} in ${theme}`);
  });
  findings.check();
};

/** Does something in each view; the steps that follow find the first one, however it went. */
async function inEach(frame: Frame, does: (tab: string) => Promise<void>): Promise<void> {
  const [first = "", ...others] = await tabsOf(frame);
  try {
    for (const tab of [first, ...others]) {
      await choose(frame, tab);
      await does(tab);
    }
  } finally {
    await choose(frame, first);
  }
}

/** Clicks marks until one leads to a text; the name of what was clicked is selected there. */
async function landing(page: Page, frame: Frame): Promise<SeenMark> {
  const box = await (await frame.frameElement()).boundingBox();
  if (box === null) throw new Error("The preview is out of sight.");
  for (const mark of await marksInSight(frame)) {
    // In the calendar a review is no row, and has no light.
    if (mark.isInHead) continue;
    const says = await frame.evaluate(
      (key) => document.querySelector(`[data-mark=${JSON.stringify(key)}]`)?.ariaLabel ?? "",
      mark.key,
    );
    await selectNothing(page);
    await page.mouse.click(box.x + mark.x, box.y + mark.y);
    const close = frame.locator(".aside .close");
    const found = await eventually(
      "a name is selected, or a panel tells what follows from several things",
      async () => (await selected(page)) ?? ((await close.count()) > 0 ? "panel" : undefined),
      3000,
    ).catch(() => undefined);
    if (found === "panel") await close.click();
    if (found === undefined || found === "panel") continue;
    ok(/^\s*[a-z-]+ $/.test(found.before), `A name is selected: ${found.text}`);
    const title = /"((?:[^"\\]|\\.)*)"/.exec(found.text)?.[1] ?? found.name;
    ok(says.includes(title), `"${title}" was meant by "${says}"`);
    return mark;
  }
  throw new Error("No mark in sight leads to a text.");
}

/** Whether the sign of the cursor stands at the height of a mark. */
async function isLit(frame: Frame, { y }: SeenMark): Promise<boolean> {
  await settled(frame);
  return frame.evaluate((y) => {
    const lit =
      ".stage rect[fill='var(--focus)'], .stage rect[stroke='var(--focus)'], .chip.cursor";
    return [...document.querySelectorAll(lit)].some((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return top <= y && y <= bottom;
    });
  }, y);
}
