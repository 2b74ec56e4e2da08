// What a step of the first five minutes works with.
import type { Page } from "playwright-core";
import type { Hand } from "./hand.ts";

export interface Play {
  readonly page: Page;
  readonly hand: Hand;
  /** The strategy as it is on the disk. */
  read(): string;
  /** Takes a picture before the step ends. */
  shoot(what: string): Promise<void>;
}

export type Scene = (play: Play) => Promise<void>;
