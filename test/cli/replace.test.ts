// Files that are replaced: whole or not at all, never over the head of somebody else who saves them.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  watch,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import process from "node:process";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { replaceFile } from "../../client/cli/replace.ts";
import { reasonOf } from "../../client/cli/trouble.ts";
import { cli } from "../programs.ts";
import { type Folder, folderWith, type Run } from "./strategy.ts";

const isRoot = process.getuid?.() === 0;
/** A user who may not do everything: `nobody` for root, else who runs the tests. */
const somebody = isRoot ? { uid: 65534, gid: 65534 } : {};

const loose = 'role   cio "CIO"\n';
const laidOut = 'role cio "CIO"\n';

/** A text of about so many kilobytes that is not laid out. */
function long(kilobytes: number): string {
  const line = `role   r0 "${"x".repeat(80)}"\n\n`;
  const lines = Array.from({ length: (kilobytes * 1024) / line.length }, (_, at) =>
    line.replace("r0", `r${at}`),
  );
  return lines.join("");
}

/** `format`, run by somebody who owns the folder and may not do everything. */
function formatAsSomebody(folder: Folder): Run {
  const files = readdirSync(folder.path).map((one) => path.join(folder.path, one));
  if (isRoot) for (const one of [folder.path, ...files]) chownSync(one, 65534, 65534);
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, "format"], {
    cwd: folder.path,
    encoding: "utf8",
    ...somebody,
  });
  return { code: status, out: stdout, talk: stderr };
}

describe("a file that cannot be written is as it was, and the others are done", () => {
  test("where the disk is full", async (context) => {
    const folder = folderWith({ "disk/here": "" });
    const disk = path.join(folder.path, "disk");
    const mounted = folder.shell("mount -t tmpfs -o size=64k tmpfs disk");
    if (mounted.code !== 0) context.skip("only root can make a small disk");
    onTestFinished(() => {
      folder.shell("umount disk");
    });
    folder.write("disk/a.strategy", long(40));
    folder.write("disk/b.strategy", loose);
    const run = await folder.strategy("format", "--project", "disk");
    expect(run).toEqual({
      code: 2,
      out: "b.strategy\n",
      talk: "'a.strategy' cannot be written: the disk is full. It is as it was. Make room on it and try again.\n",
    });
    expect(folder.read("disk/a.strategy")).toBe(long(40));
    expect(folder.read("disk/b.strategy")).toBe(laidOut);
    expect(readdirSync(disk).sort()).toEqual(["a.strategy", "b.strategy"]);
  });

  test("where a file may not be that large", () => {
    const folder = folderWith({ "a.strategy": long(40), "b.strategy": loose });
    const run = folder.shell("export NODE_DISABLE_COMPILE_CACHE=1; ulimit -f 16; strategy format");
    expect([run.code, run.out]).toEqual([2, "b.strategy\n"]);
    expect(run.talk).toMatch(
      /^'a\.strategy' cannot be written: it would be larger than a file may/,
    );
    expect(folder.read("a.strategy")).toBe(long(40));
    expect(readdirSync(folder.path).sort()).toEqual(["a.strategy", "b.strategy"]);
  });

  test("where it can only be read", () => {
    const folder = folderWith({ "a.strategy": loose, "b.strategy": loose });
    chmodSync(path.join(folder.path, "a.strategy"), 0o444);
    expect(formatAsSomebody(folder)).toEqual({
      code: 2,
      out: "b.strategy\n",
      talk: "'a.strategy' cannot be written: you are not allowed to. It is as it was. Change who may do that and try again.\n",
    });
    expect(folder.read("a.strategy")).toBe(loose);
  });

  test("where nothing may be added to its folder", () => {
    const folder = folderWith({ "a.strategy": loose });
    chmodSync(folder.path, 0o555);
    expect(formatAsSomebody(folder).talk).toMatch(
      /^'a\.strategy' cannot be written: you are not allowed to\. It is as it was\./,
    );
    chmodSync(folder.path, 0o755);
    expect(folder.read("a.strategy")).toBe(loose);
  });

  test("where standard output is full, too", () => {
    const folder = folderWith({ "a.strategy": loose, "b.strategy": loose });
    const run = folder.shell("strategy format >/dev/full");
    expect([run.code, run.talk]).toEqual([
      2,
      "The result cannot be written: the disk is full. Make room on it and try again.\n",
    ]);
    expect([folder.read("a.strategy"), folder.read("b.strategy")]).toEqual([laidOut, laidOut]);
  });

  test("on Windows, where another program has it open", () => {
    const busy = Object.assign(new Error("rename"), { code: "EPERM" });
    expect(reasonOf(busy, "win32").because).toMatch(/^another program has it open, or/);
    expect(reasonOf(busy, "linux").because).not.toMatch(/another program/);
  });
});

