// Folders in which much else lies → a check of one project reads and parses what it needs, and says the same.
import { describe, expect, test } from "vitest";
import { diagnose, diagnoseConfig } from "../server/diagnosis/diagnose.ts";
import { alignedShare } from "../server/model/derive/alignment.ts";
import { universe } from "../server/model/universe.ts";
import { loadWorkspace } from "../server/project/load.ts";
import { loadAround } from "../server/project/narrow.ts";
import type { Workspace } from "../server/project/project.ts";
import type { Files } from "../server/project/roots.ts";
import { type Dice, diceOf } from "./fuzz/material/dice.ts";
import { relatedOf } from "./related.ts";

type Texts = Readonly<Record<string, string>>;

/** A disk of files by absolute path; it counts how often each is read. */
function disk(texts: Texts) {
  const reads = new Map<string, number>();
  const kinds = /(?:\.strategy|\.csv|\/strategy\.config\.json|\/\.gitignore)$/;
  const files: Files = {
    list: async (folder) =>
      Object.keys(texts)
        .filter((path) => path.startsWith(`${folder}/`) && kinds.test(path))
        .sort(),
    read: async (path) => {
      reads.set(path, (reads.get(path) ?? 0) + 1);
      return texts[path];
    },
  };
  return { files, reads };
}

const options = { today: "2026-11-23" };

/** Loads a folder for what is said of one project; tells what was parsed for it. */
async function around(texts: Texts, asked: string, folders: readonly string[] = ["/w"]) {
  const { files, reads } = disk(texts);
  const parsed: string[] = [];
  const onFile = (path: string) => parsed.push(path);
  const workspace = await loadAround(files, folders, () => [asked], { ...options, onFile });
  return { workspace, reads, parsed: parsed.sort() };
}

/** All that is told of a project. */
function said(workspace: Workspace, root: string) {
  const model = universe(workspace).models.get(root);
  if (model === undefined) throw new Error(`There is no project '${root}'.`);
  return {
    files: [...model.project.files.keys()],
    faults: diagnoseConfig(model).map(({ message }) => message),
    found: diagnose(model).map((one) => {
      const { path, start, end, code, severity, message, fixes } = one;
      const titles = fixes.map(({ title }) => title);
      return { ...{ path, start, end, code, severity, message, titles }, related: relatedOf(one) };
    }),
    aligned: alignedShare(model),
  };
}

/** A configuration makes a folder a project. */
const config = (root: string) => ({ [`${root}/strategy.config.json`]: "{}" });

describe("of thousands of files in other projects", () => {
  const others = Object.fromEntries(
    Array.from({ length: 300 }, (_, project) =>
      Array.from({ length: 10 }, (_, file): [string, string][] => {
        const root = `/w/group-${project % 7}/p${project}`;
        const data = `kpi k${file} "K" {\n  actuals: "k${file}.csv"\n}\n`;
        return [
          ...Object.entries(config(root)),
          [`${root}/f${file}.strategy`, `objective o${file} "Goal" {}\n${data}`],
          [`${root}/k${file}.csv`, "date,value\n2026-01-31,4\n"],
        ];
      }).flat(),
    ).flat(),
  );
  const texts = {
    ...others,
    ...config("/w/plan"),
    "/w/plan/plan.strategy": 'import corporate from "../corporate"\nteam web "Web" {}\n',
    "/w/plan/more.strategy": 'objective trust "Trust" {}\n',
    ...config("/w/corporate"),
    "/w/corporate/goals.strategy": 'objective growth "Grow" {}\n',
    ...config("/w/division"),
    "/w/division/uses.strategy":
      'import plan from "../plan"\ninitiative crm "CRM" {\n  supports: plan.trust\n  teams: plan.web\n}\n',
    ...config("/w/important"),
    // Whose importing leads elsewhere is none of those that matter.
    "/w/important/notes.strategy": `import other from "../group-1/p1"\n// import it\n`,
  };

  test("those are parsed that the project imports or that import it, and no CSV of another is read", async () => {
    const { reads, parsed } = await around(texts, "/w/plan");
    expect(parsed).toEqual(
      [
        "/w/corporate/goals.strategy",
        "/w/division/uses.strategy",
        "/w/important/notes.strategy",
        "/w/plan/more.strategy",
        "/w/plan/plan.strategy",
      ].sort(),
    );
    expect([...reads.keys()].filter((path) => path.endsWith(".csv"))).toEqual([]);
    // To find out who imports it takes one look at each file.
    const strategies = [...reads].filter(([path]) => path.endsWith(".strategy"));
    expect(strategies.filter(([, times]) => times > 1)).toEqual([]);
  });

  test("the same is said", async () => {
    const { workspace } = await around(texts, "/w/plan");
    const whole = await loadWorkspace(disk(texts).files, ["/w"], options);
    expect(said(workspace, "/w/plan")).toEqual(said(whole, "/w/plan"));
    // What another project does with it counts.
    const codes = said(whole, "/w/plan").found.map(({ code, message }) => `${code} ${message}`);
    expect(codes.filter((one) => /^un(?:supported|used)/.test(one))).toEqual([]);
  });
});

