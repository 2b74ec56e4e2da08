// A piece of a bar → its shape, its mark, and its words: in it, or below where it is too short for them.
import type { MoneyPart } from "../../../server/views/money/shape.ts";
import { Label, round, useLook } from "../look.tsx";
import type { Section } from "../parts.tsx";
import { moneyCard, type SectionRoom, type Sheaf } from "./section.tsx";

export const barHeight = 28;
/** The height of a line of words under a bar. */
export const wordLine = 20;

/** A piece of a bar with its place. */
export interface BarPiece {
  readonly part: MoneyPart;
  readonly x: number;
  readonly width: number;
  /** What it says inside; empty where it does not fit. */
  readonly inside: string;
}

export function barPieces(
  parts: readonly MoneyPart[],
  box: SectionRoom,
  unit: number,
  words: (part: MoneyPart) => readonly string[],
  free = Number.POSITIVE_INFINITY,
): readonly BarPiece[] {
  let at = box.x;
  return parts.map((part) => {
    const width = part.length * unit;
    const x = at;
    at += width;
    const drawn = Math.max(2, width - 2);
    // Behind `free` something else is drawn over it.
    const room = Math.min(drawn, free - x) - 16;
    const inside = words(part).find((text) => box.measure(text, 13, 600) <= room) ?? "";
    return { part, x, width: drawn, inside };
  });
}

/** Four steps of blue and grey for kinds of work; hatches for what is not aligned or not clear. */
export function PieceShape(props: {
  readonly piece: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}) {
  const { tokens, contrast } = useLook();
  const { piece, x, y, width } = props;
  const place = { x: round(x), y, width: round(width), height: barHeight, rx: 3 };
  const inner = {
    x: round(x + 0.6),
    y: y + 0.6,
    width: round(Math.max(1, width - 1.2)),
    height: barHeight - 1.2,
    rx: 3,
  };
  const edge = (stroke: string, dash?: string) => (
    <rect {...inner} fill="none" stroke={stroke} stroke-width={1.25} stroke-dasharray={dash} />
  );
  switch (piece) {
    case "aligned":
    case "transform":
      return <rect {...place} fill={tokens.work} />;
    case "unaligned":
      return (
        <>
          <rect {...inner} fill={tokens.amberTint} />
          <rect {...inner} fill="url(#hatch-amber)" stroke={tokens.amber} stroke-width={1.25} />
        </>
      );
    case "grow":
      return (
        <>
          <rect {...place} fill={tokens.workEdge} fill-opacity={0.45} />
          {contrast && edge(tokens.workEdge)}
        </>
      );
    case "improve":
      return (
        <>
          <rect {...inner} fill={tokens.workTint} />
          {edge(tokens.workEdge)}
        </>
      );
    case "run":
      return (
        <>
          <rect {...inner} fill={tokens.done} />
          {contrast && <rect {...inner} fill="url(#hatch-grey)" />}
          {edge(tokens.doneEdge)}
        </>
      );
    case "unclear":
      return (
        <rect {...inner} fill="url(#hatch-grey)" stroke={tokens.doneEdge} stroke-width={1.25} />
      );
    default:
      return edge(tokens.grey, "4 3");
  }
}

export function pushMark(found: Sheaf, bar: string, piece: BarPiece, y: number): void {
  const { part, x, width } = piece;
  const title = `${part.amount} ${part.label}`;
  const share = part.share === undefined ? "" : `, ${part.share} of what is planned`;
  found.marks.push({
    key: `${bar}:${part.key}`,
    ...{ x, y, width, height: barHeight },
    sentence: bar === "kinds" ? `${part.label}: ${part.amount}${share}` : `${title}${share}`,
    card: moneyCard(bar === "kinds" ? `${part.label}: ${part.amount}` : title, part.facts),
  });
}

/** What does not fit into the bar, with a piece of it, below. */
export function keyLines(
  pieces: readonly BarPiece[],
  bar: string,
  box: SectionRoom,
  top: number,
  words: (part: MoneyPart) => readonly string[],
): Section {
  let x = box.x;
  let y = top;
  const places = pieces.map(({ part }) => {
    const [text = ""] = words(part);
    const width = 22 + box.measure(text, 12, 400);
    if (x > box.x && x + width > box.x + box.width) {
      x = box.x;
      y += wordLine;
    }
    const place = { part, text, x, y };
    x += width + 16;
    return place;
  });
  const bottom = places.length === 0 ? top : y + wordLine;
  if (places.length === 0) return { bottom, blocks: [], marks: [] };
  const draw = () => (
    <>
      {places.map((place) => (
        <g key={place.part.key}>
          <g transform={`translate(${round(place.x)} ${round(place.y + 4)}) scale(0.43)`}>
            <PieceShape piece={place.part.key} x={0} y={0} width={32} />
          </g>
          <Label
            text={place.text}
            x={place.x + 22}
            middle={place.y + wordLine / 2}
            size={12}
            fill="ink2"
            figures
          />
        </g>
      ))}
    </>
  );
  return { bottom, blocks: [{ key: `${bar}:key`, top, bottom, draw }], marks: [] };
}
