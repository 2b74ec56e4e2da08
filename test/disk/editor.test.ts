// What is not read, in an editor: told at its place or in the log, also as it is typed, and the server lives on.
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { LogMessageParams } from "vscode-languageserver/node";
import { longestText } from "../../grammar/size.ts";
import { diskFiles } from "../../server/project/disk/files.ts";
import { createStore } from "../../server/serve/store.ts";
import { codes, growth, pulled, pulls, start, untilCode } from "../session.ts";
import { diskWith, isWindows, link, makePipe } from "./disk.ts";

const long = `${growth}// ${"x".repeat(longestText)}\n`;
const kpi = 'kpi churn { actuals: "k.csv" }\n';
const config = "strategy.config.json";

test("a text that becomes too long as it is typed is told on its first line, until it is short again", async () => {
  const client = await start({ "a.strategy": growth }, { capabilities: pulls });
  await client.open("a.strategy", growth);
  await client.edit("a.strategy", "}\n", `}\n// ${"x".repeat(longestText)}`);
  const found = await pulled(client, "a.strategy");
  expect(found.map((one) => [one.range.start.line, one.range.end.line, one.message])).toEqual([
    [0, 0, expect.stringMatching(/^This file is not read\. It has more than 4,000,000 characters/)],
  ]);
  await client.edit("a.strategy", "x".repeat(longestText), "");
  expect(codes(await pulled(client, "a.strategy"))).not.toContain("syntax");
});

test("a file on the disk that becomes too large is told, and is read again when it is not", async () => {
  const client = await start(
    { "a.strategy": growth, "b.strategy": growth },
    { capabilities: pulls },
  );
  const changed = async (text: string) => {
    client.write("a.strategy", text);
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: client.uri("a.strategy"), type: 2 }],
    });
  };
  await untilCode(client, "b.strategy", "duplicate-name");
  await changed(long);
  await untilCode(client, "a.strategy", "syntax");
  expect(codes(await pulled(client, "b.strategy"))).not.toContain("duplicate-name");
  await changed(growth);
  await untilCode(client, "b.strategy", "duplicate-name");
  expect(codes(await pulled(client, "a.strategy"))).not.toContain("syntax");
});

describe.skipIf(isWindows)("what lies in the folder", () => {
  test("a FIFO and a link that leads out are told in the log, and the others are served", async () => {
    const client = await start({ "b.strategy": growth }, { capabilities: pulls, folders: ["w"] });
    mkdirSync(path.join(client.folder, "w"));
    makePipe(path.join(client.folder, "w", "pipe.strategy"));
    symlinkSync("../b.strategy", path.join(client.folder, "w", "out.strategy"));
    client.write("w/strategy.config.json", "{}");
    client.write("w/a.strategy", "goal x");
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: client.uri("w/strategy.config.json"), type: 1 }],
    });
    await untilCode(client, "w/a.strategy", "unknown-kind");
    const told = (name: string) =>
      client.next<LogMessageParams>("window/logMessage", ({ message }) => message.includes(name));
    expect((await told("out.strategy")).message).toContain("a link that leads out");
    // Before its configuration was there, the folder belonged to the one above, and the link led nowhere out.
    await untilCode(client, "w/out.strategy", "unsupported-objective", false);
    expect(codes(await pulled(client, "w/out.strategy"))).toEqual([]);
  });

  test("a configuration that cannot be read is told in its place", async () => {
    const client = await start({ "w/a.strategy": growth }, { capabilities: pulls, folders: ["w"] });
    symlinkSync(config, path.join(client.folder, "w", config));
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: client.uri(`w/${config}`), type: 1 }],
    });
    for (;;) {
      const [fault] = await pulled(client, `w/${config}`);
      if (fault === undefined) {
        await client.next("workspace/diagnostic/refresh");
        continue;
      }
      expect(fault.message).toMatch(/^The configuration is not read, .* leads back to itself/);
      return;
    }
  });

  test("a CSV that turns into a link that leads out is read no more, and told why", async () => {
    const disk = diskWith({
      "secret.csv": "date,value\n2026-01-31,1\n",
      "w/k.csv": "date,value\n2026-01-31,4\n",
      "w/a.strategy": kpi,
    });
    const store = storeOf();
    await store.setFolders([disk.at("w")]);
    const data = () =>
      store.now().workspace.projects.get(disk.at("w"))?.data.get(disk.at("w/k.csv"));
    const why = () => store.now().workspace.troubles?.get(disk.at("w/k.csv"))?.is;
    expect([data()?.slice(0, 4), why()]).toEqual(["date", undefined]);
    rmSync(disk.at("w/k.csv"));
    symlinkSync("../secret.csv", disk.at("w/k.csv"));
    store.changedOnDisk([{ path: disk.at("w/k.csv"), kind: "changed" }]);
    await store.settled();
    expect([data(), why()]).toEqual([undefined, "outside"]);
    rmSync(disk.at("w/k.csv"));
    writeFileSync(disk.at("w/k.csv"), "date,value\n");
    store.changedOnDisk([{ path: disk.at("w/k.csv"), kind: "changed" }]);
    await store.settled();
    expect([data()?.slice(0, 4), why()]).toEqual(["date", undefined]);
  });

  test("a CSV outside the workspace is not read when it is said to have changed", async () => {
    const disk = diskWith({
      "secret.csv": "date,value\n",
      "w/a.strategy": 'kpi churn { actuals: "../secret.csv" }',
    });
    const store = storeOf();
    await store.setFolders([disk.at("w")]);
    store.changedOnDisk([{ path: disk.at("secret.csv"), kind: "changed" }]);
    await store.settled();
    const [project] = store.now().workspace.projects.values();
    expect(project?.data.get(disk.at("secret.csv"))).toBe(undefined);
  });

  test("what a link leads to is followed when it changes there", async () => {
    const disk = diskWith({
      "shared/a.strategy": "role cio",
      "shared/more/b.strategy": "role cfo",
      "w/strategy.config.json": "{}",
      "w/a.strategy": link("../shared/a.strategy"),
      "w/more": link("../shared/more"),
    });
    const store = storeOf();
    await store.setFolders([disk.path]);
    const text = (file: string) =>
      store.now().workspace.projects.get(disk.at("w"))?.files.get(file)?.tree.text;
    for (const [file, target] of [
      ["a.strategy", "shared/a.strategy"],
      ["more/b.strategy", "shared/more/b.strategy"],
    ] as const) {
      writeFileSync(disk.at("new"), "role cto");
      renameSync(disk.at("new"), disk.at(target));
      store.changedOnDisk([{ path: disk.at(target), kind: "changed" }]);
      await store.settled();
      expect([file, text(file)]).toEqual([file, "role cto"]);
    }
  });
});

function storeOf() {
  return createStore({
    files: diskFiles,
    today: () => "2026-11-23",
    onChange: () => {},
    onFault: (error) => {
      throw error;
    },
  });
}
