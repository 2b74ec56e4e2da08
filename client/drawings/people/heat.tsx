// Loads of teams against their capacity → a row of cells for each team, a number in each.
import type {
  LoadCell,
  LoadQuarter,
  PeopleView,
  TeamLoad,
} from "../../../server/views/people/shape.ts";
import type { PictureMark, PicturePart, Room } from "../drawing.ts";
import { HealthGlyph } from "../glyphs.tsx";
import { Label, useLook } from "../look.tsx";
import { ColumnHead, FitLabel, noteDrop, type Section } from "../parts.tsx";
import { count } from "../time.ts";
import { CellBox } from "./cell.tsx";
import { cellGap, gridFor, indentOf, type LoadGrid } from "./grid.ts";
import { cellCard, cellSentence, teamCard, teamSentence } from "./load-words.ts";
import {
  belowHeads,
  heading,
  headsMiddle,
  missingPart,
  type PartPlace,
  TwoLines,
} from "./part.tsx";

/** After so many teams the quarters are told again. */
const repeating = 20;
const axisHeight = 42;

export function heatPart(view: PeopleView, place: PartPlace, room: Room): Section {
  const { teams, quarters } = view;
  const title = "Load against capacity";
  if (teams.length === 0 || quarters.length === 0)
    return missingPart("load", title, whyNone(view, room), place, room);
  const grid = gridFor(view, place, room);
  const shown = quarters.slice(0, grid.shown);
  const notes = notesOf(quarters, shown, room);
  const fits = (text: string) => room.measure(text, 12, 400) <= place.width;
  const note = notes.find(fits) ?? notes.at(-1) ?? "";
  const top = place.y + noteDrop(title, note, place.width, room.measure);
  const blocks: PicturePart[] = [
    heading("load:head", title, note, place, room),
    axis(shown, grid, place, "load:axis", top + headsMiddle),
  ];
  const marks: PictureMark[] = [];
  const height = grid.line + grid.cellHeight + cellGap + (grid.line > 0 ? 6 : 0);
  let y = top + belowHeads;
  teams.forEach((team, index) => {
    if (index > 0 && index % repeating === 0 && teams.length - index > 4) {
      blocks.push(axis(shown, grid, place, `load:axis:${index}`, y + axisHeight - 13));
      y += axisHeight;
    }
    const row: RowProps = { team, shown, grid, x: place.x, y };
    blocks.push({
      key: `team:${team.id}`,
      top: y,
      bottom: y + height,
      draw: () => <TeamRow {...row} width={place.width} />,
    });
    marks.push(teamMark(row, place.width));
    for (const mark of cellMarks(row)) marks.push(mark);
    y += height;
  });
  return { bottom: y, blocks, marks };
}

function whyNone({ teams }: PeopleView, { still }: Room): string {
  if (teams.length > 0)
    return "The quarters are not known: when the fiscal year starts is not understood.";
  const hint = still
    ? ""
    : " Write a team with its capacity, and name it with its FTE in the initiatives that count on it.";
  return `No teams yet.${hint}`;
}

/** What stands behind the heading, the longest first. */
function notesOf(
  all: readonly LoadQuarter[],
  shown: readonly LoadQuarter[],
  { still }: Room,
): readonly string[] {
  const last = all.at(-1);
  if (shown.length === all.length || last === undefined) return ["FTE per quarter, committed work"];
  const more = all.length - shown.length;
  const rest = `${count(more, "more quarter")} to ${last.label} ${last.year}`;
  const where = still ? "not shown" : "in the table";
  return [`FTE per quarter, ${rest} ${where}`, `${rest} ${where}`, rest];
}

interface RowProps {
  readonly team: TeamLoad;
  readonly shown: readonly LoadQuarter[];
  readonly grid: LoadGrid;
  readonly x: number;
  readonly y: number;
}

/** Years over quarters. */
function axis(
  shown: readonly LoadQuarter[],
  grid: LoadGrid,
  { x }: PartPlace,
  key: string,
  middle: number,
): PicturePart {
  const at = (index: number) => x + grid.names + index * grid.pitch;
  return {
    key,
    top: middle - 24,
    bottom: middle + 8,
    heads: "columns",
    draw: () => (
      <g>
        {grid.names > 0 && (
          <>
            <ColumnHead text="Team" x={x} middle={middle} />
            <ColumnHead text="Capacity" x={x + grid.capacityEnd} middle={middle} anchor="end" />
          </>
        )}
        {shown.map(({ name, year, label }, index) => (
          <g key={name}>
            {year !== shown[index - 1]?.year && (
              <Label text={year} x={at(index) + 1} middle={middle - 17} size={11} weight={600} />
            )}
            <ColumnHead text={label} x={at(index) + 1} middle={middle} />
          </g>
        ))}
      </g>
    ),
  };
}

