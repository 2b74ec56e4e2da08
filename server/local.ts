// A greeted editor on this machine → a server that has its files, its date, and the pages that come with the program.
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { localDate } from "./project/disk/clock.ts";
import { diskFiles } from "./project/disk/files.ts";
import type { Greeted } from "./serve/process.ts";
import { serve } from "./serve.ts";

/** Serves an editor that is greeted, and hears what it has said since. */
export function serveHere({ connection, greeting, proceed }: Greeted): void {
  serve(connection, { files: diskFiles, today: localDate, ...localPages() }, greeting);
  proceed();
}

/** The pages that come with the program, so that they can be read without a network. */
function localPages(): { pages?: string } {
  const docs = path.join(import.meta.dirname, "..", "docs");
  return existsSync(docs) ? { pages: `${pathToFileURL(docs).href}/` } : {};
}
