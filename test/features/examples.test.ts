// Examples of the pages → what they become in a strategy: at its end, with free names, and nothing at fault.
import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { describe, expect, test } from "vitest";
import { articleOf } from "../../client/explain/article.ts";
import { isRefusal } from "../../server/edits/refusal.ts";
import { exampleChanges } from "../../server/features/example.ts";
import { departmentFiles } from "../department.ts";
import { diagnosed } from "../diagnosed.ts";
import { universeOf } from "../workspace.ts";

const plan = "plan.strategy";

interface Setting {
  readonly path?: string;
  readonly today?: string;
}

type Files = Readonly<Record<string, string>>;

/** The files with an example in one of them, or the sentence of a refusal. */
function inserted(
  files: Files,
  example: string,
  { path = plan, today }: Setting = {},
): Files | string {
  const model = universeOf(files, today === undefined ? {} : { today }).model();
  const file = model.fileAt(path);
  if (file === undefined) throw new Error(`There is no ${path}.`);
  const changes = exampleChanges(model, file, example);
  if (isRefusal(changes)) return changes.refused;
  const after = { ...files };
  for (const { path: changed, start, end, text } of changes.toReversed()) {
    const before = after[changed] ?? "";
    after[changed] = before.slice(0, start) + text + before.slice(end);
  }
  return after;
}

/** The text of the only file with an example in it. */
function withExample(text: string, example: string, setting: Setting = {}): string {
  const files = inserted({ [plan]: text }, example, setting);
  return typeof files === "string" ? files : (files[plan] ?? "");
}

/** The faults of the text, with their sentences. */
function faults(files: Files): readonly string[] {
  return diagnosed(files)
    .diagnostics.filter(({ isFault }) => isFault)
    .map(({ code, message }) => `${code}: ${message}`);
}

const crm = `initiative crm "CRM" {
  owner: cco
}
`;

test("it stands at the end, an empty line behind what is there", () => {
  expect(withExample("theme growth\n\n\n", crm)).toBe(`theme growth\n\n${crm}`);
  expect(withExample("theme growth", crm)).toBe(`theme growth\n\n${crm}`);
  expect(withExample("\n", crm)).toBe(crm);
});

test("its lines end as those of the file", () => {
  expect(withExample("theme growth\r\n", crm)).toBe(
    `theme growth\r\n\r\n${crm.replaceAll("\n", "\r\n")}`,
  );
});

test("a name that is taken becomes another one, wherever the example uses it", () => {
  const example = `objective loyalty "Customers come back" {}

initiative card "Club card" {
  supports: loyalty
}
`;
  expect(withExample('objective loyalty "Ours" {}\n', example)).toBe(`objective loyalty "Ours" {}

objective loyalty-2 "Customers come back" {}

initiative card "Club card" {
  supports: loyalty-2
}
`);
});

test("people whom nobody knows become those of the project, in turn", () => {
  const text = `role cto "CTO"

role cio "CIO"
`;
  const example = `initiative crm "CRM" {
  owner: head-of-platform
  sponsor: head-of-sales
}
`;
  expect(withExample(text, example)).toBe(`${text}
initiative crm "CRM" {
  owner: cto
  sponsor: cio
}
`);
});

test("its years lie as far ahead as on the day on which it was written", () => {
  const example = `initiative crm "CRM" {
  timeline: 2027-Q1 .. 2028

  kpi churn "Monthly churn of 2026" {
    baseline: 2026 on 2026-10
    target: 2.5 by 2027-06
  }
}
`;
  const on = (today: string) => withExample("", example, { today });
  expect(on("2026-06-01")).toBe(example);
  expect(on("2027-05-01")).toBe(example);
  expect(on("2031-12-31")).toBe(`initiative crm "CRM" {
  timeline: 2032-Q1 .. 2033

  kpi churn "Monthly churn of 2026" {
    baseline: 2026 on 2031-10
    target: 2.5 by 2032-06
  }
}
`);
});

test("what leads nowhere here is left out", () => {
  const example = `import corporate from "./corporate"

objective stores "Customers return" {
  supports: corporate.loyalty
  owner: coo

  kpi churn "Churn" {
    actuals: "data/churn.csv"
    unit: %
  }
}
`;
  expect(withExample("theme growth\n", example)).toBe(`theme growth

objective stores "Customers return" {
  owner: coo

  kpi churn "Churn" {
    unit: %
  }
}
`);
});

describe("what an example says of the strategy itself", () => {
  const head = `strategy shop "Shop strategy" {
  owner: cio
  cadence: quarterly
}
`;

  test("is the strategy where there is none", () => {
    expect(withExample("", head)).toBe(head);
  });

  test("goes into the one that is there, as far as that does not say it", () => {
    expect(withExample('strategy ours "Ours" {\n  owner: ceo\n}\n', head)).toBe(
      'strategy ours "Ours" {\n  owner: ceo\n  cadence: quarterly\n}\n',
    );
  });

  test("is refused where that says all of it", () => {
    const text = 'strategy ours "Ours" {\n  owner: ceo\n  cadence: yearly\n}\n';
    expect(withExample(text, head)).toBe("Ours says all of this already, so nothing was changed.");
  });

  test("is left out beside other things", () => {
    const text = 'strategy ours "Ours" {}\n';
    expect(withExample(text, `${head}\n${crm}`)).toBe(`${text}\n${crm}`);
  });
});

test("a text that cannot be read is refused", () => {
  expect(withExample("", "initiative {{{")).toMatch(/^Nothing of this example fits/);
});

describe("every example of every page", () => {
  const pages = globSync("docs/{rules,faults}/*.md");
  const setting = { pictureAt: (name: string) => name, insert: "" };
  const examples = pages.flatMap((page) =>
    articleOf(readFileSync(page, "utf8"), setting).examples.map((text) => ({ page, text })),
  );
  const department = { files: departmentFiles(), path: "backlog.strategy" };
  const broken = {
    files: { [plan]: 'strategy ours "Ours" {\n  owner: cio\n\ninitiative crm "CRM" {\n' },
    path: plan,
  };
  const cases = { "an empty file": { files: { [plan]: "" }, path: plan }, department, broken };

  test.each(Object.entries(cases))("brings no fault into: %s", (_, { files, path }) => {
    const before = faults(files);
    expect(examples.length).toBeGreaterThan(80);
    for (const { page, text } of examples) {
      const once = inserted(files, text, { path });
      if (typeof once === "string") expect(once, page).toMatch(/says all of this already/);
      else {
        expect(faults(once), page).toEqual(before);
        // And once more, where its own names are taken.
        const twice = inserted(once, text, { path });
        if (typeof twice !== "string") expect(faults(twice), page).toEqual(before);
      }
    }
  });
});
