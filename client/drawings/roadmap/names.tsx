// The column of names: chevrons, titles, owners, marks and money of the rows.
import type { RiskMark } from "../../../server/views/roadmap/shape.ts";
import type { Health } from "../../../server/views/shape.ts";
import type { Frame } from "../frame.ts";
import { Chevron, HealthGlyph, RiskGlyph, StatusGlyph } from "../glyphs.tsx";
import { Label, round, useLook } from "../look.tsx";
import { shorten } from "../text.ts";
import { lookOf } from "./bars.ts";
import { ColumnFigure, type NamesProps, RowGround, stepOf } from "./columns.tsx";
import { GapName, GroupName } from "./header-names.tsx";
import type { InitiativeRow } from "./rows.ts";
import { type MarkedStretch, matchInWords } from "./search.ts";

export function NameColumn(props: NamesProps) {
  return (
    <g>
      {props.rows.map((row) => (
        <g key={row.key} data-row={row.key}>
          {row.type === "initiative" ? (
            <InitiativeName {...props} row={row} />
          ) : row.type === "group" ? (
            <GroupName {...props} row={row} />
          ) : (
            <GapName {...props} row={row} />
          )}
        </g>
      ))}
    </g>
  );
}

function InitiativeName(props: NamesProps & { readonly row: InitiativeRow }) {
  const { row, frame, interactive } = props;
  const { measure, tokens } = useLook();
  const { initiative, ghost, match } = row;
  const { stacked } = frame;
  const middle = row.y + frame.titleMiddle;
  const step = stepOf(frame);
  const level = stacked ? (row.within ? 1 : 0) : row.depth;
  const glyphX = stacked ? frame.margin + 5 + 12 * level : frame.margin + step * level + step + 7;
  const look = lookOf(initiative);
  const marks = marksOf(row, frame);
  const figure = figureOf(row);
  const isQuiet = look === "completed" || look === "cancelled" || ghost !== undefined || row.dim;
  const titleX = glyphX + (stacked ? 12 : 15);
  const room = marks.left - titleX;
  const title = shorten(initiative.title, room, 13, 400, measure);
  const says = match ? matchInWords(match) : stacked && ghost ? `counted under ${ghost}` : "";
  const saysX = titleX + measure(title, 13, 400) + 10;
  const said = says ? shorten(says, marks.left - saysX, 11, 400, measure) : "";
  return (
    <g aria-hidden={interactive ? "true" : undefined}>
      <RowGround row={row} lit={props.lit} x={0} width={stacked ? frame.width : frame.names} />
      {row.key === props.lit.cursor && (
        <rect x={0} y={row.y} width={3} height={row.height} fill={tokens.focus} />
      )}
      {interactive && row.toggle && (
        <g data-mark={row.toggle.key} class="toggle">
          <rect x={glyphX - 24} y={middle - 12} width={18} height={24} fill="transparent" />
          <Chevron x={glyphX - 15} y={middle} collapsed={row.toggle.collapsed} />
        </g>
      )}
      <StatusGlyph x={glyphX} y={middle} status={look} />
      {match && title === initiative.title && (
        <Found title={title} stretches={match.title} x={titleX} middle={middle} />
      )}
      <Label
        text={title}
        x={titleX}
        middle={middle}
        fill={isQuiet ? "ink2" : "ink"}
        struck={look === "cancelled"}
      />
      {said && <Label text={said} x={saysX} middle={middle} size={11} fill="ink2" />}
      {marks.risk && <RiskGlyph x={marks.risk.x} y={middle} state={marks.risk.state} />}
      {marks.bad && (
        <HealthGlyph x={marks.bad.x} y={middle} health={marks.bad.health} scale={0.9} />
      )}
      {marks.told && (
        <HealthGlyph x={marks.told.x} y={middle} health={marks.told.health} scale={0.9} hollow />
      )}
      {figure !== undefined && (
        <ColumnFigure frame={frame} text={figure} middle={middle} part={row.within === true} />
      )}
    </g>
  );
}

/** What stands in the column of money: nothing where it counts nowhere, or elsewhere. */
function figureOf({ initiative, counts, within, ghost, dim }: InitiativeRow): string | undefined {
  if (ghost !== undefined || dim || !initiative.open) return undefined;
  const { amount } = initiative.money;
  if (counts) return amount ?? "–";
  return within ? amount : undefined;
}

interface NameMarks {
  /** Where they begin: the title ends before them. */
  readonly left: number;
  readonly risk?: { readonly x: number; readonly state: RiskMark["state"] };
  readonly bad?: { readonly x: number; readonly health: Health };
  readonly told?: { readonly x: number; readonly health: Health };
}

/** Health, what is reported beside it, and the risk, from the right to the left. */
function marksOf({ initiative, ghost }: InitiativeRow, frame: Frame): NameMarks {
  const { trouble, reported, risk } = initiative;
  if (ghost !== undefined)
    return { left: frame.stacked ? frame.width - frame.margin : frame.names - 12 };
  let x = frame.health;
  let left = frame.health + (frame.stacked ? 6 : 0);
  const take = () => {
    const at = x;
    x -= 20;
    left = at - 14;
    return at;
  };
  // Where there is a column of money, marks keep their places; else they move to its end.
  const isFixed = frame.mode === "wide";
  const shown = trouble ?? (reported ? initiative.health : undefined);
  const bad = shown ? { x: take(), health: shown } : undefined;
  const told = reported ? { x: take(), health: reported } : undefined;
  // Risks within appetite are shown in the card alone: quiet when fine.
  const isRisk = risk !== undefined && risk.state !== "within";
  if (isRisk && isFixed && x > frame.risk) x = frame.risk;
  const mark = isRisk ? { x: take(), state: risk.state } : undefined;
  return { left, ...(bad && { bad }), ...(told && { told }), ...(mark && { risk: mark }) };
}

/** What was searched for, marked in a title that is shown whole. */
function Found(props: {
  readonly title: string;
  readonly stretches: readonly MarkedStretch[];
  readonly x: number;
  readonly middle: number;
}) {
  const { tokens, measure } = useLook();
  const { title, x, middle } = props;
  // Where a title runs both ways, a stretch of it may be drawn in pieces: it is not marked at all.
  if (/[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/.test(title)) return null;
  return (
    <>
      {props.stretches.map(([from, to]) => {
        const left = x + measure(title.slice(0, from), 13, 400);
        const width = measure(title.slice(from, to), 13, 400);
        return (
          <g key={from}>
            <rect
              x={round(left - 1)}
              y={middle - 9}
              width={round(width + 2)}
              height={18}
              rx={2}
              fill={tokens.row}
            />
            <rect
              x={round(left)}
              y={middle + 7}
              width={round(width)}
              height={2}
              fill={tokens.focus}
            />
          </g>
        );
      })}
    </>
  );
}
