// A text and what is to be written into it → the text with it, where it belongs.
import { expect, test } from "vitest";
import {
  addDeclaration,
  addFields,
  addInside,
  addToList,
  appendDeclarations,
  freshName,
  titleOf,
} from "../server/edits/edits.ts";
import type { SourceEdit } from "../server/finding.ts";
import type { Entity } from "../server/model/entity.ts";
import type { Model, Universe } from "../server/model/universe.ts";
import { readMarks } from "./marks.ts";
import { universeOf } from "./workspace.ts";

/** What becomes of a text by edits that are made for the entity `it`. */
function check(
  before: string,
  edits: (it: Entity, all: Universe, model: Model) => readonly SourceEdit[],
  after: string,
): void {
  const source = dedented(before);
  const { entity, all, model } = universeOf(source);
  const places = edits(entity("it"), all, model()).map(({ at, text }) => {
    const start = model().placeOf(at.chunk)?.at(0) ?? 0;
    return { start: start + at.span.start, end: start + at.span.end, text };
  });
  let result = source;
  for (const { start, end, text } of places.toSorted((a, b) => b.start - a.start))
    result = result.slice(0, start) + text + result.slice(end);
  expect(result).toBe(dedented(after));
}

/** Without the indentation that all lines share. */
function dedented(source: string): string {
  return readMarks(source).files.get("plan.strategy") ?? "";
}

const owner = (it: Entity, all: Universe) => addFields(all, it, [{ name: "owner", value: "cio" }]);
const risk = (it: Entity, all: Universe) =>
  addDeclaration(all, it, {
    kind: "risk",
    name: "r",
    title: 'Say "no"',
    fields: [{ name: "impact", value: "low" }],
  });

test("a field goes behind those that stand before it in the vocabulary", () => {
  check(
    `
    initiative it "It" {
      status: active
      supports: growth // for now
      budget: 1M
    }
    `,
    owner,
    `
    initiative it "It" {
      status: active
      supports: growth // for now
      owner: cio
      budget: 1M
    }
    `,
  );
});

test("what a block on one line says stays untouched, so that another edit may change it", () => {
  const source = "kpi it { target: 9, /* why */ actual: 3 }";
  const { entity, all } = universeOf(source);
  const edits = addFields(all, entity("it"), [
    { name: "unit", value: "%" },
    { name: "baseline", value: "4" },
  ]);
  const touched = edits.map(
    ({ at: { span }, text }) => `${source.slice(span.start, span.end)}→${text}`,
  );
  expect(touched).toEqual([" → unit: % baseline: 4 ", ", /* why */ → /* why */ "]);
});

test("several fields each find their place", () => {
  check(
    `
    initiative it "It" {
      // First things first.
      teams: a, b,
      budget: 1M
    }
    `,
    (it, all) =>
      addFields(all, it, [
        { name: "status", value: "active" },
        { name: "timeline", value: "2027" },
        { name: "owner", value: "cio" },
        { name: "supports", value: "growth" },
        { name: "cost", value: [{ name: "training", value: "0" }] },
      ]),
    `
    initiative it "It" {
      supports: growth
      owner: cio
      // First things first.
      teams: a, b,
      timeline: 2027
      budget: 1M
      cost {
        training: 0
      }
      status: active
    }
    `,
  );
});

test("a block that is missing or empty is opened", () => {
  check('initiative it "It"\n', owner, 'initiative it "It" {\n  owner: cio\n}\n');
  check("initiative it {}\n", owner, "initiative it {\n  owner: cio\n}\n");
  check("initiative it {\n}\n", owner, "initiative it {\n  owner: cio\n}\n");
  check("initiative it {\n}\n", risk, risky("initiative it {\n"));
  check('initiative it "It"\n', risk, risky('initiative it "It" {\n'));
});

function risky(head: string): string {
  return `${head}  risk r "Say \\"no\\"" {\n    impact: low\n  }\n}\n`;
}

