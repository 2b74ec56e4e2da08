// One strategy → the same figures, states and words of the same thing in every view.
import { expect, test } from "vitest";
import { alignmentMap } from "../../server/views/alignment.ts";
import { moneyView } from "../../server/views/money.ts";
import { risks } from "../../server/views/risks.ts";
import { roadmap } from "../../server/views/roadmap.ts";
import { scorecard } from "../../server/views/scorecard.ts";
import type { HeadFigure } from "../../server/views/shape.ts";
import { viewOf } from "../../server/views/view.ts";
import { universeOf } from "../workspace.ts";

type Sources = string | Readonly<Record<string, string>>;

/** What each view shows of a strategy. */
function viewsOf(source: Sources) {
  const model = universeOf(source).model();
  return {
    roadmap: viewOf(roadmap, model),
    alignment: viewOf(alignmentMap, model),
    scorecard: viewOf(scorecard, model),
    risks: viewOf(risks, model),
    money: viewOf(moneyView, model),
  };
}

/** The figures whose label has some words: "2 risks above appetite". */
function said(figures: readonly HeadFigure[], words: string): readonly string[] {
  return figures
    .map(({ value, label }) => `${value} ${label}`)
    .filter((one) => one.includes(words));
}

test("work that is red for a risk bears its shield: its own, of a technology, declared or not, of a part", () => {
  const { roadmap: view, risks: listed } = viewsOf(`
    objective goal { level: business }
    technology tape { risk worn { probability: high impact: very-high response: accept } }
    risk retired { affects: cobol probability: high impact: very-high response: accept }
    initiative a { supports: goal technologies: tape }
    initiative b { supports: goal technologies: cobol }
    initiative c { supports: goal
      initiative d { risk late { probability: high impact: very-high } }
    }
    initiative e { supports: goal risk hoped { probability: high impact: high residual { impact: low } } }
  `);
  const above = new Set(listed.risks.flatMap((one) => (one.standing === "above" ? one.title : [])));
  expect([...above]).toEqual(["worn", "retired", "late", "hoped"]);
  for (const { id, health, risk } of view.initiatives) {
    expect([id, health, risk?.state]).toEqual([id, "red", "above"]);
    expect(above).toContain(risk?.sentence.split(":")[0]);
  }
});

test("an objective is measured for all views as the rule has it: the only one under a measured one is", () => {
  const { alignment, scorecard: card } = viewsOf(`
    objective goal { level: business kpi k {} }
    objective only { supports: goal }
    objective bare {}
  `);
  expect(said(alignment.figures, "measured")).toEqual(["2 of 3 objectives measured"]);
  expect(said(card.figures, "measured")).toEqual(["2 of 3 objectives measured"]);
});

test.each([
  ["appetite: tiny", "probability: high impact: high", "–"],
  ["appetite: low", "impact: high", "–"],
  ["", "probability: high impact: very-high", "at least 1"],
  ["", "probability: low impact: low", "None known"],
])("what is not known of a risk is no 0 above the appetite: %s, %s", (appetite, rating, value) => {
  const other = value === "–" ? "" : "risk other { impact: low }";
  const { roadmap: view, risks: listed } = viewsOf(
    `strategy s { ${appetite} }\nrisk r { ${rating} }\n${other}`,
  );
  expect(view.figures.at(-1)?.value).toBe(value);
  expect(listed.figures[0]).toEqual({ value, label: "above appetite" });
});

test("where no risk is above the appetite, none of those lacks a response", () => {
  const { risks: listed } = viewsOf(
    "strategy s { appetite: high }\nrisk r { probability: high impact: high }",
  );
  expect(listed.figures.map(({ value, label }) => `${value} ${label}`)).toEqual([
    "0 above appetite",
    "– expected loss",
  ]);
});

test("a figure and its label read right for one of one", () => {
  const one = viewsOf("objective goal { level: business kpi k }\ninitiative a { supports: goal }");
  expect(said(one.roadmap.figures, "aligned")).toEqual(["1 of 1 initiative aligned"]);
  expect(said(one.alignment.figures, "initiative")).toEqual([
    "1 of 1 initiative aligned",
    "0 of 1 initiative with a risk",
  ]);
});
