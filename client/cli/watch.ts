// Changes in a folder → the same work again, one run after the other.

import { existsSync } from "node:fs";
import { codeOf } from "../../server/project/disk/codes.ts";
import { say } from "./command.ts";
import { watchTree } from "./folders.ts";
import { reasonOf } from "./trouble.ts";

const relevant = /(?:\.strategy|\.csv|strategy\.config\.json|\.gitignore)$/;

/** How long a folder that cannot be watched is left alone before the next attempt. */
const patience = 1000;

/**
 * Runs `again` a moment after files of a strategy have changed; what goes wrong is told and waited
 * out. So is a folder that is gone or cannot be watched: once it can be, the work is done again.
 * @param whenGone hears of that as well
 */
export function onChange(
  folder: string,
  again: () => Promise<void>,
  watchIn: typeof watchTree = watchTree,
  whenGone: () => void = () => {},
): void {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  let told = "";
  const tell = (text: string) => {
    if (text === told) return;
    say(text);
    told = text;
    whenGone();
  };
  const run = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(again).catch((error: unknown) => {
        say(error instanceof Error ? error.message : String(error));
      });
    }, 80);
  };
  const changed = (file: string | undefined) => {
    if (file === undefined || relevant.test(file)) run();
  };
  const begin = (isAgain: boolean) => {
    try {
      watchIn(folder, { changed, lost });
    } catch (error) {
      return lost(error);
    }
    told = "";
    if (isAgain) run();
  };
  const lost = (error: unknown) => {
    tell(
      existsSync(folder) && codeOf(error) !== undefined
        ? unwatched(folder, error)
        : `'${folder}' is gone. When it is back, it is looked at again; Ctrl+C ends the wait.`,
    );
    setTimeout(() => (existsSync(folder) ? begin(true) : lost(error)), patience);
  };
  begin(false);
}

/** Why nobody tells of changes in a folder, and what to do. */
function unwatched(folder: string, error: unknown): string {
  const why =
    codeOf(error) === "ENOSPC"
      ? "more folders are watched on this machine than the system allows. Close other programs that do so, or raise fs.inotify.max_user_watches"
      : reasonOf(error).because;
  return `Changes in '${folder}' are not seen: ${why}. It is tried again every second; Ctrl+C ends it.`;
}
