// The column of names: chevrons, titles, owners, marks and money of the rows.
import type { RoadmapView } from "../../server/views/roadmap/shape.ts";
import { lookOf } from "./bars.ts";
import type { Frame } from "./frame.ts";
import { Chevron, HealthGlyph, RiskGlyph, StatusGlyph } from "./glyphs.tsx";
import { img, Label, useLook } from "./look.tsx";
import type { GapRow, GroupRow, InitiativeRow, Row } from "./rows.ts";
import { groupSentence } from "./sentences.ts";
import { shorten } from "./text.ts";
import type { ColourToken } from "./theme.ts";

/** Which rows are lit, by key. */
export interface Lit {
  readonly hover?: string;
  readonly cursor?: string;
  /** The one row that the tab key reaches. */
  readonly focus?: string;
}

export interface NamesProps {
  readonly view: RoadmapView;
  readonly rows: readonly Row[];
  readonly frame: Frame;
  readonly lit: Lit;
  readonly interactive: boolean;
}

/** How far a level is indented; where the column is small, less. */
function stepOf(frame: Frame): number {
  return frame.mode === "middle" ? 10 : 16;
}

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

/** What lies behind a row. */
export function groundOf(row: Row, lit: Lit): ColourToken {
  if (row.key === lit.cursor) return "row";
  if (row.type === "gap" || (row.type === "initiative" && row.gap)) return "amberTint";
  if (row.type === "group" && row.group.depth === 0) return "raised";
  return row.key === lit.hover ? "raised" : "bg";
}

/** The ground of a row from `x` to `x + width`; nothing where it is the page's own. */
export function RowGround(props: { row: Row; lit: Lit; x: number; width: number }) {
  const { tokens } = useLook();
  const ground = groundOf(props.row, props.lit);
  if (ground === "bg" || ground === "amberTint") return null;
  const { y, height } = props.row;
  return <rect x={props.x} y={y} width={props.width} height={height} fill={tokens[ground]} />;
}

/** Where the marks of a group begin, so that its title ends before them. */
function titleEnd(frame: Frame): number {
  return frame.health - 14;
}

function InitiativeName(props: NamesProps & { readonly row: InitiativeRow }) {
  const { row, frame } = props;
  const { measure, tokens } = useLook();
  const { initiative } = row;
  const narrow = frame.mode === "narrow";
  const middle = row.y + frame.titleMiddle;
  const step = stepOf(frame);
  const glyphX = narrow ? frame.margin + 5 : frame.margin + step * row.depth + step + 7;
  const titleX = narrow ? frame.margin + 17 : glyphX + 15;
  const bad = initiative.trouble;
  // Risks within appetite are shown in the card alone: quiet when fine.
  const risk = initiative.risk?.state === "within" ? undefined : initiative.risk;
  const look = lookOf(initiative);
  const riskX = frame.mode === "wide" || bad ? frame.risk : frame.health;
  const right = risk ? riskX - 12 : frame.health - (bad ? 12 : narrow ? -14 : 0);
  const room = right - titleX;
  const quiet = look === "completed" || look === "cancelled";
  return (
    <g aria-hidden={props.interactive ? "true" : undefined}>
      <RowGround row={row} lit={props.lit} x={0} width={narrow ? frame.width : frame.names} />
      {row.key === props.lit.cursor && (
        <rect x={0} y={row.y} width={3} height={row.height} fill={tokens.focus} />
      )}
      <StatusGlyph x={glyphX} y={middle} status={look} />
      <Label
        text={shorten(initiative.title, room, 13, 400, measure)}
        x={titleX}
        middle={middle}
        fill={quiet ? "ink2" : "ink"}
        struck={look === "cancelled"}
      />
      {risk && <RiskGlyph x={riskX} y={middle} state={risk.state} />}
      {bad && <HealthGlyph x={frame.health} y={middle} health={bad} scale={0.9} />}
      <MoneyText {...props} text={initiative.money.amount} middle={middle} />
    </g>
  );
}

function MoneyText(props: {
  readonly frame: Frame;
  readonly text: string | undefined;
  readonly middle: number;
  readonly size?: number;
  readonly strong?: boolean;
}) {
  const { frame, size = 13 } = props;
  if (frame.money === undefined) return null;
  return (
    <Label
      text={props.text?.replace("at least ", "≥") ?? "–"}
      x={frame.money}
      middle={props.middle}
      size={size}
      weight={props.strong ? 600 : 400}
      fill={props.strong ? "ink" : "ink2"}
      anchor="end"
      figures
    />
  );
}

