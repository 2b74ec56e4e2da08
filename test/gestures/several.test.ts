// Several things that are moved at once → one change of the texts, as if each had been moved after the other.
import { expect, test } from "vitest";
import { doneTo, filesIn } from "./done.ts";
import type { Done } from "./offered.ts";

const toB = (of: string) => ({ type: "group", of, by: "objective", from: "a", to: "b" }) as const;

function checkAll(before: string, done: readonly Done[], after: string): void {
  expect(doneTo(filesIn(before), ...done)).toEqual(filesIn(after));
}

test("what stands apart is changed in place", () => {
  const plan = (goal: string) => `
    objective a "A"
    objective b "B"
    initiative one { supports: ${goal} } initiative two { supports: ${goal} }
    `;
  checkAll(plan("a"), [toB("one"), toB("two")], plan("b"));
});

test("neighbours leave their block together, and stand in the other in their order", () => {
  checkAll(
    `
    objective a "A" {
      // One.
      initiative one "One" {
        owner: cio
      }

      initiative two "Two" // 2

      initiative three "Three"
    }

    objective b "B"
    `,
    [toB("one"), toB("two")],
    `
    objective a "A" {
      initiative three "Three"
    }

    objective b "B" {
      // One.
      initiative one "One" {
        owner: cio
      }

      initiative two "Two" // 2
    }
    `,
  );
});

test("several names join the same list", () => {
  checkAll(
    "initiative a {}\ninitiative b {}\ninitiative c {}\n",
    [
      { type: "wait", of: "a", on: "b" },
      { type: "wait", of: "a", on: "c" },
    ],
    "initiative a {\n  depends-on: b, c\n}\ninitiative b {}\ninitiative c {}\n",
  );
});

test("what stands in two groups leaves both of them, and is named once where it goes", () => {
  const plan = (goals: string) => `
    objective a
    objective b
    objective c
    initiative one {${goals}
      owner: cio
    }
    `;
  const from = (goal: string, to: string | undefined): Done => ({ ...toB("one"), from: goal, to });
  const both = plan("\n      supports: a, b");
  checkAll(both, [from("a", undefined), from("b", undefined)], plan(""));
  checkAll(both, [from("a", "c"), from("b", "c")], plan("\n      supports: c"));
});

test("what stands on one line in what is laid out anew is laid out with it", () => {
  checkAll(
    'objective b { initiative q "Q" {} }\n',
    [
      { type: "status", of: "b", to: "active" },
      { type: "status", of: "q", to: "planned" },
    ],
    'objective b {\n  status: active\n  initiative q "Q" {\n    status: planned\n  }\n}\n',
  );
});

test("the first that cannot be is why none is", () => {
  const files = filesIn("initiative a {}\ninitiative b {}\n");
  const round: readonly Done[] = [
    { type: "wait", of: "a", on: "b" },
    { type: "wait", of: "b", on: "a" },
  ];
  expect(doneTo(files, ...round)).toBe(
    "'b' would wait for 'a', which waits for 'b'. Nothing can wait for itself.",
  );
});
