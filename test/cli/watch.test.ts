// A folder that is watched: what changes in it is told, and what goes wrong is waited out.
import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { type Watching, watchTree } from "../../client/cli/folders.ts";
import { onChange } from "../../client/cli/watch.ts";
import { cli } from "../programs.ts";
import { type Folder, folderWith, oneWarning } from "./strategy.ts";

const patient = { timeout: 15_000, interval: 20 };

/** What is told of a folder, as it is told. */
function watched(folder: Folder) {
  const changed: (string | undefined)[] = [];
  const lost: unknown[] = [];
  const stop = watchTree(folder.path, {
    changed: (file) => changed.push(file),
    lost: (error) => lost.push(error),
  });
  onTestFinished(stop);
  const told = async (file: string | undefined) => {
    await vi.waitFor(() => expect(changed).toContain(file), patient);
    changed.length = 0;
  };
  return { told, lost };
}

describe("a folder", () => {
  test("tells of files in it and below, and in folders that come, go and come again", async () => {
    const folder = folderWith({ "a.strategy": "", "sub/deep/b.strategy": "" });
    const { told, lost } = watched(folder);
    folder.write("a.strategy", "x");
    await told("a.strategy");
    folder.write("sub/deep/b.strategy", "x");
    await told("b.strategy");
    folder.write("new/deep/c.strategy", "x");
    await told(undefined);
    await vi.waitFor(async () => {
      folder.write("new/deep/c.strategy", "y");
      await told("c.strategy");
    }, patient);
    rmSync(path.join(folder.path, "sub"), { recursive: true });
    await told(undefined);
    folder.write("sub/d.strategy", "x");
    await told(undefined);
    folder.write("sub/d.strategy", "y");
    await told("d.strategy");
    renameSync(path.join(folder.path, "new"), path.join(folder.path, "renamed"));
    await told(undefined);
    folder.write("renamed/deep/c.strategy", "z");
    await told("c.strategy");
    expect(lost).toEqual([]);
  });

  test("that holds links in a circle, a link to nothing and a closed folder is watched all the same", async () => {
    const folder = folderWith({ "a.strategy": "", "closed/b.strategy": "" });
    symlinkSync(".", path.join(folder.path, "round"));
    symlinkSync("nothing", path.join(folder.path, "dangling"));
    symlinkSync("self", path.join(folder.path, "self"));
    chmodSync(path.join(folder.path, "closed"), 0o000);
    onTestFinished(() => chmodSync(path.join(folder.path, "closed"), 0o755));
    const { told, lost } = watched(folder);
    folder.write("a.strategy", "x");
    await told("a.strategy");
    expect(lost).toEqual([]);
  });

  test("that is removed is lost, once", async () => {
    const folder = folderWith({ "sub/a.strategy": "" });
    const { lost } = watched(folder);
    rmSync(folder.path, { recursive: true });
    await vi.waitFor(() => expect(lost).toHaveLength(1), patient);
  });

  test("in whose place another one has come is lost, too", async () => {
    const folder = folderWith({ "project/a.strategy": "" });
    const project = path.join(folder.path, "project");
    const lost: unknown[] = [];
    onTestFinished(watchTree(project, { changed: () => {}, lost: (error) => lost.push(error) }));
    renameSync(project, `${project}-old`);
    mkdirSync(project);
    await vi.waitFor(() => expect(lost).toHaveLength(1), patient);
  });
});

