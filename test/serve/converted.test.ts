// An edit → which of the diagnostics that a client was sent are made anew, and that all of them stand where a fresh start tells them.
import { expect, test } from "vitest";
import { parseFile } from "../../grammar/parser.ts";
import { succeed } from "../../server/model/live.ts";
import { type Workspace, withFile } from "../../server/project/project.ts";
import { rules } from "../../server/rules/index.ts";
import { abilitiesOf } from "../../server/serve/abilities.ts";
import type { Encoding } from "../../server/serve/positions.ts";
import { documentReport } from "../../server/serve/report.ts";
import { workspaceOf } from "../workspace.ts";

/** Names that are nowhere, a name that is taken, and no rule that would say more. */
const files = {
  "goals.strategy": `objective growth "Grow" { supports: nobody }

objective calm "Calm" { supports: nothing }

objective café "Déjà vu" { } objective quiet "Quiet" { supports: nowhere }
`,
  "more.strategy": `objective growth "Grow once more" { supports: never }
`,
  "strategy.config.json": JSON.stringify({
    rules: Object.fromEntries(rules.map(({ id }) => [id, "off"])),
  }),
};

type Name = "goals.strategy" | "more.strategy";

const names: readonly Name[] = ["goals.strategy", "more.strategy"];

const capabilities = {
  textDocument: { publishDiagnostics: { relatedInformation: true } },
};

/** The names of which is told anew, file by file, after an edit of the first. */
function check(from: string, to: string, encoding: Encoding = "utf-16"): readonly string[] {
  const client = { ...abilitiesOf({ processId: null, rootUri: null, capabilities }), encoding };
  const sent = (workspace: Workspace, path: string) => {
    const snapshot = { workspace, alone: new Map(), open: new Map() };
    return documentReport({ snapshot, client, pages: undefined }, `/workspace/${path}`, (error) => {
      throw error;
    });
  };
  const before = workspaceOf(files);
  succeed(undefined, before);
  const first = new Set(names.flatMap((path) => sent(before, path)));
  const name = "goals.strategy";
  const text = files[name];
  if (!text.includes(from)) throw new Error(`There is no '${from}' in ${name}.`);
  const [tree] = [...before.projects.values()].map((one) => one.files.get(name)?.tree);
  const after = withFile(before, `/workspace/${name}`, parseFile(text.replace(from, to), tree));
  succeed(before, after);
  return names.flatMap((path) => {
    const now = sent(after, path);
    expect(now).toEqual(sent({ ...after }, path));
    const made = now.filter((one) => !first.has(one));
    return made.map(({ message }) => `${path} ${/'(\w+)'/.exec(String(message))?.[1]}`);
  });
}

test("a letter in a title moves what stands on its line, and nothing else", () => {
  expect(check("Calm", "Calmer")).toEqual(["goals.strategy nothing"]);
});

test("what relates to a place that moved is told anew, in whatever file it stands", () => {
  expect(check("Grow", "Growth")).toContain("more.strategy growth");
});

test("a new line moves what stands below it", () => {
  expect(check("\nobjective calm", "\n\nobjective calm")).toEqual([
    "goals.strategy nothing",
    "goals.strategy nowhere",
  ]);
});

test("what stands behind others on one line moves with each letter before it, however characters are counted", () => {
  for (const encoding of ["utf-16", "utf-8"] as const)
    expect(check("Déjà vu", "Déjà vu é", encoding)).toEqual(["goals.strategy nowhere"]);
});
