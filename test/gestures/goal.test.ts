// Work that is dragged from one objective to another → what it supports.
import { test } from "vitest";
import { check, refused } from "./done.ts";
import type { Done } from "./offered.ts";

const dragged = (of: string, from: string | undefined, to: string | undefined): Done => ({
  type: "group",
  of,
  by: "objective",
  from,
  to,
});
const goals = `
    objective a "A" { level: business }
    objective b "B" { level: business }
    objective c "C" { level: business }
`;
const supporting = (field: string) => `${goals}
    initiative crm "CRM" {
      owner: cio
${field}    }
    `;

test("the name of the one objective becomes that of the other, and nothing else changes", () => {
  check(
    supporting("      supports: a // since 2025\n"),
    dragged("crm", "a", "b"),
    supporting("      supports: b // since 2025\n"),
  );
  check(
    supporting("      supports: a, // first\n        c, // then\n        b\n"),
    dragged("crm", "c", "b"),
    supporting("      supports: a, // first\n        // then\n        b\n"),
    "one way",
  );
  check(
    "objective a\nobjective b\ninitiative crm { supports: a budget: 1M }\n",
    dragged("crm", "a", "b"),
    "objective a\nobjective b\ninitiative crm { supports: b budget: 1M }\n",
  );
});

test("from the gap a field is written, and to the gap it goes", () => {
  check(
    `${goals}
    initiative crm "CRM" {
      owner: cio
    }
    `,
    dragged("crm", undefined, "b"),
    `${goals}
    initiative crm "CRM" {
      supports: b
      owner: cio
    }
    `,
  );
  check(
    `${goals}\n    initiative crm "CRM"\n`,
    dragged("crm", undefined, "b"),
    `${goals}\n    initiative crm "CRM" {\n      supports: b\n    }\n`,
    "one way",
  );
  check(
    supporting("      supports: a, c\n"),
    dragged("crm", "a", undefined),
    supporting("      supports: c\n"),
    "one way",
  );
  check(
    "objective a\ninitiative crm { status: completed }\n",
    dragged("crm", "closed:", "a"),
    "objective a\ninitiative crm { supports: a status: completed }\n",
    "one way",
  );
});

test("an item goes with its comma, whatever stands round it", () => {
  for (const [list, gone, after] of [
    ["a, b", "a", "b"],
    ["a, b", "b", "a"],
    ["a, b,", "b", "a,"],
    ["a, b,", "a", "b,"],
    ["a, b, c", "b", "a, c"],
    ["a,\n        b,\n        c", "a", "b,\n        c"],
    ["a,\n        b,\n        c", "b", "a,\n        c"],
    ["a,\n        b,\n        c", "c", "a,\n        b"],
    ["a, // 1\n        b, // 2\n        c // 3", "a", "b, // 1\n        // 2\n        c // 3"],
    ["a, // 1\n        b, // 2\n        c // 3", "b", "a, // 1\n        // 2\n        c // 3"],
    ["a, // 1\n        b, // 2\n        c // 3", "c", "a, // 1\n        b // 2\n        // 3"],
    ["a, // 1\n        b // 2", "a", "b // 1\n        // 2"],
    ["a, // 1\n        b", "b", "a // 1"],
    ["a, // 1\n        b,", "b", "a, // 1"],
    ["a, /* 1 */ b", "a", "b /* 1 */"],
    ["a, /* 1 */ b", "b", "a /* 1 */"],
    ["a /* 1 */, b", "b", "a /* 1 */"],
    ["a /* 1 */, b", "a", "b /* 1 */"],
    ["a,\n        // of b\n        b,\n        c", "b", "a,\n        // of b\n        c"],
    ["a, b, // 1\n        c", "b", "a, // 1\n        c"],
    ["a, a, b", "a", "b"],
    ["a, b, a", "a", "b"],
  ] as const)
    check(
      supporting(`      supports: ${list}\n`),
      dragged("crm", gone, undefined),
      supporting(`      supports: ${after}\n`),
      "one way",
    );
});