describe("what goes wrong", () => {
  const full = Object.assign(new Error("watch"), { code: "ENOSPC" });

  test("with the system's watches is told once and waited out, then the work is done again", async () => {
    const folder = folderWith({});
    const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    onTestFinished(() => said.mockRestore());
    const work = vi.fn(async () => {});
    let attempts = 0;
    let given: Watching | undefined;
    onChange(folder.path, work, (_root, watching) => {
      attempts += 1;
      if (attempts < 3) throw full;
      given = watching;
      return () => {};
    });
    await vi.waitFor(() => expect(work).toHaveBeenCalledTimes(1), patient);
    expect(said.mock.calls).toEqual([
      [
        `Changes in '${folder.path}' are not seen: more folders are watched on this machine than the system allows. Close other programs that do so, or raise fs.inotify.max_user_watches. It is tried again every second; Ctrl+C ends it.\n`,
      ],
    ]);
    given?.lost(full);
    await vi.waitFor(() => expect(work).toHaveBeenCalledTimes(2), patient);
    given?.changed("notes.md");
    given?.changed("a.strategy");
    await vi.waitFor(() => expect(work).toHaveBeenCalledTimes(3), patient);
    expect(attempts).toBe(4);
  });

  test("with the work is told, and the next change is worked on", async () => {
    const folder = folderWith({});
    const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    onTestFinished(() => said.mockRestore());
    const work = vi.fn(() => Promise.reject(new Error("'\x1b[2J' is gone.")));
    const given: Watching[] = [];
    onChange(folder.path, work, (_root, watching) => {
      given.push(watching);
      return () => {};
    });
    for (const times of [1, 2]) {
      given[0]?.changed("a.csv");
      await vi.waitFor(() => expect(said).toHaveBeenCalledTimes(times), patient);
      expect(said).toHaveBeenLastCalledWith("'\\x1b[2J' is gone.\n");
    }
  });

  /** Runs `check --watch`, which ends with the test. */
  function watching(command: string, args: readonly string[], cwd: string) {
    const child = spawn(command, args, { cwd, env: { ...process.env, NO_COLOR: "1" } });
    onTestFinished(() => {
      child.kill("SIGKILL");
    });
    const heard = { out: "", talk: "", child };
    child.stdout.on("data", (data) => {
      heard.out += String(data);
    });
    child.stderr.on("data", (data) => {
      heard.talk += String(data);
    });
    return heard;
  }

  const words = [cli, "check", "--watch", "--project", "plan", "--today", "2026-11-23"];

  test("with the folder ends nothing: it is checked again when it is back", async () => {
    const folder = folderWith({ "plan/plan.strategy": oneWarning });
    const heard = watching(process.execPath, words, folder.path);
    await vi.waitFor(() => expect(heard.talk).toContain("Watching for changes"), patient);
    heard.out = "";
    rmSync(path.join(folder.path, "plan"), { recursive: true });
    await vi.waitFor(() => expect(heard.talk).toMatch(/plan' is gone\. When it is back/), patient);
    folder.write("plan/plan.strategy", oneWarning);
    await vi.waitFor(() => expect(heard.out).toContain("1 warning in 1 file"), patient);
    heard.out = "";
    folder.write("plan/plan.strategy", `\n${oneWarning}`);
    await vi.waitFor(() => expect(heard.out).toContain("plan.strategy:11:14"), patient);
    expect(heard.child.exitCode).toBe(null);
    expect(heard.talk).not.toContain("Something went wrong");
  });

  test("with a system that has no watches left ends nothing, in the real program", async (context) => {
    const own = "echo 1 >/proc/sys/user/max_inotify_watches";
    const folder = folderWith({ "plan/plan.strategy": oneWarning, "plan/sub/a.strategy": "" });
    if (folder.shell(`unshare -Ur bash -c "${own}"`).code !== 0)
      context.skip("only who may have a namespace of users can run out of watches there");
    const script = `exec unshare -Ur bash -c '${own}; exec "$0" "$@"' "$0" "$@"`;
    const heard = watching("bash", ["-c", script, process.execPath, ...words], folder.path);
    await vi.waitFor(
      () => expect(heard.talk).toContain("raise fs.inotify.max_user_watches"),
      patient,
    );
    rmSync(path.join(folder.path, "plan/sub"), { recursive: true });
    await vi.waitFor(() => expect(heard.talk).toContain("Checked again"), patient);
    expect(heard.child.exitCode).toBe(null);
  });
});
