// The programs as they are packed → what a server has loaded by the time that an editor has its answer, and what it keeps.
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { type BuildOptions, build } from "esbuild";
import { expect, onTestFinished, test } from "vitest";
import { packagesOf } from "../scripts/notices.mjs";
import { programs } from "../scripts/programs.mjs";
import { talkToServer } from "./protocol/raw.ts";

const first = "server-greeting";

test("what greets an editor is loaded without what answers it", async () => {
  const parts = programs.find(({ entryPoints }) => first in entryPoints);
  const { metafile } = await build({ ...(parts as BuildOptions), metafile: true, write: false });
  const loaded = new Set<string>();
  const load = (file: string): void => {
    if (loaded.has(file)) return;
    loaded.add(file);
    for (const { path, kind } of metafile?.outputs[file]?.imports ?? [])
      if (kind !== "dynamic-import") load(path);
  };
  load(`dist/${first}.js`);
  const inputs = [...loaded].flatMap((file) => Object.keys(metafile?.outputs[file]?.inputs ?? {}));
  const packages = packagesOf(inputs).map((folder) => folder.replace(/^.*node_modules\//, ""));
  expect(packages.toSorted()).toEqual([
    "vscode-jsonrpc",
    "vscode-languageserver",
    "vscode-languageserver-protocol",
    "vscode-languageserver-types",
    "vscode-uri",
  ]);
  const ours = inputs.filter((file) => /^(?:grammar|server|client)\//.test(file));
  expect(ours).toContain("server/serve/requests.ts");
  // Of the rooms below it no more than a list of words: whatever answers leads to the grammar.
  expect(ours.filter((file) => !file.startsWith("server/serve/"))).toEqual([
    "server/features/feature.ts",
  ]);
});

test("a server keeps what it has loaded, compiled, for its next start", async () => {
  // What greets, what it shares with the rest, and the rest.
  expect(await keptIn(folderFor())).toBeGreaterThanOrEqual(3);
});

test.skipIf(process.getuid === undefined)(
  "a folder into which others can write keeps nothing",
  async () => {
    const folder = folderFor();
    const own = join(folder, `strategy-${process.getuid?.()}`);
    mkdirSync(own);
    chmodSync(own, 0o777);
    expect(await keptIn(folder)).toBe(0);
    chmodSync(own, 0o755);
    expect(await keptIn(folder)).toBeGreaterThanOrEqual(3);
  },
);

function folderFor(): string {
  const folder = mkdtempSync(join(tmpdir(), "strategy-compiled-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** How many files lie below a folder for temporary files after a server has begun and ended. */
async function keptIn(folder: string): Promise<number> {
  const env = { ...process.env, TMPDIR: folder, TEMP: folder, NODE_COMPILE_CACHE: undefined };
  const server = talkToServer(env);
  await server.begin();
  await server.ask("shutdown");
  server.say({ jsonrpc: "2.0", method: "exit" });
  expect(await server.ended()).toEqual({ code: 0, word: "" });
  const kept = readdirSync(folder, { recursive: true, withFileTypes: true });
  return kept.filter((one) => one.isFile()).length;
}
