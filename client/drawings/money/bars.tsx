// The budget and the kinds of work → one bar each, with a word and a figure for every piece.
import type { BudgetBar, KindBar, MoneyPart } from "../../../server/views/money/shape.ts";
import { HealthGlyph } from "../glyphs.tsx";
import { Label, round, useLook } from "../look.tsx";
import type { Section } from "../parts.tsx";
import type { ColourToken } from "../theme.ts";
import {
  type BarPiece,
  barHeight,
  barPieces,
  keyLines,
  PieceShape,
  pushMark,
  wordLine,
} from "./pieces.tsx";
import { headingOf, paragraphOf, type SectionRoom, sheaf } from "./section.tsx";

/** Aligned, unaligned, left; what is over stands behind the limit. */
export function budgetSection(budget: BudgetBar, box: SectionRoom): Section {
  const found = sheaf();
  const heading = headingOf(box, "budget", "Budget", budget.says);
  found.blocks.push(heading);
  const under = heading.bottom;
  if (budget.unknown !== undefined) {
    const says = paragraphOf({ ...box, y: under }, "budget:unknown", budget.unknown, {
      ...{ size: 13, weight: 500, fill: "ink", indent: 22 },
      sign: (middle) => <HealthGlyph x={box.x + 7} y={middle} health="amber" />,
    });
    found.blocks.push(says);
    return { bottom: says.bottom, ...found };
  }
  const planned = budget.parts.reduce((sum, { length }) => sum + length, 0);
  if (planned === 0 && budget.limit === undefined) {
    const says = paragraphOf({ ...box, y: under }, "budget:none", "Nothing is planned");
    return { bottom: says.bottom, blocks: [...found.blocks, says], marks: [] };
  }
  const most = Math.max(planned, budget.limit?.length ?? 0);
  const unit = most > 0 ? box.width / most : 0;
  const limit = budget.limit && box.x + budget.limit.length * unit;
  const free = budget.over === undefined ? undefined : limit;
  const pieces = barPieces(budget.parts, box, unit, wordsOfPart, free);
  const loose = pieces.find(({ part }) => part.key === "unaligned");
  const above = loose === undefined ? undefined : aboveBar(loose, box);
  const top = under + wordLine;
  const end = box.x + planned * unit;
  const geometry = { box, y: top, pieces, end, limit, isOver: budget.over !== undefined };
  found.blocks.push({
    key: "budget:bar",
    top: top - 24,
    bottom: top + barHeight + 8,
    draw: () => (
      <>
        {above && (
          <Label
            text={above.text}
            x={above.x}
            middle={top - 12}
            weight={600}
            fill="amber"
            figures
          />
        )}
        <BudgetPieces {...geometry} />
      </>
    ),
  });
  for (const piece of pieces) pushMark(found, "budget", piece, top);
  let y = top + barHeight + 6;
  const rest = budget.over ?? budget.left;
  if (rest !== undefined) {
    found.blocks.push(restOf(rest, budget.over !== undefined, box, y));
    y += wordLine;
  }
  const keys = pieces.filter((piece) => piece.inside === "" && piece !== loose);
  const key = keyLines(keys, "budget", box, y, wordsOfPart);
  for (const block of key.blocks) found.blocks.push(block);
  return { bottom: key.bottom, ...found };
}

/** "15.9M aligned, 92%" */
function wordsOfPart({ amount, label, share }: MoneyPart): readonly string[] {
  const text = `${amount} ${label}`;
  return share === undefined ? [text] : [`${text}, ${share}`, text];
}

/** Over the piece that is not aligned, ending with it where there is room. */
function aboveBar(piece: BarPiece, box: SectionRoom): { text: string; x: number } {
  const [text = ""] = wordsOfPart(piece.part);
  const width = box.measure(text, 13, 600);
  const x = Math.max(box.x, piece.x + piece.width - width);
  return { text, x: Math.min(x, box.x + Math.max(0, box.width - width)) };
}

function restOf(text: string, isOver: boolean, box: SectionRoom, y: number) {
  const width = box.measure(text, 13, isOver ? 600 : 400);
  const x = box.x + box.width - width;
  return {
    key: "budget:rest",
    top: y,
    bottom: y + wordLine,
    draw: () => (
      <>
        {isOver && <HealthGlyph x={x - 14} y={y + 10} health="red" />}
        <Label
          text={text}
          x={x}
          middle={y + 10}
          weight={isOver ? 600 : 400}
          fill={isOver ? "red" : "ink2"}
          figures
        />
      </>
    ),
  };
}

