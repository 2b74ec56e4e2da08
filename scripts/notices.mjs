// Turns the files of a bundle into the licences of the packages that they come from.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** The licences of packages that come without them, as their makers name and publish them. */
const licences = join(import.meta.dirname, "licences");

/**
 * One text with name, version and licence of every package among `files`, in order of name.
 *
 * @param {readonly string[]} files
 */
export function collectNotices(files) {
  const opening = "Strategy as Code contains the following packages, each under its own licence.\n";
  const notices = packagesOf(files).map(describe).sort();
  return [opening, ...new Set(notices)].join(`\n${"-".repeat(78)}\n\n`);
}

/**
 * The folders of the packages to which files belong.
 *
 * @param {readonly string[]} files
 * @returns {readonly string[]}
 */
export function packagesOf(files) {
  const folders = new Set();
  for (const file of files) {
    const found = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file);
    if (found) folders.add(found[0]);
  }
  return [...folders];
}

function describe(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  // What Apache asks to be passed on stands in a file beside the licence.
  const texts = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file))
    .map((file) => readFileSync(join(folder, file), "utf8").trim());
  const ours = join(licences, `${basename(name)}.txt`);
  if (texts.length === 0 && existsSync(ours)) texts.push(readFileSync(ours, "utf8").trim());
  if (texts.length === 0)
    throw new Error(`${name} ${version} comes without the text of its licence.`);
  return `${name} ${version} (${license ?? "see its licence"})\n\n${texts.join("\n\n")}\n`;
}
