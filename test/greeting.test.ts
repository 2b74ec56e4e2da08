// The programs as they are packed → what a server has loaded by the time that an editor has its answer.
import { type BuildOptions, build } from "esbuild";
import { expect, test } from "vitest";
import { packagesOf } from "../scripts/notices.mjs";
import { programs } from "../scripts/programs.mjs";

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
