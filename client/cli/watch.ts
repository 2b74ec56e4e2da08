// Changes in a folder → the same check again, until it is interrupted.
import { watch } from "node:fs";
import { say } from "./command.ts";

const relevant = /(?:\.strategy|\.csv|strategy\.config\.json|\.gitignore)$/;

/** Runs `again` a moment after files of a strategy have changed; a fault of use is told and waited out. */
export async function watchProject(folder: string, again: () => Promise<unknown>): Promise<never> {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve<unknown>(undefined);
  const run = async () => {
    say(`\nChecked again at ${new Date().toLocaleTimeString()}:\n`);
    await again().catch((error: unknown) =>
      say(error instanceof Error ? error.message : String(error)),
    );
  };
  const watcher = watch(folder, { recursive: true }, (_event, file) => {
    if (file !== null && !relevant.test(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(run);
    }, 100);
  });
  watcher.on("error", (error) => say(error.message));
  say("Watching for changes; Ctrl+C ends it.");
  return new Promise<never>(() => {});
}