test("what lies elsewhere and leads back brings what it leads to", async () => {
  const texts = {
    ...config("/w/plan"),
    "/w/plan/plan.strategy":
      'import x from "/out/x"\nobjective o "Goal" {\n  level: it\n  supports: x.middle\n}\n',
    ...config("/out/x"),
    "/out/x/x.strategy":
      'import top from "/w/top"\nobjective middle "Goal" {\n  level: it\n  supports: top.growth\n}\n',
    ...config("/w/top"),
    "/w/top/top.strategy": 'objective growth "Grow" {\n  level: business\n}\n',
  };
  const { workspace } = await around(texts, "/w/plan");
  const whole = await loadWorkspace(disk(texts).files, ["/w"], options);
  expect(said(workspace, "/w/plan")).toEqual(said(whole, "/w/plan"));
});

describe("the same is said of each project of any folder", { timeout: 120_000 }, () => {
  test.each(Array.from({ length: 60 }, (_, index) => index + 1))("seed %i", async (seed) => {
    const texts = layout(diceOf(seed));
    const folders = ["/w", "/w/a"];
    const whole = await loadWorkspace(disk(texts).files, folders, options);
    const asked = [...whole.projects.values()].filter(({ inWorkspace }) => inWorkspace);
    for (const { root } of asked) {
      const { workspace } = await around(texts, root, folders);
      expect([...workspace.projects.keys()], root).toEqual([...whole.projects.keys()]);
      expect(said(workspace, root), root).toEqual(said(whole, root));
    }
  });
});

const places = ["/w", "/w/a", "/w/a/in", "/w/b", "/w/b/deep/er", "/w/c", "/w/d", "/out/x", "/out"];

/** Some projects that name one another or not, some of them in others, some outside the folder. */
function layout(dice: Dice): Texts {
  const texts: Record<string, string> = { "/w/a/k.csv": "date,value\n2026-01-31,4\n" };
  for (const place of places) {
    if (dice.once(2)) texts[`${place}/strategy.config.json`] = dice.pick(["{}", "{", "{ x: 1 }"]);
    for (const name of dice.pick([[], ["one"], ["one", "sub/two"]]))
      texts[`${place}/${name}.strategy`] = plan(dice, place);
  }
  if (dice.once(4)) texts["/w/.gitignore"] = dice.pick(["two.strategy", "/c/", "deep/"]);
  return texts;
}

function plan(dice: Dice, place: string): string {
  const targets = [...places, "/w/nowhere", "/w/c/sub"];
  const imports = dice.many(dice.pick([0, 0, 1, 1, 2]), () => dice.pick(targets));
  const lines = imports.map((to, index) => `import i${index} from "${to}"`);
  const near = ["goal", "work", "web", "cio", "java", "none"];
  const name = () =>
    imports.length > 0 && dice.once(2)
      ? `i${dice.below(imports.length)}.${dice.pick(near)}`
      : dice.pick(near);
  const field = () =>
    dice.pick([
      () => `supports: ${name()}`,
      () => `teams: ${name()} 3 FTE`,
      () => `owner: ${name()}`,
      () => `timeline: after ${name()} .. 2027`,
      () => "timeline: 2026-01 .. 2026-06",
      () => `part-of: ${name()}`,
      () => `skills: ${name()}`,
      () => `depends-on: ${name()}`,
      () => "budget: 3k",
      () => "status: done",
      () => "zzz: goal",
    ])();
  const kinds = {
    goal: "objective",
    work: "initiative",
    web: "team",
    cio: "role",
    java: "skill",
    k: "kpi",
  };
  for (const [one, kind] of Object.entries(kinds)) {
    if (dice.once(3)) continue;
    const written = dice.once(9) ? "" : ` ${one}${dice.once(4) ? "-x" : ""}`;
    const fields = kind === "kpi" ? [`actuals: "k.csv"`] : dice.many(3, field);
    lines.push(`${kind}${written} "In ${place}" {\n  ${fields.join("\n  ")}\n}`);
  }
  return `${lines.join("\n\n")}\n`;
}