describe("what others do meanwhile", () => {
  /** Replaces a file that was read as `loose` and holds `now`, or is gone. */
  async function replaced(now: string | undefined) {
    const folder = folderWith({ "a.strategy": now ?? "" });
    const file = path.join(folder.path, "a.strategy");
    if (now === undefined) rmSync(file);
    const before = Buffer.from(loose);
    const done = replaceFile({ file, name: "a.strategy", text: laidOut, before });
    const says = await done.catch((error: Error) => error.message);
    const left = readdirSync(folder.path).map((one) => folder.read(one));
    return { says, left };
  }

  test("a file that is what was read is replaced", async () => {
    expect(await replaced(loose)).toEqual({ says: undefined, left: [laidOut] });
  });

  test("a file that somebody has saved is left as they saved it", async () => {
    const saved = `${loose}role cfo "CFO"\n`;
    expect(await replaced(saved)).toEqual({
      says: "'a.strategy' was changed by somebody else meanwhile and is left as it is now. Try again.",
      left: [saved],
    });
  });

  test("a file that somebody has removed stays away", async () => {
    expect(await replaced(undefined)).toEqual({
      says: "'a.strategy' was removed meanwhile and stays away.",
      left: [],
    });
  });

  test("two runs at once lose nothing", async () => {
    const names = Array.from({ length: 40 }, (_, at) => `f${at + 10}.strategy`);
    const folder = folderWith(Object.fromEntries(names.map((name) => [name, loose])));
    const runs = [0, 1].map(() => spawn(process.execPath, [cli, "format"], { cwd: folder.path }));
    const codes = await Promise.all(runs.map(async (run) => (await once(run, "exit"))[0]));
    for (const code of codes) expect([0, 2]).toContain(code);
    expect(readdirSync(folder.path).sort()).toEqual(names);
    for (const name of names) expect(folder.read(name)).toBe(laidOut);
  });

  test("Ctrl+C leaves whole files, and nothing beside them", { timeout: 60_000 }, async () => {
    const names = Array.from({ length: 1000 }, (_, at) => `f${at + 1000}.strategy`);
    const folder = folderWith(Object.fromEntries(names.map((name) => [name, loose])));
    const run = spawn(process.execPath, [cli, "format"], { cwd: folder.path });
    await once(run.stdout, "data");
    run.kill("SIGINT");
    const [code, signal] = await once(run, "exit");
    // On a busy machine all may be done before the signal arrives.
    expect([code, signal]).toEqual(code === 0 ? [0, null] : [null, "SIGINT"]);
    expect(readdirSync(folder.path).sort()).toEqual(names);
    for (const name of names) expect([loose, laidOut]).toContain(folder.read(name));
  });

  test("what is written beside a file is no strategy to those who watch", async () => {
    const folder = folderWith({ "a.strategy": loose });
    const file = path.join(folder.path, "a.strategy");
    const seen = new Set<string>();
    const watcher = watch(folder.path, (_event, name) => {
      seen.add(String(name));
    });
    onTestFinished(() => watcher.close());
    await replaceFile({ file, name: "a.strategy", text: laidOut });
    await vi.waitFor(() => expect(seen.has("a.strategy")).toBe(true));
    const beside = [...seen].filter((name) => name !== "a.strategy");
    expect(beside).toHaveLength(1);
    expect(beside[0]).toMatch(/^a\.strategy\.\d+$/);
  });
});

