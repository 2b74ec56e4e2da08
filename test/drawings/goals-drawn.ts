// Strategies that are hard to draw → their alignment as data, and where each text of its picture stands.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { h } from "preact";
import { render } from "preact-render-to-string";
import type { LaidOut, Room } from "../../client/drawings/drawing.ts";
import { modeFor } from "../../client/drawings/frame.ts";
import { LookProvider } from "../../client/drawings/look.tsx";
import { interWidth, type Weight } from "../../client/drawings/text.ts";
import { themes } from "../../client/drawings/theme.ts";
import type { AlignmentView } from "../../server/views/alignment/shape.ts";
import { alignmentView } from "../../server/views/alignment.ts";
import { viewOf } from "../../server/views/view.ts";
import { universeOf } from "../workspace.ts";

const example = "examples/it-department";
export const departmentGoals = viewOf(
  alignmentView,
  universeOf(
    Object.fromEntries(
      readdirSync(example, { recursive: true, encoding: "utf8" })
        .filter((file) => /\.(strategy|csv|json)$/.test(file))
        .map((file) => [file, readFileSync(path.join(example, file), "utf8")]),
    ),
  ).model(),
);

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

export function roomFor(width: number, part: Partial<Room> = {}): Room {
  const { mode, margin } = modeFor(width);
  const nothing = { chosen: {}, toggled: new Set<string>() };
  return { width, mode, margin, measure: interWidth, ...nothing, ...part };
}

interface Rect {
  readonly says: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where each text of a picture stands. */
export function labelRects(svg: string): readonly Rect[] {
  return [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(([, tag = "", text = ""]) => {
    const value = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
    const says = text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
    const size = Number(value("font-size"));
    const weight = Number(value("font-weight")) as Weight;
    const width = interWidth(says, size, weight);
    const isEnd = (value("text-anchor") === "end") !== (value("direction") === "rtl");
    const x = Number(value("x")) - (isEnd ? width : 0);
    // From the height of a capital down to the line.
    return { says, x, y: Number(value("y")) - 0.72 * size, width, height: 0.72 * size };
  });
}

export function partsAsText({ blocks, head }: LaidOut): {
  readonly body: string;
  readonly top: string;
} {
  const look = { tokens: themes.light, measure: interWidth };
  const text = (draws: readonly (() => preact.ComponentChild)[]) =>
    render(
      h(
        LookProvider,
        { value: look },
        draws.map((draw) => h("g", {}, draw())),
      ),
    );
  return {
    body: text(blocks.map(({ draw }) => draw)),
    top: head === undefined ? "" : text([head.draw]),
  };
}

function overlaps(a: Rect, b: Rect): boolean {
  return (
    a.x + a.width > b.x + 0.5 &&
    b.x + b.width > a.x + 0.5 &&
    a.y + a.height > b.y + 0.5 &&
    b.y + b.height > a.y + 0.5
  );
}

/** Pairs that overlap; swept from the top, so that manySigns are looked at quickly. */
export function clashingRects(rects: readonly Rect[]): readonly string[] {
  const found: string[] = [];
  const sorted = rects.toSorted((a, b) => a.y - b.y);
  for (const [index, one] of sorted.entries())
    for (let at = index + 1; at < sorted.length; at++) {
      const other = sorted[at];
      if (other === undefined || other.y >= one.y + one.height) break;
      if (overlaps(one, other)) found.push(`${one.says} × ${other.says}`);
    }
  return found;
}
