// The name of a rule or fault → its page, from the docs that come with the package.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pageOf, pagesAddress } from "../../server/pages.ts";

/** The folder that holds package.json: the command runs from the sources and from `dist`. */
function home(folder: string = import.meta.dirname): string {
  const above = path.dirname(folder);
  return existsSync(path.join(folder, "package.json")) || above === folder ? folder : home(above);
}

const docs = path.join(home(), "docs");

/** The web address of a page. */
export function pageAddress(code: string): string {
  return pagesAddress + pageOf(code);
}

/** The Markdown of a page, or undefined where there is none of this name. */
export function readPage(code: string): string | undefined {
  const file = path.join(docs, pageOf(code));
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** All names that have a page: faults and rules. */
export function pageNames(): readonly string[] {
  return ["rules", "faults"].flatMap((folder) =>
    readdirSync(path.join(docs, folder))
      .filter((file) => file.endsWith(".md"))
      .map((file) => file.slice(0, -3)),
  );
}

/** A file of the package's `dist`, such as the page of the preview. */
export function distFile(name: string): string {
  return path.join(home(), "dist", name);
}
