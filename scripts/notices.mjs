// Turns the files of a bundle into the licences of the packages that they come from.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One text with name, version and licence of every package among `files`, in order of name. */
export function collectNotices(files) {
  const folders = new Set();
  for (const file of files) {
    const found = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file);
    if (found) folders.add(found[0]);
  }
  const notices = [...folders].map(describe).sort();
  const opening = "Strategy as Code contains the following packages, each under its own licence.\n";
  return [opening, ...new Set(notices)].join(`\n${"-".repeat(78)}\n\n`);
}

function describe(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const path = file && join(folder, file);
  const text = path && existsSync(path) ? readFileSync(path, "utf8") : "";
  return `${name} ${version} (${license ?? "see its licence"})\n\n${text.trim()}\n`;
}
