// The headers in the column of names: of groups with chevron, owner, health and money, and of the gap.

import type { Frame } from "../frame.ts";
import { Chevron, HealthGlyph, ObjectiveGlyph } from "../glyphs.tsx";
import { img, Label, useLook } from "../look.tsx";
import { groupSentence } from "../sentences.ts";
import { shorten } from "../text.ts";
import { ColumnFigure, type NamesProps, RowGround, stepOf } from "./columns.tsx";
import { gapPassing, gapSentence } from "./row-sentences.ts";
import type { GapRow, GroupRow } from "./rows.ts";

/** Where the marks of a group begin, so that its title ends before them. */
function titleEnd(frame: Frame): number {
  return frame.health - 14;
}

export function GroupName(props: NamesProps & { readonly row: GroupRow }) {
  const { row, frame, interactive } = props;
  const { measure, tokens } = useLook();
  const { group } = row;
  const band = group.depth === 0;
  const narrow = frame.stacked;
  const size = band ? 14 : 13;
  const middle = row.y + row.height / 2;
  const left = narrow ? frame.margin : frame.margin + stepOf(frame) * group.depth;
  const titleX = left + (interactive ? 18 : 0);
  const status = group.status;
  const closed = status === "achieved" || status === "missed" || status === "retired";
  const room = titleEnd(frame) - (group.reported ? 20 : 0) - titleX;
  const title = shorten(group.title, room, size, 600, measure);
  const ownerX = titleX + measure(title, size, 600) + 9;
  const owner =
    narrow && row.ghost !== undefined
      ? shorten(`counted under ${row.ghost}`, titleEnd(frame) - ownerX, 12, 400, measure)
      : band && !narrow && group.owner
        ? shorten(
            group.owner,
            titleEnd(frame) + 2 - (group.reported ? 20 : 0) - ownerX,
            12,
            400,
            measure,
          )
        : "";
  const body = (
    <>
      <RowGround row={row} lit={props.lit} x={0} width={narrow ? frame.width : frame.names} />
      {row.key === props.lit.cursor && (
        <rect x={0} y={row.y} width={3} height={row.height} fill={tokens.focus} />
      )}
      {interactive && row.ghost === undefined && (
        <Chevron x={left + 4} y={middle} collapsed={row.collapsed} />
      )}
      <Label
        text={title}
        x={titleX}
        middle={middle}
        size={size}
        weight={row.ghost === undefined ? 600 : 400}
        fill={row.ghost === undefined ? "ink" : "ink2"}
        struck={status === "retired"}
      />
      {owner && <Label text={owner} x={ownerX} middle={middle} size={12} fill="ink2" />}
      {group.reported && !closed && (
        <HealthGlyph x={frame.health - 20} y={middle} health={group.reported} hollow />
      )}
      {closed ? (
        <ObjectiveGlyph x={frame.health} y={middle} status={status} />
      ) : (
        group.health && <HealthGlyph x={frame.health} y={middle} health={group.health} />
      )}
      {isCounted(row) && (
        <ColumnFigure frame={frame} text={group.amount} middle={middle} size={size} strong />
      )}
    </>
  );
  return (
    <HeaderMark
      interactive={interactive}
      row={row}
      left={left}
      right={narrow ? frame.width : frame.names}
      collapsed={row.ghost === undefined ? row.collapsed : undefined}
      focusable={props.lit.focus === row.key}
      sentence={`${groupSentence(group, props.view.currency)}${
        row.ghost === undefined ? "" : ` Counted under ${row.ghost}.`
      }`}
    >
      {body}
    </HeaderMark>
  );
}

/** A group in which nothing counts has no figure: all that belongs to it counts elsewhere. */
function isCounted({ group, ghost }: GroupRow): boolean {
  if (ghost !== undefined) return false;
  return group.amount !== undefined || group.initiatives.length > 0 || group.ghosts === undefined;
}

export function GapName(props: NamesProps & { readonly row: GapRow }) {
  const { row, frame, interactive } = props;
  const { measure } = useLook();
  const narrow = frame.stacked;
  const middle = row.y + row.height / 2;
  const { share, amount } = row.sum;
  const titleX = frame.margin + (interactive ? 18 : 0);
  const title = `Supports no objective${narrow && share ? `: ${share}` : ""}`;
  // Where the calendar is below, what to do is said beside the title, if there is room.
  const saysX = titleX + measure(title, 14, 600) + 16;
  const room = (frame.money ?? frame.width) - 70 - saysX;
  const says = narrow
    ? [gapSentence(row.sum, interactive), gapSentence(row.sum, false)].find(
        (one) => measure(one, 12, 400) <= room,
      )
    : undefined;
  return (
    <HeaderMark
      interactive={interactive}
      row={row}
      left={frame.margin}
      right={narrow ? frame.width : frame.names}
      collapsed={row.collapsed}
      focusable={props.lit.focus === row.key}
      sentence={`${[title, amount, gapPassing(row.sum)].filter((part) => part).join(", ")}.`}
    >
      <rect x={0} y={row.y} width={frame.names} height={row.height} fill="transparent" />
      {interactive && <Chevron x={frame.margin + 4} y={middle} collapsed={row.collapsed} />}
      <Label text={title} x={titleX} middle={middle} size={14} weight={600} />
      {says !== undefined && <Label text={says} x={saysX} middle={middle} size={12} />}
      {row.sum.passing !== 0 && (
        <ColumnFigure frame={frame} text={amount} middle={middle} size={14} strong />
      )}
    </HeaderMark>
  );
}

function HeaderMark(props: {
  readonly interactive: boolean;
  readonly row: GroupRow | GapRow;
  /** Where its words begin, and where its column ends. */
  readonly left: number;
  readonly right: number;
  /** Missing where it neither opens nor closes. */
  readonly collapsed: boolean | undefined;
  readonly focusable: boolean;
  readonly sentence: string;
  readonly children: preact.ComponentChildren;
}) {
  if (!props.interactive) {
    return <g {...img(props.sentence)}>{props.children}</g>;
  }
  const { left, right } = props;
  const { key, y, height } = props.row;
  return (
    <>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of shapes takes no focus */}
      <g aria-hidden="true" pointer-events="none">
        {props.children}
      </g>
      <g
        class="mark header"
        data-mark={key}
        role="button"
        {...(props.collapsed === undefined ? {} : { "aria-expanded": !props.collapsed })}
        aria-label={props.sentence}
        tabindex={props.focusable ? 0 : -1}
      >
        <rect x={0} y={y} width={right} height={height} fill="transparent" />
        <rect
          class="focus"
          x={left - 6}
          y={y + 2}
          width={right - left - 4}
          height={height - 4}
          rx={4}
        />
      </g>
    </>
  );
}