test("a block on one line stays so as long as it fits and holds no block", () => {
  check(
    "initiative it { supports: a budget: 1M }\n",
    owner,
    "initiative it { supports: a owner: cio budget: 1M }\n",
  );
  check(
    "initiative it { /* soon */ budget: 1M /* more? */ }\n",
    owner,
    "initiative it { /* soon */ owner: cio budget: 1M /* more? */ }\n",
  );
  const title = "x".repeat(60);
  check(
    `initiative it "${title}" { supports: a, budget: 1M }\n`,
    owner,
    `initiative it "${title}" {\n  supports: a\n  owner: cio\n  budget: 1M\n}\n`,
  );
  check("initiative it { budget: 1M }\n", risk, risky("initiative it {\n  budget: 1M\n\n"));
});

test("comments and the author's indentation stay", () => {
  check(
    `
    objective above {
        initiative it "It" { // the first
            budget: 1M // in all
            // and no more
        }
    }
    `,
    risk,
    `
    objective above {
        initiative it "It" { // the first
            budget: 1M // in all
            // and no more

            risk r "Say \\"no\\"" {
              impact: low
            }
        }
    }
    `,
  );
  check(
    "initiative it { // the first\n  budget: 1M }\n",
    owner,
    "initiative it { // the first\n  owner: cio\n  budget: 1M }\n",
  );
  check(
    "initiative it {\n  supports: a }\n",
    owner,
    "initiative it {\n  supports: a\n  owner: cio\n}\n",
  );
  check(
    "initiative it {\r\n  budget: 1M\r\n}\r\n",
    owner,
    "initiative it {\r\n  owner: cio\r\n  budget: 1M\r\n}\r\n",
  );
});

test("a blank line keeps fields and declarations apart", () => {
  check(
    `
    initiative it {
      milestone m
    }
    `,
    owner,
    `
    initiative it {
      owner: cio

      milestone m
    }
    `,
  );
});

test("heads go into the cost block", () => {
  check(
    `
    initiative it {
      cost {
        upfront: 1M
        support: 10k per year
      }
    }
    `,
    (it, all) =>
      addInside(all, it, "cost", [
        { name: "training", value: "0" },
        { name: "contingency", value: "10%" },
      ]),
    `
    initiative it {
      cost {
        upfront: 1M
        training: 0
        support: 10k per year
        contingency: 10%
      }
    }
    `,
  );
});

test("an item joins a list, or begins one", () => {
  const supports = (it: Entity, all: Universe) => addToList(all, it, "supports", "b");
  check("initiative it { supports: a }\n", supports, "initiative it { supports: a, b }\n");
  check("initiative it {\n}\n", supports, "initiative it {\n  supports: b\n}\n");
  check(
    "initiative it {\n  supports: c,\n    a,\n}\n",
    supports,
    "initiative it {\n  supports: c,\n    a,\n    b,\n}\n",
  );
});

test("declarations are added at the end of the file", () => {
  const add = (it: Entity, _all: Universe, model: Model) =>
    appendDeclarations(model, it, [
      { kind: "role", name: "cio", title: "CIO" },
      { kind: "team", name: "web", fields: [{ name: "lead", value: "cio" }] },
    ]);
  const added = 'role cio "CIO"\n\nteam web {\n  lead: cio\n}\n';
  check("initiative it", add, `initiative it\n\n${added}`);
  check("initiative it\n\n\n", add, `initiative it\n\n${added}`);
  check("initiative it\n// The end.\n", add, `initiative it\n// The end.\n\n${added}`);
});

test("names and titles are made up", () => {
  const { model } = universeOf("risk a\nrisk a-2\n");
  expect(freshName(model(), "a")).toBe("a-3");
  expect(freshName(model(), "b")).toBe("b");
  expect(titleOf("cio")).toBe("CIO");
  expect(titleOf("head-of-sales")).toBe("Head of sales");
});
