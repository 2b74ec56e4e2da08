// A strategy with 10,000 initiatives, each of its views in a page of a browser → how long after it hears of an edit the page has drawn it.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { SheetMessage } from "../../../server/protocol.ts";
import { views } from "../../../server/views/index.ts";
import { findBrowser, openBrowser } from "../../editor/host/chromium.ts";
import { prepare, undone } from "../keys.ts";
import type { Measure } from "../measure.ts";
import { strategy } from "../peers/strategy.ts";
import { progressScene, type Scene, titleScene } from "../scenes.ts";
import { type Session, withSessions } from "../sessions.ts";
import { type Effort, inTurns, type Measured } from "../turns.ts";
import { workspaceOf } from "../workspace.ts";

/** Nine initiatives a file. */
const size = { files: 1112, lines: 200 };

const dist = join(import.meta.dirname, "../../../dist");

/** Two frames of a screen, in milliseconds. */
const twoFrames = 33;

export const drawn: Measure = {
  name: "drawn",
  once: (_peers, effort) => {
    const workspace = workspaceOf(size);
    const scenes = [titleScene, progressScene].map((sceneOf) => sceneOf(workspace));
    return withSessions([strategy], workspace, (sessions) =>
      withPage(async (page) => {
        const session = sessions.get(strategy.name);
        if (session === undefined) throw new Error("There is nobody to ask for a view.");
        const measured: Measured[] = [];
        for (const { name } of views)
          for (const scene of scenes)
            measured.push(await draws(name, scene, session, sessions, page, effort));
        return measured;
      }),
    );
  },
};

async function withPage<Result>(use: (page: Page) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "strategy-bench-"));
  const browser = await openBrowser(await findBrowser(), folder);
  try {
    return await use(await browser.newPage());
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** One view after an edit and after it is taken back, in turns. */
async function draws(
  view: string,
  scene: Scene,
  { editor }: Session,
  sessions: ReadonlyMap<string, Session>,
  page: Page,
  effort: Effort,
): Promise<Measured> {
  await prepare(scene, sessions);
  const { path } = scene.typed;
  let since: string | undefined;
  const ask = async () => {
    const params = { uri: editor.uri(path), view, since };
    const message: SheetMessage = await editor.connection.sendRequest(
      "strategy/viewChange",
      params,
    );
    since = message.version;
    return message;
  };
  await open(page, view);
  await show(page, view, await ask());
  const columns = await inTurns(new Map([[strategy.name, page]]), effort, async (_, turn) => {
    await editor.change(turn % 2 === 0 ? scene.typed : undone(scene.typed));
    await editor.quiet();
    return show(page, view, await ask());
  });
  const what = `the page of '${view}' of 10,000 initiatives once it hears of ${scene.says}`;
  return { what, unit: "ms", columns, goals: [{ of: strategy.name, most: twoFrames }] };
}

/** The page as in an editor, which shows this view and has heard nothing yet. */
async function open(page: Page, view: string): Promise<void> {
  const [style, script] = ["page.css", "page.js"].map((file) =>
    readFileSync(join(dist, file), "utf8"),
  );
  await page.goto("about:blank");
  await page.setContent(`<style>${style}</style><body class="vscode-light"></body>`);
  await page.evaluate(`globalThis.acquireVsCodeApi = () => ({
    postMessage() {}, setState() {}, getState: () => (${JSON.stringify({ view })}) })`);
  await page.addScriptTag({ content: script ?? "" });
}

/** Tells the page; how long it is until what it draws from it is laid out and painted. */
function show(page: Page, view: string, of: SheetMessage): Promise<number> {
  return page.evaluate(
    async ([data]) => {
      const start = performance.now();
      window.dispatchEvent(new MessageEvent("message", { data }));
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      return performance.now() - start;
    },
    [{ type: "sheet", view, of }] as const,
  );
}
