// A strategy in the real workbench → the pictures of the walkthrough in four themes, and that of the editor in the README.
import type { Page } from "playwright-core";
import {
  type Box,
  barOf,
  closeEditor,
  eventually,
  openFile,
  previewFrame,
  putCursor,
  runCommand,
  squiggles,
} from "../actions.ts";
import { drawn, offers, treeRows, viewIcon, welcome } from "../first/seen.ts";
import { settled } from "../pages/acts.ts";
import { writePicture } from "./shrink.ts";

/** The themes of VS Code as settings name them, by the end of the name of a picture. */
export const themes = {
  light: "Default Light Modern",
  dark: "Default Dark Modern",
  hc: "Default High Contrast",
  "hc-light": "Default High Contrast Light",
} as const;

/** What is written in a file of the folder, with an initiative to show. */
export interface Plan {
  readonly file: string;
  readonly text: string;
  readonly initiative: { readonly name: string; readonly title: string };
}

/** How a step is shown, and how all is put back behind it. */
type Show = (page: Page, plan: Plan) => Promise<void>;

/** As large as the place that the walkthrough has for a picture. */
const stepSize = { width: 760, height: 570 };

/** The window in which a strategy begins. */
export const windowSize = { width: 1600, height: 960 };

/** Nothing round the text but its tab. */
export const stepSettings = {
  "workbench.activityBar.location": "hidden",
  "workbench.statusBar.visible": false,
  "workbench.layoutControl.enabled": false,
  "workbench.editor.editorActionsLocation": "hidden",
  "window.commandCenter": false,
  "window.menuBarVisibility": "hidden",
  "breadcrumbs.enabled": false,
  "editor.minimap.enabled": false,
  "editor.stickyScroll.enabled": false,
  "editor.renderWhitespace": "none",
  "editor.codeLens": false,
  "editor.inlayHints.enabled": "off",
  "editor.wordWrap": "on",
  "files.autoSave": "off",
} as const;

const steps: Readonly<Record<string, Show>> = {
  write: async (page, { file, text, initiative: { name } }) => {
    await openFile(page, file);
    await putCursor(page, text, "strategy ");
    await runCommand(page, "View: Close Primary Side Bar").catch(() => {});
    await putCursor(page, text, `initiative ${name}`);
  },

  find: async (page, { text, initiative: { name } }) => {
    await putCursor(page, text, "timeline:", "before");
    await page.keyboard.press("Control+Shift+k");
    await eventually("a wavy line", async () => (await squiggles(page, "warning")).length > 0);
    await putCursor(page, text, ` ${name} `, "before");
    await page.keyboard.press("ArrowRight");
    await runCommand(page, "Show or Focus Hover");
    await page.locator(".monaco-hover:not(.hidden)").filter({ hasText: "timeline" }).waitFor();
  },

  see: async (page, { file, initiative: { title } }) => {
    await page.keyboard.press("Control+z");
    await eventually("no wavy line", async () => (await squiggles(page, "warning")).length === 0);
    // Alone, so that it has all the room.
    await closeEditor(page, file);
    await runCommand(page, "Strategy: Open Preview to the Side");
    const frame = await previewFrame(page);
    await barOf(frame, title).waitFor();
    await settled(frame);
  },

  share: async (page) => {
    await (await previewFrame(page)).getByRole("button", { name: "Export…" }).click();
    const rows = page.locator(".quick-input-list .monaco-list-row");
    await rows.filter({ hasText: "Board pack" }).first().waitFor();
    // The mouse would light up what it lies over.
    await page.mouse.move(0, 0);
    await page.keyboard.type("Board");
    await page.keyboard.press("Enter");
    await rows.filter({ hasText: "PPTX" }).first().waitFor();
  },

  keep: async (page, { initiative: { title } }) => {
    await page.keyboard.press("Escape");
    const frame = await previewFrame(page);
    await barOf(frame, title).click({ button: "right" });
    await frame.locator("[role=menu]").waitFor();
    await settled(frame);
  },
};

/** Writes the pictures of the walkthrough in the theme that the window has. */
export async function pictureSteps(
  page: Page,
  fileOf: (step: string) => string,
  plan: Plan,
): Promise<void> {
  await page.setViewportSize(stepSize);
  for (const [step, show] of Object.entries(steps)) {
    await show(page, plan);
    await writePicture(fileOf(step), await still(page));
  }
}

/** Writes the picture of the editor: a text of the example, its findings, and the roadmap beside it. */
export async function pictureEditor(page: Page, file: string, plan: Plan): Promise<void> {
  const { name, title } = plan.initiative;
  await openFile(page, plan.file);
  await runCommand(page, "Strategy: Open Preview to the Side");
  const frame = await previewFrame(page);
  await barOf(frame, title).waitFor();
  const at = plan.text.indexOf(`initiative ${name} `);
  const timeline = plan.text.slice(0, plan.text.indexOf("timeline: ", at) + "timeline: ".length);
  await putCursor(page, plan.text, timeline, "behind");
  await eventually("a wavy line", async () => (await squiggles(page, "warning")).length > 0);
  await settled(frame);
  await writePicture(file, await still(page));
}

/** Writes the picture of what a strategy may begin with, from a window on an empty folder. */
export async function pictureBeginning(page: Page, file: string): Promise<void> {
  await viewIcon(page).click();
  await welcome(page).getByRole("button", { name: "New Strategy…" }).click();
  await offers(page).filter({ hasText: "Blank strategy" }).waitFor();
  await page.mouse.move(0, 0);
  const { width, height } = windowSize;
  await writePicture(file, await still(page, { x: 0, y: 0, width, height: height / 2 }));
}

/** Writes the picture of a strategy as it has just begun: tree, text and roadmap. */
export async function pictureFresh(page: Page, file: string, plan: Plan): Promise<void> {
  const { title } = plan.initiative;
  await openFile(page, plan.file);
  await viewIcon(page).click();
  await page.mouse.move(0, 0);
  await treeRows(page).filter({ hasText: title }).first().waitFor();
  await runCommand(page, "Strategy: Open Preview to the Side");
  const frame = await drawn(page, title);
  await putCursor(page, plan.text, "strategy our-it");
  await settled(frame);
  await writePicture(file, await still(page));
}

/** A picture without what comes and goes by itself, such as the cursor. */
function still(page: Page, clip?: Box): Promise<Buffer> {
  return page.screenshot({ animations: "disabled", caret: "hide", ...(clip && { clip }) });
}