function BudgetPieces(props: {
  readonly box: SectionRoom;
  readonly y: number;
  readonly pieces: readonly BarPiece[];
  readonly end: number;
  readonly limit: number | undefined;
  readonly isOver: boolean;
}) {
  const { tokens } = useLook();
  const { box, y, pieces, end, limit, isOver } = props;
  const right = box.x + box.width;
  const beyond =
    limit !== undefined && isOver
      ? {
          x: round(limit),
          y: y + barHeight / 2,
          width: round(Math.max(2, right - limit)),
          height: barHeight / 2,
        }
      : undefined;
  return (
    <g>
      {pieces.map(({ part, x, width, inside }) => (
        <g key={part.key}>
          <PieceShape piece={part.key} x={x} y={y} width={width} />
          {part.key === "aligned" && inside && (
            <Label
              text={inside}
              x={x + 12}
              middle={y + barHeight / 2}
              weight={600}
              fill="onSolid"
              figures
            />
          )}
        </g>
      ))}
      {limit !== undefined && !isOver && right - end > 1 && (
        <rect
          x={round(end + 0.5)}
          y={y + 0.5}
          width={round(Math.max(1, right - end - 1))}
          height={barHeight - 1}
          rx={3}
          fill="none"
          stroke={tokens.workEdge}
          stroke-width={1.25}
        />
      )}
      {beyond && (
        <g>
          <rect {...beyond} fill={tokens.bg} />
          <rect {...beyond} fill={tokens.redTint} />
          <rect {...beyond} fill="url(#hatch-red)" stroke={tokens.red} stroke-width={1.25} />
        </g>
      )}
      {limit !== undefined && (
        <rect
          x={round(Math.min(limit - 1, right - 2))}
          y={y - 6}
          width={2.5}
          height={barHeight + 12}
          fill={tokens.ink}
        />
      )}
    </g>
  );
}

const textOn: Readonly<Record<string, ColourToken>> = { transform: "onSolid", aligned: "onSolid" };

/** Run, grow, transform, improve, with the policy below. */
export function kindSection(kinds: KindBar, box: SectionRoom): Section {
  const found = sheaf();
  const heading = headingOf(box, "kinds", "Kind of work", kinds.says);
  found.blocks.push(heading);
  let y = heading.bottom;
  const whole = kinds.parts.reduce((sum, { length }) => sum + length, 0);
  if (whole === 0) {
    const text = kinds.says === "not known" ? "What is planned is not known" : "Nothing is planned";
    const says = paragraphOf({ ...box, y }, "kinds:none", text);
    return { bottom: says.bottom, blocks: [...found.blocks, says], marks: [] };
  }
  const pieces = barPieces(kinds.parts, box, (box.width + 2) / whole, wordsOfKind);
  // The bar stands level with that of the budget, over which a line may stand.
  y += wordLine;
  const top = y;
  found.blocks.push({
    key: "kinds:bar",
    top,
    bottom: top + barHeight,
    draw: () => (
      <>
        {pieces.map(({ part, x, width, inside }) => (
          <g key={part.key}>
            <PieceShape piece={part.key} x={x} y={top} width={width} />
            <Label
              text={inside}
              x={x + 8}
              middle={top + barHeight / 2}
              weight={600}
              fill={textOn[part.key] ?? "ink"}
              {...(part.key === "run" ? { halo: "done" as const } : {})}
              figures
            />
          </g>
        ))}
      </>
    ),
  });
  for (const piece of pieces) pushMark(found, "kinds", piece, top);
  y += barHeight + 6;
  const small = pieces.filter(({ inside, part }) => inside !== wordsOfKind(part)[0]);
  const key = keyLines(small, "kinds", box, y, wordsOfKind);
  for (const block of key.blocks) found.blocks.push(block);
  y = key.bottom;
  if (kinds.policy !== undefined) {
    const policy = paragraphOf({ ...box, y: y + 2 }, "kinds:policy", kinds.policy, {
      ...(kinds.wrong
        ? {
            indent: 22,
            fill: "ink",
            sign: (middle: number) => <HealthGlyph x={box.x + 7} y={middle} health="amber" />,
          }
        : {}),
    });
    found.blocks.push(policy);
    y = policy.bottom;
  }
  return { bottom: y, ...found };
}

function wordsOfKind({ label, share = "" }: MoneyPart): readonly string[] {
  return [`${label} ${share}`, share];
}
