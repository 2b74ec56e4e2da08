// What a step through the workbench works with.
import type { Page } from "playwright-core";

export interface Walk {
  readonly page: Page;
  /** The text of a file of the project as it is on the disk. */
  read(name: string): string;
  /** The numbers of the processes that check strategies for this editor. */
  checkers(): readonly number[];
  /** Takes a picture before the step ends. */
  shoot(what: string): Promise<void>;
}

export type Step = (walk: Walk) => Promise<void>;
