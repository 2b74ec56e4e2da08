// A place in a text and a kind → the text with a whole declaration in what takes one there, and nothing else changed.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { formatText } from "../../grammar/format.ts";
import { parseFile } from "../../grammar/parser.ts";
import { kindOf } from "../../grammar/vocabulary.ts";
import type { Query } from "../../server/cursor/spot.ts";
import { diagnose } from "../../server/diagnosis/diagnose.ts";
import { addedTo } from "../../server/edits/outcome.ts";
import { beginning } from "../../server/features/beginning.ts";
import { outline } from "../../server/model/outline.ts";
import { isOpen } from "../../server/model/status.ts";
import { universe } from "../../server/model/universe.ts";
import { type Workspace, withFile } from "../../server/project/project.ts";
import { readMarks } from "../marks.ts";
import { workspaceOf } from "../workspace.ts";
import { untouched } from "./untouched.ts";

function queryIn(workspace: Workspace, path: string, offset: number): Query {
  const [model] = universe(workspace).models.values();
  const file = model?.fileAt(path);
  if (model === undefined || file === undefined) throw new Error(`There is no ${path}.`);
  return { model, file, offset };
}

/** The text after a declaration of a kind was begun at a place, and what it went into. */
function begun(query: Query, kind: string): { readonly text: string; readonly into: string } {
  const entry = kindOf(kind);
  const found = entry && beginning(query, entry);
  if (found === undefined) throw new Error(`Nothing takes a ${kind} there.`);
  const { text } = query.file.tree;
  const { span, snippet, into } = found;
  return {
    text: text.slice(0, span.start) + untouched(snippet) + text.slice(span.end),
    into: into?.name ?? "the end of the file",
  };
}

/** What comes of a source when a declaration of a kind is begun at `$0`. */
function check(kind: string, source: string, into: string, after: string): void {
  const { files, cursor } = readMarks(source);
  if (cursor === undefined) throw new Error("There is no $0.");
  const query = queryIn(workspaceOf(Object.fromEntries(files)), cursor.file, cursor.offset);
  const wanted = readMarks(after).files.get("plan.strategy");
  expect(begun(query, kind)).toEqual({ text: wanted, into });
}

test("it stands at the end of the block around the place, behind an empty line", () => {
  check(
    "milestone",
    `
    initiative crm "CRM" {
      owner: $0cio

      risk lock-in "Lock-in" {
        probability: low
      }
    }
    `,
    "crm",
    `
    initiative crm "CRM" {
      owner: cio

      risk lock-in "Lock-in" {
        probability: low
      }

      milestone new-milestone "What is reached" {
        date: 2027-04
      }
    }
    `,
  );
});

test("a declaration without a block gets one, and an empty block gets its first line", () => {
  const after = `
    initiative crm "CRM" {
      milestone new-milestone "What is reached" {
        date: 2027-04
      }
    }
    `;
  check("milestone", `\n    initiative crm$0 "CRM"\n    `, "crm", after);
  check("milestone", `\n    initiative crm "CRM" {$0}\n    `, "crm", after);
  check("milestone", `\n    initiative crm "CRM" {\n    $0\n    }\n    `, "crm", after);
});

test("a block on one line is laid out over several, and its comments stay", () => {
  check(
    "milestone",
    `initiative crm "CRM" { owner: cio /* \${1:$5} */ $0status: planned }`,
    "crm",
    `initiative crm "CRM" {
  owner: cio /* \${1:$5} */
  status: planned

  milestone new-milestone "What is reached" {
    date: 2027-04
  }
}`,
  );
});

test("in a deeper block it has the indentation of that block, whatever that is", () => {
  check(
    "skill",
    `
    team a {
    \tteam b {
    \t\tcapacity: 4 FTE$0
    \t}
    }
    `,
    "the end of the file",
    `
    team a {
    \tteam b {
    \t\tcapacity: 4 FTE
    \t}
    }

    skill new-skill "What it is called"
    `,
  );
  check(
    "role",
    `
    team a {
    \tteam b {
    \t\tcapacity: 4 FTE$0 // all of them
    \t}
    }
    `,
    "b",
    `
    team a {
    \tteam b {
    \t\tcapacity: 4 FTE // all of them

    \t\trole new-role "What it is called" {
    \t\t  holder: "Who holds it"
    \t\t  reports-to: cio
    \t\t}
    \t}
    }
    `,
  );
});

test("it goes into the nearest that takes such a thing, from the inside out", () => {
  check(
    "risk",
    `
    objective keep "Keep" {
      kpi churn "Churn" {
        unit: $0%
      }
    }
    `,
    "keep",
    `
    objective keep "Keep" {
      kpi churn "Churn" {
        unit: %
      }

      risk new-risk "What could go wrong" {
        category: security
        probability: medium
        impact: medium
        owner: cio
        response: mitigate
        mitigation: "What we do about it"
      }
    }
    `,
  );
});

