// A risk that is moved in the matrix → the words or percents that put it there.
import { test } from "vitest";
import { check, refused } from "./done.ts";
import type { Done } from "./offered.ts";

type Pair = readonly [probability: number, impact: number];

function moved(which: "before" | "today", was: Pair | undefined, to: Pair): Done {
  const square = ([probability, impact]: Pair) => ({ probability, impact });
  return { type: "rating", of: "r", which, was: was && square(was), to: square(to) };
}

test("only the half that differs is written, as its word", () => {
  check(
    `
    risk r "R" {
      probability: medium // a guess
      impact: high
    }
    `,
    moved("before", [3, 4], [5, 4]),
    `
    risk r "R" {
      probability: very-high // a guess
      impact: high
    }
    `,
  );
  check(
    "risk r { probability: medium impact: high }\n",
    moved("today", [3, 4], [1, 1]),
    "risk r { probability: very-low impact: very-low }\n",
  );
});

test("a percent stays one, and lies in the other band as it lay in its own", () => {
  for (const [percent, step, to, other] of [
    ["35%", 2, 4, "75%"],
    ["0%", 1, 5, "80%"],
    ["19.5 %", 1, 2, "39.5 %"],
    ["40.0%", 3, 1, "0.0%"],
    ["99%", 5, 1, "19%"],
  ] as const)
    check(
      `risk r { probability: ${percent} impact: low }\n`,
      moved("before", [step, 2], [to, 3]),
      `risk r { probability: ${other} impact: medium }\n`,
    );
  // The last band alone has both its ends.
  check(
    "risk r { probability: 100% impact: low }\n",
    moved("before", [5, 2], [2, 2]),
    "risk r { probability: 39% impact: low }\n",
    "one way",
  );
});

test("what is left after the response is written there, and what stood before stays", () => {
  const treated = (own: string, residual: string) => `
    risk r "R" {
      probability: ${own}
      impact: high
      response: mitigate
      mitigation: "Exit clause"
      residual { ${residual} } // checked
    }
    `;
  check(
    treated("high", "probability: low impact: medium"),
    moved("today", [2, 3], [1, 2]),
    treated("high", "probability: very-low impact: low"),
  );
  check(
    treated("high", "probability: low impact: medium"),
    moved("before", [4, 4], [5, 4]),
    treated("very-high", "probability: low impact: medium"),
  );
  // A half that is left out is the risk's own.
  check(
    treated("high", "probability: low"),
    moved("today", [2, 4], [2, 3]),
    treated("high", "probability: low impact: medium"),
  );
  check(
    treated("high", "probability: low impact: medium"),
    moved("today", [2, 3], [4, 4]),
    treated("high", "probability: high impact: high"),
  );
});

test("where nothing is done about it, what is hoped for is not where it stands", () => {
  check(
    "risk r { probability: high impact: very-high residual { probability: low } }\n",
    moved("today", [4, 5], [5, 5]),
    "risk r { probability: very-high impact: very-high residual { probability: low } }\n",
  );
});

test("what is not rated gets both halves, or the one that is missing", () => {
  check(
    "risk r {\n  owner: cio // soon\n}\n",
    moved("today", undefined, [2, 5]),
    "risk r {\n  probability: low\n  impact: very-high\n  owner: cio // soon\n}\n",
    "one way",
  );
  check(
    "risk r { probability: 35% }\n",
    moved("before", undefined, [4, 5]),
    "risk r { probability: 75% impact: very-high }\n",
    "one way",
  );
  check(
    "risk r { impact: low residual { probability: low } }\n",
    moved("before", undefined, [4, 2]),
    "risk r {\n  probability: high\n  impact: low\n  residual { probability: low }\n}\n",
    "one way",
  );
});

test("what is not as the picture showed it, or not understood, is left alone", () => {
  const risk = "risk r { probability: high impact: low }";
  refused(risk, moved("today", [3, 2], [1, 1]), "changed meanwhile");
  refused(risk, moved("today", undefined, [1, 1]), "changed meanwhile");
  refused(risk, moved("today", [4, 2], [4, 2]), "Nothing would change");
  refused(
    "risk r { probability: hihg impact: low }",
    moved("today", undefined, [1, 1]),
    "What 'r' says of 'probability' is not understood.",
  );
  refused(
    "risk r { probability: high impact: low residual { impact: lwo } }",
    moved("today", undefined, [1, 1]),
    "What 'r' says of 'residual' is not understood.",
  );
  refused("kpi r {}", moved("today", undefined, [1, 1]), "'r' is no risk.");
});
