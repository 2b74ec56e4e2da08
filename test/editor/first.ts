// The first five minutes in the real workbench, from an empty folder with the packed extension: by mouse, and by keys alone.
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { byKeys } from "./first/by-keys.ts";
import { byMouse } from "./first/by-mouse.ts";
import { type Count, createHand, told } from "./first/hand.ts";
import type { Scene } from "./first/play.ts";
import { walkthrough } from "./first/walkthrough.ts";
import { session } from "./host/session.ts";
import { type Result, taken } from "./result.ts";

/** One way through, and how much it may take at most. */
interface Way {
  readonly name: string;
  /** Another one where STRATEGY_THEME names it: to look at the pictures in all of them. */
  readonly theme: string;
  readonly scenes: Readonly<Record<string, Scene>>;
  readonly most: Count;
}

const ways: readonly Way[] = [
  {
    name: "mouse",
    theme: "Default Light Modern",
    scenes: byMouse,
    most: { clicks: 10, keys: 12, words: 2 },
  },
  {
    name: "keys",
    theme: "Default Dark Modern",
    scenes: byKeys,
    most: { clicks: 0, keys: 55, words: 8 },
  },
  {
    name: "walkthrough",
    theme: "Default High Contrast",
    scenes: walkthrough,
    most: { clicks: 7, keys: 3, words: 0 },
  },
];

/** Plays every way in a folder of its own, and tells each result as it comes. */
export async function playFirst(
  root: string,
  folder: string,
  vsix: string,
  report: (result: Result) => void,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const way of ways) {
    const home = join(folder, way.name, "my-plan");
    mkdirSync(home, { recursive: true });
    for (const result of await play(way, home, join(root, "test/editor/shots/first"), vsix, report))
      results.push(result);
  }
  return results;
}

function play(
  { name, theme, scenes, most }: Way,
  home: string,
  shots: string,
  vsix: string,
  report: (result: Result) => void,
): Promise<readonly Result[]> {
  mkdirSync(shots, { recursive: true });
  const settings = {
    "files.autoSave": "off",
    "workbench.colorTheme": process.env.STRATEGY_THEME ?? theme,
  };
  return session({ settings, vsix: [vsix] }, async (page, server) => {
    page.setDefaultTimeout(60_000);
    await page.goto(server.address(home, [["skipWelcome", "true"]]), { timeout: 60_000 });
    await page.locator(".monaco-workbench .explorer-folders-view").waitFor({ timeout: 60_000 });
    const hand = createHand(page);
    const read = () => readFileSync(join(home, "plan.strategy"), "utf8");
    const results: Result[] = [];
    const tell = (result: Result) => {
      results.push(result);
      report(result);
    };
    for (const [sentence, scene] of Object.entries(scenes)) {
      const number = String(results.length + 1).padStart(2, "0");
      const shoot = async (words: string) => {
        const file = `${name}-${number}-${words.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.png`;
        await page.screenshot({ path: join(shots, file) }).catch(() => {});
      };
      const result = await taken(`by ${name}: ${sentence}`, () =>
        scene({ page, hand, read, shoot }),
      );
      tell(result);
      await shoot(result.error === undefined ? sentence : `${sentence} failed`);
    }
    const count = hand.count();
    const isLess =
      count.clicks <= most.clicks && count.keys <= most.keys && count.words <= most.words;
    tell({
      name: `by ${name}: it takes ${told(count)}`,
      ...(isLess ? {} : { error: `That is more than ${told(most)}.` }),
    });
    return results;
  });
}
