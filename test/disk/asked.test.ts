// The door of a server in a worker: what an editor says of files, and that no link is followed there.
import { expect, test } from "vitest";
import { longestText } from "../../grammar/size.ts";
import type { ReadResult } from "../../server/protocol.ts";
import { askedFiles } from "../../server/serve/asked.ts";

/** The door to an editor that has these files. */
function door(files: Readonly<Record<string, ReadResult>>) {
  const sendRequest = async (method: string, params: { uri: string; most?: number }) =>
    method === "strategy/files"
      ? Object.keys(files)
          .filter((uri) => uri.startsWith(params.uri))
          .slice(0, params.most)
      : (files[params.uri] ?? null);
  return askedFiles({ sendRequest } as Parameters<typeof askedFiles>[0]);
}

test("a text, nothing, and why there is none", async () => {
  const { read, why } = door({
    "memfs:/w/a.strategy": "role cio",
    "memfs:/w/link.strategy": { is: "outside" },
    "memfs:/w/long.strategy": "x".repeat(longestText + 1),
  });
  const seen = async (name: string) => [
    await read(`memfs:///w/${name}`),
    (await why?.(`memfs:///w/${name}`))?.is,
  ];
  expect(await seen("a.strategy")).toEqual(["role cio", undefined]);
  expect(await seen("gone.strategy")).toEqual([undefined, undefined]);
  expect(await seen("link.strategy")).toEqual([undefined, "outside"]);
  expect(await seen("long.strategy")).toEqual([undefined, "large"]);
});

test("no more files are asked for than are wanted, and more than these are none", async () => {
  const { list } = door({ "memfs:/w/a.strategy": "", "memfs:/w/b.strategy": "" });
  const troubles: string[] = [];
  const onTrouble = ({ is }: { is: string }) => troubles.push(is);
  expect(await list("memfs:///w", { most: 2, onTrouble })).toHaveLength(2);
  expect(troubles).toEqual([]);
  expect(await list("memfs:///w", { most: 1, onTrouble })).toEqual([]);
  expect(troubles).toEqual(["crowded"]);
});
