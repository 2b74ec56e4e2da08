// The shapes, marks and headings of a page → what a reader is told of it, in order, and which shapes show what.
import type { PictureMark } from "../../drawings/drawing.ts";
import type { DrawnPage } from "../../drawings/pages.tsx";
import type { DrawnShape } from "../shape.ts";
import { boxAround } from "./paint.ts";

/** Something that is read out: its own words, or what is said in their place. */
export interface ReadAloud {
  readonly tag: "H1" | "H2" | "H3" | "P" | "Figure";
  readonly says?: string;
  /** Where it stands, of a figure. */
  readonly box?: Pick<PictureMark, "x" | "y" | "width" | "height">;
}

export interface Telling {
  /** In reading order. */
  readonly told: readonly ReadAloud[];
  /** What each shape belongs to; undefined where it only decorates. */
  readonly owners: readonly (ReadAloud | undefined)[];
}

/** Where words stand that belong to no mark: in the title, over the first mark, and below it. */
type Place = "facts" | "above" | "below";

/** How far below its place the words of a heading may stand. */
const headingReach = 48;

export function tellingOf(page: DrawnPage, shapes: readonly DrawnShape[]): Telling {
  const title: ReadAloud = { tag: "H1", says: page.sentence };
  const marks = page.marks.map((mark) => ({ mark, told: toldOf(mark, page) }));
  const headings = page.sections
    .filter((section) => !page.marks.some((mark) => isHeadOf(mark, section)))
    .map((section) => ({ section, told: { tag: tagOf(section), says: section.title } }));
  const first = page.marks.reduce((least, { y }) => Math.min(least, y), Number.POSITIVE_INFINITY);
  const start = Math.min(first, headings[0]?.section.y ?? first);
  const found = shapes.map((shape): ReadAloud | Place | undefined => {
    const { left, top, right, bottom } = boxAround(shape);
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const words = shape.is === "text" ? shape.text.replace(/…$/, "") : undefined;
    if (isOfPage(shape.says)) return undefined;
    if (shape.says === page.sentence && words !== undefined)
      return page.sentence.includes(words) ? title : "facts";
    const owner = marks
      .filter(({ mark }) => holds(mark, x, y) && bottom - top <= mark.height + tolerance)
      .toSorted((a, b) => a.mark.height * a.mark.width - b.mark.height * b.mark.width)[0];
    if (owner !== undefined) return owner.told;
    if (words === undefined) return undefined;
    const heading = headings.find(
      ({ section }) =>
        section.title.startsWith(words) && y >= section.y && y < section.y + headingReach,
    );
    return heading?.told ?? (y < start ? "above" : "below");
  });
  const spoken = {
    facts: said("facts", found, shapes),
    above: said("above", found, shapes),
    below: said("below", found, shapes),
  };
  return {
    told: [title, spoken.facts, spoken.above, ...inOrder(marks, headings), spoken.below],
    owners: found.map((one) => (typeof one === "string" ? spoken[one] : one)),
  };
}

/** The words of a place in the order in which they are read. */
function said(place: Place, found: readonly unknown[], shapes: readonly DrawnShape[]): ReadAloud {
  const own = shapes
    .filter((_, index) => found[index] === place)
    .filter((one) => one.is === "text");
  // Figures stand over what they count, heads and signs beside each other.
  const inOrder = own.toSorted((a, b) =>
    place === "facts" ? a.x - b.x || a.baseline - b.baseline : a.baseline - b.baseline || a.x - b.x,
  );
  return { tag: "P", says: inOrder.map(({ text }) => text).join(", ") };
}

type Section = DrawnPage["sections"][number];

function inOrder(
  marks: readonly { readonly mark: PictureMark; readonly told: ReadAloud }[],
  headings: readonly { readonly section: Section; readonly told: ReadAloud }[],
): readonly ReadAloud[] {
  const body: ReadAloud[] = [];
  let next = 0;
  for (const { mark, told } of marks) {
    for (let one = headings[next]; one && one.section.y <= mark.y; one = headings[++next])
      body.push(one.told);
    body.push(told);
  }
  return [...body, ...headings.slice(next).map(({ told }) => told)];
}

/** A row that is a heading, or a figure of which the words say all. */
function toldOf(mark: PictureMark, { sections }: DrawnPage): ReadAloud {
  const { x, y, width, height } = mark;
  const says = `${mark.sentence}.`;
  const section = sections.find((one) => isHeadOf(mark, one));
  return section === undefined
    ? { tag: "Figure", says, box: { x, y, width, height } }
    : { tag: tagOf(section), says };
}

const tolerance = 8;

function isHeadOf({ y, sentence }: PictureMark, section: Section): boolean {
  return Math.abs(y - section.y) < 1 && sentence.startsWith(section.title);
}

function tagOf({ depth }: Section): ReadAloud["tag"] {
  return depth === 0 ? "H2" : "H3";
}

/** The foot, and the small head of a page that goes on: neither belongs to what is read. */
function isOfPage(says = ""): boolean {
  return /^Page \d+ of \d+$|, continued$/.test(says);
}

function holds({ x, y, width, height }: PictureMark, atX: number, atY: number): boolean {
  return atX >= x && atX <= x + width && atY >= y && atY <= y + height;
}
