// What is packed for users: no file too many, none too few, and the licence of everything in it.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { type BuildOptions, build } from "esbuild";
import { expect, test } from "vitest";
import { assets } from "../scripts/assets.mjs";
import { collectNotices, packagesOf } from "../scripts/notices.mjs";
import { programs } from "../scripts/programs.mjs";
import { rules } from "../server/rules/index.ts";

const results = await Promise.all(
  programs.map((program) => build({ ...(program as BuildOptions), metafile: true, write: false })),
);

/** What a build leaves in dist/. */
const built = [
  ...results.flatMap(({ metafile }) => Object.keys(metafile.outputs)),
  ...assets.map(({ to }) => to),
  "dist/third-party-notices.txt",
];

/** What may lie about in the folder of somebody who packs, and is nobody's business. */
const strangers = [
  "dist/test/suite.cjs",
  "dist/cli.js.map",
  // What an earlier build has left.
  "dist/server.cjs",
  "node_modules/left/index.js",
  "strategy-as-code.vsix",
  ".env",
  ".npmrc",
  "notes.md",
  "test/editor/shots/roadmap.png",
  "docs/images/editor.psd",
];

/** The files that vsce packs out of these, in a folder where they are empty but for what it reads. */
function packed(files: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "strategy-package-"));
  try {
    for (const file of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      if (/^(?:package\.json|README\.md|\.vscodeignore)$/.test(file))
        copyFileSync(file, join(folder, file));
      else writeFileSync(join(folder, file), "");
    }
    const vsce = join(process.cwd(), "node_modules/@vscode/vsce/vsce");
    const words = [vsce, "ls", "--no-dependencies"];
    const listed = execFileSync(process.execPath, words, { cwd: folder, encoding: "utf8" });
    return listed.trim().split(/\r?\n/).sort();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("the package for VS Code holds these files and no others", () => {
  const tracked = execFileSync("git", ["ls-files"], { encoding: "utf8" }).trim().split("\n");
  const pages = rules.map(({ id }) => `docs/rules/${id}.md`);
  const others = readFileSync("test/package.txt", "utf8").trim().split("\n");
  expect(packed([...tracked, ...built, ...strangers])).toEqual([...others, ...pages].sort());
});

test("no program that is started often holds what writes exports", () => {
  const outputs = new Map(results.flatMap(({ metafile }) => Object.entries(metafile.outputs)));
  const packagesIn = (file: string) => {
    const inputs = Object.keys(outputs.get(`dist/${file}`)?.inputs ?? {});
    expect(inputs, file).not.toEqual([]);
    return packagesOf(inputs).map((folder) => folder.replace(/^.*node_modules\//, ""));
  };
  const writing = packagesIn("exports.js");
  expect(writing).toEqual(expect.arrayContaining(["fontkit", "ical-generator", "pdfkit"]));
  // What counts exactly is small, and in all of them.
  for (const file of [
    "cli.js",
    "extension.cjs",
    "server.js",
    "server-greeting.js",
    "server-rest.js",
  ])
    expect(
      packagesIn(file).filter((one) => writing.includes(one) && one !== "big.js"),
      file,
    ).toEqual([]);
});

test("no program that is started often holds what reads workbooks", () => {
  const outputs = new Map(results.flatMap(({ metafile }) => Object.entries(metafile.outputs)));
  const reads = (file: string) =>
    Object.keys(outputs.get(`dist/${file}`)?.inputs ?? {}).some((one) =>
      one.includes("/read-excel-file/"),
    );
  expect(reads("tables.js")).toBe(true);
  for (const file of ["cli.js", "extension.cjs", "server-greeting.js", "server-rest.js"])
    expect(reads(file), file).toBe(false);
});

test("the notices hold the licence of every package in the programs", async () => {
  const inputs = [
    ...results.flatMap(({ metafile }) => Object.keys(metafile.inputs)),
    ...assets.map(({ from }) => from),
  ];
  const notices = collectNotices(inputs);
  expect(packagesOf(inputs).length).toBeGreaterThan(30);
  for (const folder of packagesOf(inputs)) {
    const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const [, text = ""] = notices.split(`\n\n${name} ${version} (`);
    expect(text.split("-".repeat(78))[0], name).toMatch(/copyright|licen[cs]e/i);
  }
});

test("the notices hold the licences of the fonts, and of what draws pixels", () => {
  const notices = collectNotices(assets.map(({ from }) => from));
  expect(notices).toContain("SIL OPEN FONT LICENSE Version 1.1");
  expect(notices).toContain("Mozilla Public License Version 2.0");
});

test("a package without the text of its licence is not built in", () => {
  const folder = mkdtempSync(join(tmpdir(), "strategy-notices-"));
  try {
    mkdirSync(join(folder, "node_modules/bare"), { recursive: true });
    const manifest = join(folder, "node_modules/bare/package.json");
    writeFileSync(manifest, '{ "name": "bare", "version": "1.0.0" }');
    expect(() => collectNotices([join(folder, "node_modules/bare/index.js")])).toThrow(
      "bare 1.0.0 comes without the text of its licence.",
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
