// Changes in a folder → the same work again, one run after the other.
import { watch } from "node:fs";
import { say } from "./command.ts";

const relevant = /(?:\.strategy|\.csv|strategy\.config\.json|\.gitignore)$/;

/** Runs `again` a moment after files of a strategy have changed; what goes wrong is told and waited out. */
export function onChange(folder: string, again: () => Promise<void>): void {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const tell = (error: unknown) => say(error instanceof Error ? error.message : String(error));
  const watcher = watch(folder, { recursive: true }, (_event, file) => {
    if (file !== null && !relevant.test(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(again).catch(tell);
    }, 80);
  });
  watcher.on("error", tell);
}
