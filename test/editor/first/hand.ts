// What a newcomer does with a mouse or with keys → done in the workbench, and counted.
import type { Locator, Page } from "playwright-core";
import type { Box } from "../actions.ts";

/** How much it takes: clicks and keys, and the words that are typed, each of which counts as its keys too. */
export interface Count {
  readonly clicks: number;
  readonly keys: number;
  readonly words: number;
}

export interface Hand {
  click(target: Locator): Promise<void>;
  /** A word in a text, which a click on its line would scroll; three clicks select the line. */
  clickAt(place: Box | undefined, times?: number): Promise<void>;
  /** A key or several at once, such as "Control+.": each counts as one. */
  press(...keys: readonly string[]): Promise<void>;
  type(text: string): Promise<void>;
  count(): Count;
}

export function createHand(page: Page): Hand {
  let [clicks, keys, words] = [0, 0, 0];
  return {
    click: async (target) => {
      clicks += 1;
      await target.click();
    },
    clickAt: async (place, times = 1) => {
      if (place === undefined) throw new Error("Nothing is there to click on.");
      clicks += times;
      const { x, y, width, height } = place;
      await page.mouse.click(x + width / 2, y + height / 2, { clickCount: times });
    },
    press: async (...all) => {
      for (const key of all) {
        keys += 1;
        await page.keyboard.press(key);
      }
    },
    type: async (text) => {
      keys += text.length;
      words += text.split(" ").length;
      await page.keyboard.type(text, { delay: 20 });
    },
    count: () => ({ clicks, keys, words }),
  };
}

/** "12 clicks, 3 keys and 2 words" */
export function told({ clicks, keys, words }: Count): string {
  return `${clicks} clicks, ${keys} keys and ${words} words`;
}