describe("what a file is, besides its text", () => {
  test("mode and owner are kept", async () => {
    const folder = folderWith({ "a.strategy": loose });
    const file = path.join(folder.path, "a.strategy");
    chmodSync(file, 0o640);
    if (isRoot) chownSync(file, 65534, 65534);
    const { uid, gid, mode } = statSync(file);
    expect((await folder.strategy("format")).code).toBe(0);
    expect(folder.read("a.strategy")).toBe(laidOut);
    expect(statSync(file)).toMatchObject({ uid, gid, mode });
  });

  test("a link stays a link, and the file in the project to which it leads is laid out", async () => {
    const folder = folderWith({ "notes/real.txt": loose });
    symlinkSync("notes/real.txt", path.join(folder.path, "a.strategy"));
    expect((await folder.strategy("format")).code).toBe(0);
    expect(lstatSync(path.join(folder.path, "a.strategy")).isSymbolicLink()).toBe(true);
    expect(folder.read("notes/real.txt")).toBe(laidOut);
  });

  test("what lies outside the project is not written", async () => {
    const elsewhere = folderWith({ "real.strategy": loose });
    const folder = folderWith({ "b.strategy": loose });
    const real = path.join(elsewhere.path, "real.strategy");
    symlinkSync(real, path.join(folder.path, "a.strategy"));
    const run = await folder.strategy("format");
    expect(run.out).toBe("b.strategy\n");
    expect(run.talk).toMatch(/^'a\.strategy' is left out\. It .* a link that leads out/);
    expect(elsewhere.read("real.strategy")).toBe(loose);
  });

  test("what lies in the repository, but outside the project, is not written either", async () => {
    const folder = folderWith({
      ".git/HEAD": "",
      "other/real.strategy": loose,
      "p/strategy.config.json": "{}",
      "p/b.strategy": loose,
    });
    symlinkSync("../other/real.strategy", path.join(folder.path, "p/a.strategy"));
    const run = await folder.strategy("format", "--project", "p");
    expect(run.out).toBe("b.strategy\n");
    expect(run.code).toBe(2);
    expect(run.talk).toMatch(
      /^'a\.strategy' is a link that leads out of the project, and is left as it is\. Format '.*' where it lies\.\n$/,
    );
    expect(folder.read("other/real.strategy")).toBe(loose);
  });

  test("a second name of the same file keeps the old text, as README says", async () => {
    const folder = folderWith({ "a.strategy": loose });
    const other = path.join(folder.path, "a.copy");
    linkSync(path.join(folder.path, "a.strategy"), other);
    await folder.strategy("format");
    expect([folder.read("a.strategy"), readFileSync(other, "utf8")]).toEqual([laidOut, loose]);
  });
});

test("the program as it is packed writes files, too", () => {
  const folder = folderWith({ "a.strategy": loose });
  const run = folder.shell("strategy format");
  expect([run.out, run.talk, folder.read("a.strategy")]).toEqual(["a.strategy\n", "", laidOut]);
});

describe("what cannot be understood", () => {
  const broken = 'role   cio "CIO"\n\nobjective growth "Grow" {\n  owner cio ::: x\n}\n';

  test("format --check tells of it and never ends with 0", async () => {
    const folder = folderWith({ "a.strategy": laidOut, "b.strategy": broken });
    await folder.strategy("format");
    const run = await folder.strategy("format", "--check");
    expect([run.code, run.out]).toEqual([1, ""]);
    expect(run.talk).toBe(
      "'b.strategy' is left as it is in line 4, where something is wrong. 'strategy check' says what.\n",
    );
  });

  test("format lays out the rest, and tells of it too", async () => {
    const folder = folderWith({ "b.strategy": broken });
    const run = await folder.strategy("format");
    expect([run.code, run.out]).toEqual([1, "b.strategy\n"]);
    expect(run.talk).toContain("'b.strategy' is left as it is in line 4");
    expect(folder.read("b.strategy")).toBe(broken.replace("role   ", "role "));
  });

  test("a file that is not UTF-8 never ends with 0 either", async () => {
    const folder = folderWith({ "b.strategy": loose });
    writeFileSync(path.join(folder.path, "a.strategy"), Buffer.from([0x72, 0xe4, 0x0a]));
    const run = await folder.strategy("format", "--check");
    expect([run.code, run.out]).toEqual([2, "b.strategy\n"]);
    expect(run.talk).toContain("'a.strategy' is not written in UTF-8");
  });
});
