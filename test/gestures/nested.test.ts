// Work in the block of an objective that is dragged to another → the block in which it stands then.
import { expect, test } from "vitest";
import { check, doneTo, filesIn, refused } from "./done.ts";
import type { Done } from "./offered.ts";

const dragged = (of: string, from: string | undefined, to: string | undefined): Done => ({
  type: "group",
  of,
  by: "objective",
  from,
  to,
});

const nested = (inA: string, inB: string, top = "") => `
    // The first of all.
    objective a "A" {
      level: business
${inA}    }
${top}
    objective b "B" {
      level: business
${inB}    }
    `;
const crm = `
      // Why we do this:
      /* for
           them */
      initiative crm "CRM" {
        description: """
          Some
            text
        """

        milestone m "M" { date: 2026 } // the first
      } // end of crm
`;
const web = `
      initiative web "Web" {
      }
`;

test("nested work moves with the comments above it to the end of another block", () => {
  check(nested(crm, ""), dragged("crm", "a", "b"), nested("", crm));
  check(
    nested(crm + web, web.replace("web", "app")),
    dragged("crm", "a", "b"),
    nested(web, web.replace("web", "app") + crm),
    "one way",
  );
  check(nested(web + crm, ""), dragged("crm", "a", "b"), nested(web, crm));
  check(
    "objective a { level: business initiative crm { owner: cio } }\nobjective b\n",
    dragged("crm", "a", "b"),
    "objective a { level: business }\nobjective b {\n  initiative crm { owner: cio }\n}\n",
    "one way",
  );
  check(
    "objective a { initiative crm {}, initiative web {} }\nobjective b { level: it }\n",
    dragged("crm", "a", "b"),
    "objective a { initiative web {} }\nobjective b {\n  level: it\n\n  initiative crm {}\n}\n",
    "one way",
  );
});

test("to another depth it is indented anew, texts and comments of several lines aside", () => {
  check(
    `
    objective a "A" {
      initiative crm "CRM" {
        description: """
          One
        """
        /* a
           b */
        owner: cio

        risk r "R" {
          impact: low
        }
      }
    }

    objective top "Top" {
      objective b "B" {
        owner: cio // he
      }
    }
    `,
    dragged("crm", "a", "b"),
    `
    objective a "A"

    objective top "Top" {
      objective b "B" {
        owner: cio // he

        initiative crm "CRM" {
          description: """
          One
        """
          /* a
           b */
          owner: cio

          risk r "R" {
            impact: low
          }
        }
      }
    }
    `,
  );
});

test("to the gap it goes to the top level, behind the declaration that held it", () => {
  check(
    `
    objective a "A" {
      initiative crm "CRM" {
        owner: cio

        kpi nps "NPS"
      }
      // no more
    }
    // All that follows.
    objective b "B"
    `,
    dragged("crm", "a", undefined),
    `
    objective a "A" {
      // no more
    }

    initiative crm "CRM" {
      owner: cio

      kpi nps "NPS"
    }

    // All that follows.
    objective b "B"
    `,
    "one way",
  );
  check(
    "objective a { initiative crm {} } // the end of a\nobjective b\n",
    dragged("crm", "a", undefined),
    "objective a // the end of a\n\ninitiative crm {}\n\nobjective b\n",
    "one way",
  );
  check(
    "objective a { initiative crm {} } objective b",
    dragged("crm", "a", undefined),
    "objective a\n\ninitiative crm {}\n\nobjective b",
    "one way",
  );
  check(
    "objective top {\n\tobjective a {\n\t\tinitiative crm {\n\t\t\towner: cio\n\t\t}\n\t}\n}",
    dragged("crm", "a", undefined),
    "objective top {\n\tobjective a\n}\n\ninitiative crm {\n\towner: cio\n}",
    "one way",
  );
});

test("what it writes besides stays, less the name of the objective in which it stands now", () => {
  const block = (supports: string) => `
      initiative crm "CRM" {
${supports}        owner: cio
      }
`;
  check(
    nested(block("        supports: b, c\n"), "", "    objective c\n"),
    dragged("crm", "a", "b"),
    nested("", block("        supports: c\n"), "    objective c\n"),
    "one way",
  );
  check(
    nested(block("        supports: a\n"), "", ""),
    dragged("crm", "a", "b"),
    nested("", block(""), ""),
    "one way",
  );
  check(
    nested(block("        supports: b\n"), "", ""),
    dragged("crm", "b", undefined),
    nested(block(""), "", ""),
    "one way",
  );
});

test("into another file it goes with its own line ends, and its paths lead to the same files", () => {
  const files = filesIn(`
    //- a.strategy
    objective a "A" {
      initiative crm "CRM" {
        // Measured by hand.
        kpi churn "Churn" { actuals: "data/churn.csv" }
      }
    }
    //- data/churn.csv
    date,value
    //- other/b.strategy
    objective b "B" {
      level: business
    }
    `);
  const windows = files["other/b.strategy"]?.replaceAll("\n", "\r\n") ?? "";
  expect(doneTo({ ...files, "other/b.strategy": windows }, dragged("crm", "a", "b"))).toEqual({
    ...files,
    "a.strategy": 'objective a "A"\n',
    "other/b.strategy": `objective b "B" {
  level: business

  initiative crm "CRM" {
    // Measured by hand.
    kpi churn "Churn" { actuals: "../data/churn.csv" }
  }
}
`.replaceAll("\n", "\r\n"),
  });
});

test("work that names things through an import does not go where that is missing", () => {
  refused(
    `
    //- corporate/strategy.config.json
    {}
    //- corporate/plan.strategy
    objective lean "Lean"
    //- division/strategy.config.json
    {}
    //- division/plan.strategy
    import above from "../corporate"
    objective a "A" {
      initiative crm { supports: above.lean }
    }
    //- division/b.strategy
    objective b "B"
    `,
    dragged("division/crm", "a", "b"),
    "'crm' names something of 'above', which 'b.strategy' does not import. Import it there first.",
  );
});