function GroupName(props: NamesProps & { readonly row: GroupRow }) {
  const { row, frame, interactive } = props;
  const { measure, tokens } = useLook();
  const { group } = row;
  const band = group.depth === 0;
  const narrow = frame.mode === "narrow";
  const size = band ? 14 : 13;
  const middle = row.y + row.height / 2;
  const left = narrow ? frame.margin : frame.margin + stepOf(frame) * group.depth;
  const titleX = left + (interactive || narrow ? 18 : 0);
  const status = group.status;
  const closed = status === "achieved" || status === "missed" || status === "retired";
  const room = titleEnd(frame) - titleX;
  const title = shorten(group.title, room, size, 600, measure);
  const ownerX = titleX + measure(title, size, 600) + 9;
  const owner =
    band && !narrow && group.owner
      ? shorten(group.owner, frame.health - 12 - ownerX, 12, 400, measure)
      : "";
  const body = (
    <>
      <RowGround row={row} lit={props.lit} x={0} width={narrow ? frame.width : frame.names} />
      {row.key === props.lit.cursor && (
        <rect x={0} y={row.y} width={3} height={row.height} fill={tokens.focus} />
      )}
      {interactive && <Chevron x={left + 4} y={middle} collapsed={row.collapsed} />}
      <Label
        text={title}
        x={titleX}
        middle={middle}
        size={size}
        weight={600}
        struck={status === "retired"}
      />
      {owner && <Label text={owner} x={ownerX} middle={middle} size={12} fill="ink2" />}
      {closed ? (
        <ObjectiveGlyph x={frame.health} y={middle} status={status} />
      ) : (
        group.health && <HealthGlyph x={frame.health} y={middle} health={group.health} />
      )}
      <MoneyText {...props} text={group.amount} middle={middle} size={size} strong />
      {interactive && (
        <rect
          class="focus"
          x={left - 6}
          y={row.y + 2}
          width={(narrow ? frame.width : frame.names) - left - 4}
          height={row.height - 4}
          rx={4}
        />
      )}
    </>
  );
  return (
    <HeaderMark
      interactive={interactive}
      mark={row.key}
      collapsed={row.collapsed}
      focusable={props.lit.focus === row.key}
      sentence={groupSentence(group, props.view.currency)}
    >
      {body}
    </HeaderMark>
  );
}

/** Achieved: tick; missed: red ×; in place of the health glyph. */
export function ObjectiveGlyph(props: {
  x: number;
  y: number;
  status: "achieved" | "missed" | "retired";
}) {
  const { tokens } = useLook();
  if (props.status === "achieved") {
    return <StatusGlyph x={props.x} y={props.y} status="completed" />;
  }
  if (props.status === "retired") return null;
  return (
    <path
      transform={`translate(${props.x} ${props.y})`}
      d="M-4-4L4 4M4-4L-4 4"
      stroke={tokens.red}
      stroke-width={2}
      fill="none"
    />
  );
}

function GapName(props: NamesProps & { readonly row: GapRow }) {
  const { row, frame, view, interactive } = props;
  const narrow = frame.mode === "narrow";
  const middle = row.y + row.height / 2;
  const { share, amount } = view.unaligned;
  const titleX = frame.margin + (interactive || narrow ? 18 : 0);
  const title = `Supports no objective${narrow && share ? `: ${share}` : ""}`;
  return (
    <HeaderMark
      interactive={interactive}
      mark={row.key}
      collapsed={row.collapsed}
      focusable={props.lit.focus === row.key}
      sentence={[title, amount].filter((part) => part).join(", ")}
    >
      <rect x={0} y={row.y} width={frame.names} height={row.height} fill="transparent" />
      {interactive && <Chevron x={frame.margin + 4} y={middle} collapsed={row.collapsed} />}
      <Label text={title} x={titleX} middle={middle} size={14} weight={600} />
      <MoneyText {...props} text={amount} middle={middle} size={14} strong />
      {interactive && (
        <rect
          class="focus"
          x={frame.margin - 6}
          y={row.y + 4}
          width={(narrow ? frame.width : frame.names) - frame.margin - 4}
          height={row.height - 8}
          rx={4}
        />
      )}
    </HeaderMark>
  );
}

function HeaderMark(props: {
  readonly interactive: boolean;
  readonly mark: string;
  readonly collapsed: boolean;
  readonly focusable: boolean;
  readonly sentence: string;
  readonly children: preact.ComponentChildren;
}) {
  if (!props.interactive) {
    return <g {...img(props.sentence)}>{props.children}</g>;
  }
  return (
    <g
      class="mark header"
      data-mark={props.mark}
      role="button"
      aria-expanded={!props.collapsed}
      aria-label={props.sentence}
      tabindex={props.focusable ? 0 : -1}
    >
      {props.children}
    </g>
  );
}
