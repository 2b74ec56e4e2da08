// A dependency that is drawn in a picture → the name among those for which work waits.
import { test } from "vitest";
import { check, refused } from "./done.ts";
import type { Done } from "./offered.ts";

const drawn = (of: string, on: string): Done => ({ type: "wait", of, on });

test("work waits for other work: as a new field, or as one more item", () => {
  check(
    `
    initiative a "A" {
      timeline: after c for 3 months // its length stays
      status: active
    }
    initiative b "B"
    initiative c "C"
    `,
    drawn("a", "b"),
    `
    initiative a "A" {
      timeline: after c for 3 months // its length stays
      depends-on: b
      status: active
    }
    initiative b "B"
    initiative c "C"
    `,
    "one way",
  );
  check(
    "initiative a { depends-on: c, } initiative b {} initiative c {}\n",
    drawn("a", "b"),
    "initiative a { depends-on: c, b, } initiative b {} initiative c {}\n",
    "one way",
  );
});

test("a list of lines gets one more line, and each comment stays with its name", () => {
  check(
    `
    initiative a "A" {
      depends-on: c, // the first
        d // the second
      status: active
    }
    initiative b "B"
    initiative c "C"
    initiative d "D"
    `,
    drawn("a", "b"),
    `
    initiative a "A" {
      depends-on: c, // the first
        d, // the second
        b
      status: active
    }
    initiative b "B"
    initiative c "C"
    initiative d "D"
    `,
    "one way",
  );
  check(
    "initiative a {\r\n\tdepends-on: c,\r\n\t\td, // d\r\n}\r\ninitiative b\r\ninitiative c\r\ninitiative d\r\n",
    drawn("a", "b"),
    "initiative a {\r\n\tdepends-on: c,\r\n\t\td, // d\r\n\t\tb,\r\n}\r\ninitiative b\r\ninitiative c\r\ninitiative d\r\n",
    "one way",
  );
});

test("a block that is opened has the line ends of its file", () => {
  check(
    "initiative a\r\ninitiative b\r\n",
    drawn("a", "b"),
    "initiative a {\r\n  depends-on: b\r\n}\r\ninitiative b\r\n",
    "one way",
  );
});

test("a milestone goes by its initiative, an event by itself, another project by its import", () => {
  check(
    "initiative a {}\ninitiative b { milestone m { date: 2026 } }\n",
    drawn("a", "b.m"),
    "initiative a {\n  depends-on: b.m\n}\ninitiative b { milestone m { date: 2026 } }\n",
    "one way",
  );
  check(
    "initiative a {}\nmilestone law { date: 2026 }\n",
    drawn("a", "law"),
    "initiative a {\n  depends-on: law\n}\nmilestone law { date: 2026 }\n",
    "one way",
  );
  const corporate = `
    //- corporate/strategy.config.json
    {}
    //- corporate/plan.strategy
    initiative erp "ERP" { milestone live { date: 2026 } }
    //- division/strategy.config.json
    {}
    //- division/plan.strategy`;
  check(
    `${corporate}
    import above from "../corporate"
    initiative a { status: active }
    `,
    drawn("division/a", "corporate/erp.live"),
    `${corporate}
    import above from "../corporate"
    initiative a { depends-on: above.erp.live status: active }
    `,
    "one way",
  );
  refused(
    `${corporate}
    initiative a {}
    `,
    drawn("division/a", "corporate/erp"),
    "'erp' belongs to another project, 'corporate', which 'plan.strategy' does not import.",
  );
  refused(
    `${corporate}
    import above from "../corporate"
    initiative a {}
    `,
    drawn("corporate/erp", "division/a"),
    "'a' belongs to another project, 'division', which 'plan.strategy' does not import.",
  );
});

test("what waits already, is itself, or leads round, is refused with the whole way", () => {
  const plan = `
    initiative a { milestone m { date: 2026 } }
    initiative b { depends-on: c.n }
    initiative c { timeline: after a for 3 months milestone n { date: 2027 } }
    `;
  refused(plan, drawn("a", "a"), "'a' cannot wait for itself.");
  refused(plan, drawn("a", "a.m"), "'m' is a milestone of 'a' itself.");
  refused(plan, drawn("c", "a"), "'c' waits for 'a' already.");
  refused(
    plan,
    drawn("a", "b"),
    "'a' would wait for 'b', which waits for 'c', which waits for 'a'.",
  );
  refused(plan, drawn("a", "c.n"), "'a' would wait for 'c', which waits for 'a'.");
  // The work is waited for already, but not its milestone.
  check(
    "initiative a { depends-on: b }\ninitiative b { milestone m { date: 2026 } }\n",
    drawn("a", "b.m"),
    "initiative a { depends-on: b, b.m }\ninitiative b { milestone m { date: 2026 } }\n",
    "one way",
  );
});

test("only work waits, and only for work or milestones", () => {
  const plan =
    "objective top { initiative a {} }\nrisk r { affects: a }\ninitiative b { depends-on: 5 }\n";
  refused(plan, drawn("top", "a"), "'top' is no work");
  refused(plan, drawn("a", "r"), "'r' is a risk: work waits for other work");
  refused(plan, drawn("a", "top"), "'top' is an objective");
  refused(plan, drawn("b", "a"), "What 'b' says of 'depends-on' is not understood.");
});

test("a part cannot wait for its programme, nor the programme for a part", () => {
  const plan = `
    initiative whole "Whole" { initiative first "First" {} milestone kickoff "Kick-off" {} }
    `;
  refused(
    plan,
    drawn("first", "whole"),
    "'first' is part of 'whole', which ends when its parts have ended.",
  );
  refused(
    plan,
    drawn("whole", "first"),
    "'first' is part of 'whole', which begins with its parts.",
  );
});
