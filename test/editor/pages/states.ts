// What must hold of the page where there is no good picture: nothing is written, something is broken, nobody answers.
import { deepEqual, equal, ok } from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import type { HostMessage } from "../../../server/protocol.ts";
import { templates } from "../../../server/templates/index.ts";
import { viewNamed, views } from "../../../server/views/index.ts";
import { viewOf } from "../../../server/views/view.ts";
import { universeOf } from "../../workspace.ts";
import { choose, openWritten, type System, setSystem, setWidth, systems, tabsOf } from "./acts.ts";
import { axeFindings, cutTexts, Findings, faintTexts } from "./judge.ts";
import { servedMessages } from "./served.ts";

/** The page shows the example, which lies at `project`. */
export function statesOf(
  root: string,
  project: string,
): Readonly<Record<string, (page: Page) => Promise<void>>> {
  return {
    "a view that was given away as a file opens without a server": (page) =>
      givenAway(page, root, project),
    "where nothing is written, each view says what to write": empty,
    "where nothing at all is written, a strategy can begin": bare,
    "a view that cannot be made says so, and the others stay": failed,
    "where nobody answers, the last good picture stays": silent,
    "where the text is broken, each view keeps its last good picture": (page) =>
      broken(page, project),
  };
}

async function soundIn(page: Page, where: string, findings: Findings): Promise<void> {
  for (const system of Object.keys(systems)) {
    await setSystem(page, system as System);
    const place = `${where} in ${system}`;
    findings.add(place, [...(await axeFindings(page)), ...(await faintTexts(page))]);
  }
  await setSystem(page, "light");
  for (const width of [320, 622, 1600]) {
    await setWidth(page, width);
    findings.add(`${where} at ${width} px`, await cutTexts(page));
  }
}

async function empty(page: Page): Promise<void> {
  const nothing = universeOf(
    'strategy plan "Plan" { horizon: 2026 .. 2027 currency: EUR }',
  ).model();
  const setting: HostMessage = { type: "setting", inserts: true };
  const served = await servedMessages((name) => {
    const view = viewNamed(name);
    return view === undefined ? [] : [setting, { type: "view", view: viewOf(view, nothing) }];
  });
  try {
    const findings = new Findings();
    await page.goto(served.address);
    for (const tab of await tabsOf(page)) {
      await choose(page, tab);
      const notice = page.locator(".notice");
      await notice.waitFor();
      ok((await notice.locator("p").first().textContent())?.endsWith("."), "It is a sentence.");
      equal(await notice.locator("button").count(), 2);
      await soundIn(page, tab, findings);
    }
    findings.check();
  } finally {
    served.stop();
  }
}

/** In an editor, in a browser that writes, and in one that only shows. */
async function bare(page: Page): Promise<void> {
  const nothing = universeOf("// notes\n").model();
  const findings = new Findings();
  const begun: unknown[] = [];
  const hosts = [
    { setting: { inserts: true }, edits: false, buttons: ["New strategy…", "Add an objective"] },
    { setting: {}, edits: true, buttons: templates.map(({ title, says }) => `${title}${says}`) },
    { setting: {}, edits: false, buttons: ["Copy"] },
  ];
  for (const { setting, edits, buttons } of hosts) {
    const said: HostMessage = { type: "setting", ...setting };
    const served = await servedMessages(
      (name) => {
        const view = viewNamed(name);
        return view === undefined ? [] : [said, { type: "view", view: viewOf(view, nothing) }];
      },
      edits,
      (message) => {
        if (message.type === "begin") begun.push(message.template);
        return undefined;
      },
    );
    try {
      await page.goto(served.address);
      for (const tab of await tabsOf(page)) {
        await choose(page, tab);
        await page.locator(".begin h1", { hasText: "Begin your strategy" }).waitFor();
        deepEqual(await page.locator(".begin button").allTextContents(), buttons);
        equal(await page.locator(".bar .icon").count(), 0, "nothing to give away, or to lock");
      }
      await soundIn(page, `nothing, ${buttons.length} buttons`, findings);
      const [first] = await page.locator(".begin button").all();
      if (buttons.length === 1) {
        await first?.press("Enter");
        await page.locator(".begin [role=status]", { hasText: "." }).waitFor();
      } else await Promise.all([page.waitForResponse(/\/message$/), first?.press("Enter")]);
    } finally {
      served.stop();
    }
  }
  deepEqual(begun, [undefined, "it-department"]);
  findings.check();
}

