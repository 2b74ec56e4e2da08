// A project in a repository → the revision that stands at the foot of its pages.
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { openProject } from "../../client/cli/open.ts";
import { revisionOf } from "../../client/cli/revision.ts";
import { type Folder, folderWith, oneWarning } from "./strategy.ts";

function git(folder: Folder, ...words: readonly string[]): string {
  const who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com"];
  return execFileSync("git", [...who, ...words], { cwd: folder.path, encoding: "utf8" }).trim();
}

async function revisionIn(folder: Folder): Promise<string | undefined> {
  const opened = await openProject({ project: folder.path });
  const model = opened.models.find((one) => one.project.root === opened.base);
  return model && revisionOf(model.project);
}

test("a revision, and whether what is drawn says something else", async () => {
  const folder = folderWith({ "plan.strategy": oneWarning, "notes.txt": "not drawn" });
  expect(await revisionIn(folder)).toBe(undefined);
  git(folder, "init", "--quiet");
  expect(await revisionIn(folder)).toBe(undefined);
  git(folder, "add", ".");
  git(folder, "commit", "--quiet", "-m", "Plan");
  const revision = git(folder, "rev-parse", "--short", "HEAD");
  expect(await revisionIn(folder)).toBe(revision);
  folder.write("notes.txt", "changed");
  expect(await revisionIn(folder)).toBe(revision);
  // A checkout with the line ends of Windows is no change.
  folder.write("plan.strategy", oneWarning.replaceAll("\n", "\r\n"));
  expect(await revisionIn(folder)).toBe(revision);
  folder.write("plan.strategy", `${oneWarning}// more\n`);
  expect(await revisionIn(folder)).toBe(`${revision}, with changes`);
  folder.write("plan.strategy", oneWarning);
  folder.write("other.strategy", "theme growth\n");
  git(folder, "add", ".");
  git(folder, "commit", "--quiet", "-m", "More");
  folder.shell("rm other.strategy");
  expect(await revisionIn(folder)).toMatch(/, with changes$/);
});

test("a new file is a change, and a filter that the repository names does not run", async () => {
  const folder = folderWith({ "plan.strategy": oneWarning });
  git(folder, "init", "--quiet");
  git(folder, "add", ".");
  git(folder, "commit", "--quiet", "-m", "Plan");
  folder.write(".gitattributes", "*.strategy filter=trap\n");
  git(folder, "config", "filter.trap.clean", "touch trapped");
  git(folder, "config", "core.fsmonitor", "touch trapped");
  folder.write("more.strategy", "theme growth\n");
  expect(await revisionIn(folder)).toContain(", with changes");
  expect(folder.shell("ls").out).not.toContain("trapped");
});
