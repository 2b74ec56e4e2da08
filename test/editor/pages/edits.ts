// What must hold of the page whose host writes what is done to it: undoing is a key, refusals are said, and it can be locked.
import { equal } from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import type { PageMessage } from "../../../server/protocol.ts";
import { viewNamed } from "../../../server/views/index.ts";
import { viewOf } from "../../../server/views/view.ts";
import { universeOf } from "../../workspace.ts";
import { settled, setWidth } from "./acts.ts";
import { axeFindings, cutTexts, Findings } from "./judge.ts";
import { servedMessages, servedProject } from "./served.ts";

/** The example lies at `project`. */
export function editChecksOf(
  root: string,
  project: string,
): Readonly<Record<string, (page: Page) => Promise<void>>> {
  return {
    "with --edit what is done is written into the file, and the undo key takes it back": (page) =>
      written(page, root, project),
    "the undo key takes back what was done, and what comes of it is said": undone,
    "a picture that is locked stays so over a reload, and takes nothing back": locked,
    "a host that writes nothing offers no lock and takes no undo": readOnly,
  };
}

async function written(page: Page, root: string, project: string): Promise<void> {
  const file = join(project, "backlog.strategy");
  const before = readFileSync(file, "utf8");
  const served = await servedProject(root, project, "--edit");
  try {
    await page.goto(served.address);
    await page.locator("button.lock").waitFor();
    const [head = ""] = before.split("loyalty-points ");
    const lines = head.split("\n");
    const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    const of = { id: "loyalty-points", uri: pathToFileURL(file).href, position };
    const gesture = { type: "status", of, was: "proposed", to: "active" };
    await page.evaluate(
      (body) => {
        const headers = { "content-type": "application/json" };
        return fetch("message", { method: "POST", headers, body });
      },
      JSON.stringify({ type: "edit", number: 7, gestures: [gesture] }),
    );
    equal(readFileSync(file, "utf8"), before.replace("status: proposed", "status: active"));
    await page.keyboard.press("Control+z");
    await page.locator(".told").getByText("Undone.", { exact: true }).waitFor();
    equal(readFileSync(file, "utf8"), before);
  } finally {
    served.stop();
    writeFileSync(file, before);
  }
}

/** The page of a small plan, and what it has sent to be changed; each undo is answered by the next of these. */
async function opened(page: Page, edits: boolean, answers: (string | undefined)[] = []) {
  const model = universeOf('initiative crm "CRM" { timeline: 2026 }').model();
  const asked: PageMessage[] = [];
  const served = await servedMessages(
    (name) => {
      const view = viewNamed(name);
      return view === undefined ? [] : [{ type: "view", view: viewOf(view, model) }];
    },
    edits,
    (message) => {
      if (message.type !== "undo") return undefined;
      asked.push(message);
      const refused = answers.shift();
      return { type: "edited", number: message.number, ...(refused ? { refused } : {}) };
    },
  );
  await page.goto(served.address);
  await page.locator("[data-mark]").first().waitFor({ state: "attached" });
  return { ...served, asked };
}

async function undone(page: Page): Promise<void> {
  const refusal = "The text has been changed since. Undo it in the editor.";
  const served = await opened(page, true, [undefined, refusal]);
  try {
    const line = page.locator(".told");
    equal(await line.getAttribute("aria-live"), "polite");
    await page.keyboard.press("Control+z");
    await line.getByText("Undone.", { exact: true }).waitFor();
    await page.keyboard.press("Control+z");
    await line.getByText(refusal, { exact: true }).waitFor();
    const findings = new Findings();
    findings.add("a refusal", await axeFindings(page));
    for (const width of [320, 622, 860, 900, 1600]) {
      await setWidth(page, width);
      findings.add(`${width} px`, await cutTexts(page));
    }
    findings.check();
    await line.getByRole("button", { name: "Close" }).click();
    await line.locator("p").waitFor({ state: "detached" });
    // In a field the key undoes what was typed there.
    await page.locator("input[type=search]").first().focus();
    await page.keyboard.press("Control+z");
    await settled(page);
    equal(served.asked.length, 2);
  } finally {
    served.stop();
  }
}

async function locked(page: Page): Promise<void> {
  const served = await opened(page, true);
  const lock = page.locator("button.lock");
  try {
    equal(await lock.getAttribute("aria-pressed"), "false");
    await lock.click();
    const pressed = page.getByRole("button", { name: "Locked: nothing can be dragged" });
    await pressed.waitFor();
    await page.waitForFunction(() => /"locked":true/.test(Object.values(sessionStorage).join()));
    await page.reload();
    await pressed.waitFor();
    await page.keyboard.press("Control+z");
    await page.locator(".told", { hasText: "The picture is locked." }).waitFor();
    equal(served.asked.length, 0);
    await pressed.click();
    await page.getByRole("button", { name: "Lock the picture" }).waitFor();
    await page.keyboard.press("Control+z");
    await page.locator(".told", { hasText: "Undone." }).waitFor();
  } finally {
    served.stop();
  }
}

async function readOnly(page: Page): Promise<void> {
  const served = await opened(page, false);
  try {
    await page.keyboard.press("Control+z");
    await settled(page);
    equal(await page.locator("button.lock").count(), 0);
    equal(await page.locator(".told p").count(), 0);
    equal(served.asked.length, 0);
  } finally {
    served.stop();
  }
}