async function failed(page: Page): Promise<void> {
  const model = universeOf('objective growth "Growth" { level: it }').model();
  const [first] = views;
  const served = await servedMessages((name) => {
    const view = viewNamed(name);
    if (view === undefined || view === first)
      return [{ type: "error", view: name, details: "Error: It fell.\n  at here" }];
    return [{ type: "view", view: viewOf(view, model) }];
  });
  try {
    const findings = new Findings();
    await page.goto(served.address);
    const [tab, ...others] = await tabsOf(page);
    await page.locator(".notice[role=alert]", { hasText: `${tab} could not be drawn` }).waitFor();
    await soundIn(page, "failed", findings);
    await page.locator("button", { hasText: "Draw again" }).click();
    await page.locator(".notice[role=alert]").waitFor();
    for (const other of others) {
      await choose(page, other);
      await page.locator(".notice[role=alert]").waitFor({ state: "detached" });
    }
    findings.check();
  } finally {
    served.stop();
  }
}

async function givenAway(page: Page, root: string, project: string): Promise<void> {
  const findings = new Findings();
  for (const { name } of views) {
    const file = join(project, "../given.html");
    const words = ["export", name, "--to", "html", "--with-source", "--output", file];
    execFileSync(process.execPath, [join(root, "dist/cli.js"), ...words, "--project", project]);
    await page.goto(pathToFileURL(file).href);
    await page.locator(".stage [data-mark]").first().waitFor({ state: "attached" });
    await setWidth(page, 1600);
    equal((await tabsOf(page)).length, 1);
    equal(await page.locator("button.lock").count(), 0);
    findings.add(name, await axeFindings(page));
    await openWritten(page);
    await page.keyboard.press("Escape");
    await page.locator(".aside").waitFor({ state: "detached" });
  }
  findings.check();
}

async function silent(page: Page): Promise<void> {
  const model = universeOf('initiative crm "CRM" { timeline: 2026 }').model();
  const served = await servedMessages((name) => {
    const view = viewNamed(name);
    return view === undefined ? [] : [{ type: "view", view: viewOf(view, model) }];
  });
  try {
    await page.goto(served.address);
    await page.locator("[data-mark]").first().waitFor({ state: "attached" });
  } finally {
    served.stop();
  }
  await page.locator(".stale", { hasText: "This is the last good picture." }).waitFor();
  await page.locator("[data-mark]").first().waitFor({ state: "attached" });
}

async function broken(page: Page, project: string): Promise<void> {
  const file = join(project, "growth.strategy");
  const text = readFileSync(file, "utf8");
  const tabs = await tabsOf(page);
  for (const tab of tabs) await choose(page, tab);
  const findings = new Findings();
  try {
    writeFileSync(file, text.replace("timeline: ", "timeline: ] "));
    const strip = page.locator(".stale", {
      hasText: /^Line \d+ of growth\.strategy has a fault\./,
    });
    for (const tab of tabs) {
      await choose(page, tab);
      await strip.waitFor();
      ok(/This is the last good picture, from \d\d:\d\d\./.test((await strip.textContent()) ?? ""));
      await soundIn(page, tab, findings);
      await strip.locator("button").click();
      await page.locator(".aside").waitFor();
      await page.keyboard.press("Escape");
      await page.locator(".aside").waitFor({ state: "detached" });
    }
  } finally {
    writeFileSync(file, text);
  }
  await page.locator(".stale").waitFor({ state: "detached" });
  findings.check();
}
