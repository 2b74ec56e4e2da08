// Imports that name more than a project: no disk is read for the sake of one, and what is wrong is told on it.
import { describe, expect, test } from "vitest";
import { loadWorkspace } from "../../server/project/load.ts";
import type { Files } from "../../server/project/roots.ts";
import { diskWith, fill, isWindows, link, seen } from "./disk.ts";

const imports = (path: string) => `import other from "${path}"\nkpi k { owner: other.cio }\n`;

/** A disk on which everything is asked for and nothing is there; it remembers what was looked through. */
function nowhere(texts: Readonly<Record<string, string>>) {
  const listed: string[] = [];
  const files: Files = {
    list: async (folder) => {
      listed.push(folder);
      return Object.keys(texts).filter((path) => path.startsWith(`${folder}/`));
    },
    read: async (path) => texts[path],
  };
  return { files, listed };
}

test("the top of a disk or of an address is not looked through", async () => {
  for (const [folder, top] of [
    ["/w", "/"],
    ["/w", "//"],
    ["/w", "../../.."],
    ["C:/w", "C:/"],
    ["vscode-vfs://github/w", "vscode-vfs://github/"],
    ["vscode-vfs://github/w", "../../.."],
  ] as const) {
    const { files, listed } = nowhere({ [`${folder}/a.strategy`]: imports(top) });
    const workspace = await loadWorkspace(files, [folder], { today: "2026-11-23" });
    expect([top, listed]).toEqual([top, [folder]]);
    expect([...(workspace.troubles?.values() ?? [])].map((one) => one.is)).toEqual(["top"]);
  }
});

describe.skipIf(isWindows)("on a disk", () => {
  test("it is told on the import, with what to write instead", async () => {
    const { faults } = await seen(diskWith({ "w/a.strategy": imports("/") }), "w");
    expect(faults).toEqual([
      `w/a.strategy: unknown-import: '/' is not read. It is where everything lies. Name the folder of the other strategy, such as "../corporate".`,
    ]);
  });

  const many = (things: Parameters<typeof diskWith>[0]) => {
    const disk = diskWith({ "w/a.strategy": imports("../home"), ...things });
    fill(disk.at("home/much"), 10_000);
    return disk;
  };

  test("a large folder without a configuration is looked at up to a limit", async () => {
    const disk = many({ "home/b.strategy": "role cio" });
    const { files, faults } = await seen(disk, "w");
    expect(files).toEqual({ w: ["a.strategy"] });
    expect(faults).toEqual([
      "w/a.strategy: unknown-import: '../home' is not read. It holds more than 10,000 files and folders. Name the folder of the strategy itself, or give it a strategy.config.json.",
    ]);
  });

  test("one with a configuration, or in the workspace, is looked at whole", async () => {
    const configured = many({ "home/b.strategy": "role cio", "home/strategy.config.json": "{}" });
    expect((await seen(configured, "w")).faults).toEqual([]);
    const open = many({ "home/b.strategy": "role cio" });
    expect((await seen(open, "w", "home")).faults).toEqual([]);
  });

  test("what tools keep there does not count", async () => {
    const disk = diskWith({ "w/a.strategy": imports("../home"), "home/b.strategy": "role cio" });
    for (const tool of ["node_modules", ".git"]) fill(disk.at(`home/${tool}`), 10_000);
    expect((await seen(disk, "w")).faults).toEqual([]);
  });

  test("a folder that holds this one gives what lies beside it, and reads nothing twice", async () => {
    const disk = diskWith({
      "w/own/a.strategy": imports(".."),
      "w/own/deep/b.strategy": "role cfo",
      "w/corporate.strategy": "role cio",
    });
    const { files, faults } = await seen(disk, "w/own");
    expect(files).toEqual({
      "w/own": ["a.strategy", "deep/b.strategy"],
      w: ["corporate.strategy"],
    });
    expect(faults).toEqual([]);
  });

  test("a file, a file of the system and a FIFO are no folders of a strategy", async () => {
    for (const path of ["b.csv", "/etc/passwd", "/dev/null", "/dev/stdin/", "gone/../nowhere"]) {
      const disk = diskWith({ "w/a.strategy": imports(path), "w/b.csv": "" });
      const { faults } = await seen(disk, "w");
      expect([path, faults]).toEqual([path, [expect.stringContaining("unknown-import")]]);
    }
  });

  test("a folder that is a link is the folder that it leads to", async () => {
    const disk = diskWith({
      "w/a.strategy": imports("../named"),
      named: link("real"),
      "real/b.strategy": "role cio",
      "real/c.strategy": link("b.strategy"),
    });
    const { files, faults } = await seen(disk, "w");
    expect([files, faults]).toEqual([{ w: ["a.strategy"], named: ["b.strategy"] }, []]);
  });
});