test("where nothing around the place takes it, it stands at the end and names what is there", () => {
  check(
    "risk",
    `
    objective first "First"
    objective keep "Keep"
    kpi churn "Churn" { measures: keep$0 unit: % }
    // the end`,
    "the end of the file",
    `
    objective first "First"
    objective keep "Keep"
    kpi churn "Churn" { measures: keep unit: % }
    // the end

    risk new-risk "What could go wrong" {
      affects: keep
      category: security
      probability: medium
      impact: medium
      owner: cio
      response: mitigate
      mitigation: "What we do about it"
    }
    `,
  );
});

test("at the end there is one empty line before it, and one line end behind it", () => {
  const skill = 'skill new-skill "What it is called"';
  for (const [before, gap] of [
    ["", ""],
    ["\n", ""],
    ["role cio", "\n\n"],
    ["role cio\n", "\n"],
    ["role cio\n\n", ""],
    ["role cio\r\n", "\r\n"],
    ["role cio\r\n  ", "\r\n"],
    ["/* open", "\n\n"],
    ['role cio "open', "\n\n"],
  ] as const) {
    const end = before.includes("\r") ? "\r\n" : "\n";
    const query = queryIn(workspaceOf(before), "plan.strategy", 0);
    const entry = kindOf("skill");
    const found = entry && beginning({ model: query.model, file: query.file }, entry);
    expect(untouched(found?.snippet ?? ""), JSON.stringify(before)).toBe(gap + skill + end);
    expect(found?.span, before).toEqual({ start: before.length, end: before.length });
  }
});

test("the lines end as those of the file do", () => {
  const text = 'initiative crm "CRM" {\r\n  owner: cio\r\n}\r\n';
  const query = queryIn(workspaceOf(text), "plan.strategy", 20);
  expect(begun(query, "milestone").text).toBe(
    'initiative crm "CRM" {\r\n  owner: cio\r\n\r\n  milestone new-milestone "What is reached" {\r\n    date: 2027-04\r\n  }\r\n}\r\n',
  );
});

test("faults elsewhere in the file are no reason not to, and stay as they are", () => {
  check(
    "milestone",
    `
    objective broken "Broken {
      ownr: ,,
    initiative crm "CRM" {
      owner: cio$0
    }
    wish
    `,
    "crm",
    `
    objective broken "Broken {
      ownr: ,,
    initiative crm "CRM" {
      owner: cio

      milestone new-milestone "What is reached" {
        date: 2027-04
      }
    }
    wish
    `,
  );
});

test("in a block that is not closed it stands where it is read as part of it", () => {
  check(
    "milestone",
    `
    initiative crm "CRM" {
      owner: cio$0

    initiative erp "ERP" {
      owner: cio
    }
    `,
    "crm",
    `
    initiative crm "CRM" {
      owner: cio

      milestone new-milestone "What is reached" {
        date: 2027-04
      }

    initiative erp "ERP" {
      owner: cio
    }
    `,
  );
});

const folder = "examples/it-department";
const example = workspaceOf(
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => /\.(?:strategy|csv)$/.test(path))
      .map((path) => [path, readFileSync(`${folder}/${path}`, "utf8")]),
  ),
);

test("whatever is begun in an open declaration of a full project is canonical and says nothing", {
  timeout: 120_000,
}, () => {
  const [model] = universe(example).models.values();
  if (model === undefined) throw new Error("There is no example.");
  const before = diagnose(model).map(({ code }) => code);
  const wrong: string[] = [];
  for (const path of model.paths()) {
    const { tree } = queryIn(example, path, 0).file;
    const open = tree.chunks.flatMap((chunk, index) =>
      outline(chunk)
        .entities.filter((one) => isOpen(model.universe, one))
        .map(({ node, name }) => ({ name, offset: (tree.starts[index] ?? 0) + node.start })),
    );
    for (const { name, offset } of open.filter((_, index) => index % 5 === 0))
      for (const kind of ["objective", "initiative", "kpi", "risk"]) {
        const { text, into } = begun(queryIn(example, path, offset), kind);
        const what = `${kind} from ${name} into ${into}`;
        if (formatText(text) !== text) wrong.push(`${what}: its layout`);
        const after = withFile(example, `/workspace/${path}`, parseFile(text, tree));
        const [then] = universe(after).models.values();
        const said = (then ? diagnose(then) : []).map(({ code }) => code);
        const added = addedTo(before, said);
        if (added !== undefined) wrong.push(`${what}: ${added}`);
      }
  }
  // Its dates are over, so a part of it can only come too late, and that is said.
  expect(wrong).toEqual([
    "initiative from core-monitoring into core-monitoring: milestone-outside",
  ]);
});
