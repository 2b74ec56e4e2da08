// Strategies that are hard to draw → their alignment as data.
import type { AlignmentView } from "../../server/views/alignment/shape.ts";
import { alignmentView } from "../../server/views/alignment.ts";
import { viewOf } from "../../server/views/view.ts";
import { universeOf } from "../workspace.ts";
import { exampleModel } from "./example.ts";

export const departmentGoals = viewOf(alignmentView, exampleModel());

export function goalsOfText(source: string): AlignmentView {
  return viewOf(alignmentView, universeOf(source).model());
}

export const longTitle = "A title of two hundred characters that never ends ".repeat(4);
export const japaneseTitle =
  "デジタル変革を推進して、顧客体験を向上させるための長い長い目標を達成する。".repeat(3);
const hebrewTitle = "יעד עם שם ארוך מאוד שלא נכנס בשורה אחת ולא בשתיים ".repeat(3);
export const strangeGoals = goalsOfText(`
  strategy s "S" { currency: EUR }
  objective top "${longTitle}" { level: business owner: "${"x".repeat(40)}"
    kpi k1 "${longTitle}" { unit: % }
    kpi k2 "${japaneseTitle}" { unit: % }
    risk r0 "${longTitle}" { probability: high impact: very-high }
    initiative direct "${japaneseTitle}" { budget: 3M status: active }
    objective it "${hebrewTitle}" { level: it
      kpi k3 "${hebrewTitle}" { unit: % }
      initiative one "${longTitle}" { budget: 2M
        initiative part "${longTitle}" { budget: 1M supports: other }
        initiative inside "${longTitle}" { budget: 1M }
        kpi k4 "${longTitle}" { unit: % }
        risk r1 "${longTitle}" { probability: high impact: very-high residual { probability: low } }
        risk r2 "${hebrewTitle}" { probability: high impact: very-high }
      }
      initiative two "<script>alert(1)</script>" { status: on-hold supports: other }
    }
    objective bare "${"Unbreakable".repeat(20)}" { level: it }
  }
  objective other "" { level: business }
  objective lone "${longTitle}" { level: it initiative three "Three" {} }
  initiative adrift "${longTitle}" { supports: nobody budget: 1M }
  initiative lost "${longTitle}" { budget: 900k
    risk r3 "${longTitle}" { probability: high impact: high }
  }
  initiative lost2 "${japaneseTitle}" { kpi k5 "${longTitle}" { unit: % } }
  kpi loose "${longTitle}" { unit: % }
  risk looser "${hebrewTitle}" {}
`);

export const deepGoals = goalsOfText(
  `${Array.from({ length: 9 }, (_, at) => `objective o${at} "Level ${at}" { level: ${at === 0 ? "business" : "it"}`).join("\n")}
   initiative end { budget: 1M } ${"}".repeat(9)}`,
);

export const manySigns = goalsOfText(`
  objective top { level: business
    objective wide { level: it
      ${Array.from({ length: 100 }, (_, at) => `initiative w${at} "Work ${at}" { budget: ${at + 1}k }`).join("\n")}
      initiative worried { ${Array.from({ length: 100 }, (_, at) => `risk r${at} "Risk ${at}" {}`).join("\n")} }
    }
    ${Array.from({ length: 100 }, (_, at) => `kpi k${at} "Figure ${at}" { unit: % }`).join("\n")}
  }
`);