test("what is in a field that goes is kept as long as it is a comment", () => {
  check(
    supporting("      supports: a, // not\n        a, // b\n"),
    dragged("crm", "a", undefined),
    supporting("      // not\n      // b\n"),
    "one way",
  );
});

const corporate = `
    //- corporate/strategy.config.json
    {}
    //- corporate/plan.strategy
    objective growth "Grow"
    objective lean "Lean"
    //- division/strategy.config.json
    {}
    //- division/plan.strategy`;

test("an objective of another project goes by its import", () => {
  check(
    `${corporate}
    import above from "../corporate"
    objective a "A"
    initiative crm { supports: a }
    `,
    dragged("division/crm", "a", "corporate.growth"),
    `${corporate}
    import above from "../corporate"
    objective a "A"
    initiative crm { supports: above.growth }
    `,
  );
  check(
    `${corporate}
    import above from "../corporate"
    objective a "A" {
      level: it

      initiative crm { owner: cio }
    }
    `,
    dragged("division/crm", "a", "corporate.growth"),
    `${corporate}
    import above from "../corporate"
    objective a "A" {
      level: it
    }

    initiative crm { supports: above.growth owner: cio }
    `,
    "one way",
  );
  refused(
    `${corporate}
    initiative crm {}
    `,
    dragged("division/crm", undefined, "corporate.growth"),
    "'growth' belongs to another project, 'corporate', which 'plan.strategy' does not import. Import it there first.",
  );
});

test("a part stands where its programme does, so that is to be moved; what it supports itself is its own", () => {
  const programme = (part: string) => `${goals}
    initiative all "All" {
      supports: a
      initiative one "One"${part}
    }
    `;
  refused(
    programme(""),
    dragged("one", "a", "b"),
    "'one' is part of 'all', and stands where that stands. Move 'all'.",
  );
  check(programme(" { supports: c }"), dragged("one", "c", "b"), programme(" { supports: b }"));
  refused(programme(" { supports: c }"), dragged("one", "a", "b"), "Move 'all'.");
});

test("what is not there any more, not understood, or no group to move to, is refused", () => {
  const plan = supporting("      supports: a\n");
  refused(plan, dragged("crm", "b", "c"), "changed meanwhile");
  refused(plan, dragged("crm", undefined, "c"), "changed meanwhile");
  refused(plan, dragged("crm", "a", "d"), "changed meanwhile");
  refused(plan, dragged("crm", "a", "a"), "Nothing would change");
  refused(plan, dragged("crm", "a", "closed:"), "Nothing can be moved there");
  refused(plan, dragged("crm", "a", "unclear:"), "Nothing can be moved there");
  refused(plan, dragged("a", undefined, "b"), "'a' is no work");
  refused(
    "objective a\nobjective b\ninitiative crm { supports: a supports: a }",
    dragged("crm", "a", "b"),
    "What 'crm' says of 'supports' is not understood.",
  );
  refused(
    "objective b\ninitiative crm { supports: grwth }",
    dragged("crm", "unclear:", "b"),
    "What 'crm' says of 'supports' is not understood.",
  );
  refused(
    "objective a { initiative crm { owner: } }\nobjective b",
    dragged("crm", "a", "b"),
    "Line 1 has a fault. Mend it first, then drag again.",
  );
  refused(
    "//- a.strategy\nobjective a { initiative crm }\n//- b.strategy\n\nobjective b {\n  owner:\n}",
    dragged("crm", "a", "b"),
    "Line 3 of b.strategy has a fault. Mend it first, then drag again.",
  );
  refused(
    'objective a "A"\nobjective b\nobjective b "Another"\ninitiative crm { supports: a }',
    dragged("crm", "a", "b~2"),
    "'b' stands for something else there.",
  );
});