function TeamRow(props: RowProps & { readonly width: number }) {
  const { team, shown, grid, x, y } = props;
  const byQuarter = new Map(team.cells.map((cell) => [cell.quarter, cell]));
  return (
    <g>
      <TeamName {...props} />
      {shown.map(({ name }, index) => (
        <CellBox
          key={name}
          cell={byQuarter.get(name)}
          isPart={team.capacity === undefined}
          isLow={grid.isLow}
          x={x + grid.names + index * grid.pitch}
          y={y + grid.line}
          width={grid.pitch - cellGap}
          height={grid.cellHeight}
        />
      ))}
    </g>
  );
}

/** What stands below a name: why it has no capacity, or that it is over it out of sight. */
function remark({
  team,
  shown,
  grid,
}: RowProps): { readonly text: string; readonly isRed: boolean } | undefined {
  const names = new Set(shown.map(({ name }) => name));
  const seen = team.cells.filter(({ quarter, over }) => over && names.has(quarter)).length;
  const later = team.over - seen;
  if (later > 0) {
    const text =
      grid.line > 0 ? `over in ${later} later` : `Over in ${count(later, "later quarter")}`;
    return { text, isRed: true };
  }
  return team.reason === undefined ? undefined : { text: team.reason, isRed: false };
}

function TeamName(props: RowProps & { readonly width: number }) {
  const { team, grid, x, y } = props;
  const { tokens, measure } = useLook();
  const isStacked = grid.line > 0;
  const weight = team.over > 0 ? 600 : 400;
  const left = x + indentOf(team.depth);
  const said = remark(props);
  const capacity = team.capacity && (isStacked ? `${team.capacity} FTE` : team.capacity);
  const right = isStacked ? x + props.width : x + grid.capacityEnd;
  const aside = isStacked ? [capacity, said?.text].filter(Boolean).join(", ") : "";
  const glyph = team.over > 0 ? 22 : 0;
  const needed = measure(team.title, 13, weight) + glyph + 12 + left - x;
  const asideRoom = Math.max(props.width * 0.5, props.width - needed);
  const end = isStacked
    ? right - Math.min(asideRoom, measure(aside, 12, 400)) - 12
    : x + grid.nameEnd;
  const room = end - left - glyph;
  const wide = Math.min(room, measure(team.title, 13, weight));
  const middle = isStacked ? y + 11 : y + grid.cellHeight / 2 - (said ? 7 : 0);
  return (
    <g>
      {isStacked || said ? (
        <FitLabel text={team.title} x={left} middle={middle} weight={weight} width={room} />
      ) : (
        <TwoLines text={team.title} x={left} middle={middle} weight={weight} width={room} />
      )}
      {team.over > 0 && <HealthGlyph x={left + wide + 13} y={middle} health="red" scale={0.9} />}
      {!isStacked && said && (
        <FitLabel
          text={said.text}
          x={left}
          middle={middle + 16}
          size={11}
          fill={said.isRed ? "red" : "ink2"}
          width={x + grid.names - 16 - left - (capacity ? 44 : 0)}
        />
      )}
      {isStacked ? (
        <FitLabel
          text={aside}
          x={right}
          middle={middle}
          size={12}
          fill={said?.isRed ? "red" : "ink2"}
          anchor="end"
          width={asideRoom}
        />
      ) : (
        <FitLabel
          text={capacity ?? "–"}
          x={right}
          middle={y + grid.cellHeight / 2 - (said && !capacity ? 7 : 0)}
          fill="ink2"
          anchor="end"
          width={60}
          figures
        />
      )}
      {team.depth > 0 && !isStacked && (
        <rect x={left - 8} y={y + 8} width={1} height={grid.cellHeight - 16} fill={tokens.rule} />
      )}
    </g>
  );
}

function teamMark(props: RowProps, width: number): PictureMark {
  const { team, grid, x, y } = props;
  return {
    key: `team:${team.id}`,
    x: x - 6,
    y,
    width: grid.line > 0 ? width + 12 : grid.names,
    height: grid.line > 0 ? grid.line : grid.cellHeight,
    get sentence() {
      return teamSentence(team);
    },
    source: team.source,
    // What nobody declares has no card of its own.
    ...(team.reason === "Not declared" ? { card: teamCard(team) } : {}),
  };
}

function cellMarks({ team, shown, grid, x, y }: RowProps): readonly PictureMark[] {
  const places = new Map(shown.map(({ name }, index) => [name, index]));
  return team.cells.flatMap((cell: LoadCell) => {
    const index = places.get(cell.quarter);
    const quarter = shown[index ?? -1];
    if (index === undefined || quarter === undefined) return [];
    return [
      {
        key: `load:${team.id}:${cell.quarter}`,
        x: x + grid.names + index * grid.pitch,
        y: y + grid.line,
        width: grid.pitch - cellGap,
        height: grid.cellHeight,
        get sentence() {
          return cellSentence(team, cell, quarter);
        },
        source: team.source,
        get card() {
          return cellCard(team, cell, quarter);
        },
      },
    ];
  });
}
