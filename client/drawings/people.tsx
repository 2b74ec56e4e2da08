// The people view: loads and skills side by side, reporting lines and key roles below them; in one column where there is little room.
import type { PeopleView } from "../../server/views/people/shape.ts";
import type { PicturePart, Room, SheetDrawing } from "./drawing.ts";
import { Hairline, type Section } from "./parts.tsx";
import { namesWidth } from "./people/grid.ts";
import { heatPart } from "./people/heat.tsx";
import { peopleLegend } from "./people/legend.tsx";
import { linesPart } from "./people/lines.tsx";
import type { PartPlace } from "./people/part.tsx";
import { skillsPart } from "./people/skills.tsx";
import { keyRolesPart } from "./people/succession.tsx";
import { peopleTable } from "./people/table.ts";

export const peopleDrawing: SheetDrawing<PeopleView> = {
  stage: "sheet",
  name: "people",
  label: "People",
  folds: "below",
  layOut(view, room) {
    const { parts, rules } = room.mode === "wide" ? inTwoColumns(view, room) : inOne(view, room);
    const blocks = [...rules, ...parts.flatMap((part) => part.blocks)];
    return {
      height: bottomOf(parts) + 16,
      blocks,
      marks: parts.flatMap((part) => part.marks),
    };
  },
  table: peopleTable,
  legend: peopleLegend,
  empty: ({ teams, skills, lines }) =>
    teams.length + skills.length + lines.length > 0
      ? undefined
      : {
          title: "No teams and roles yet",
          sentence:
            "Write a team with its capacity and its roles, and name it in the initiatives that count on it.",
          kind: "team",
          button: "Insert a team",
        },
};

function bottomOf(parts: readonly Section[]): number {
  return parts.reduce((most, { bottom }) => Math.max(most, bottom), 0);
}

type MakePart = (view: PeopleView, place: PartPlace, room: Room) => Section;

/** Below the head of the view. */
const start = 12;
/** From the end of a part to the line below it, and from that to the next part. */
const air = 24;

interface Arranged {
  readonly parts: readonly Section[];
  readonly rules: readonly PicturePart[];
}

function inTwoColumns(view: PeopleView, room: Room): Arranged {
  const content = room.width - 2 * room.margin;
  const between = content < 1400 ? 44 : 64;
  const right = Math.max(424, Math.min(680, Math.round(content * 0.4)));
  const names = namesWidth(view.teams, content - between - right, room);
  const widest = Math.max(1000, names + view.quarters.length * 96);
  const left = Math.min(content - between - right, widest);
  const x = room.margin;
  const pair = (y: number, [a, b]: readonly [MakePart, MakePart]) => [
    a(view, { x, y, width: left }, room),
    b(view, { x: x + left + between, y, width: right }, room),
  ];
  const above = pair(start, [heatPart, skillsPart]);
  const line = bottomOf(above) + air;
  const below = pair(line + air, [linesPart, keyRolesPart]);
  return {
    parts: [...above, ...below],
    rules: [ruleAt(line, x, left + between + right)],
  };
}

/** Lists first where there is least room; else the loads above them. */
function inOne(view: PeopleView, room: Room): Arranged {
  const makes: readonly MakePart[] =
    room.mode === "narrow"
      ? [skillsPart, keyRolesPart, heatPart, linesPart]
      : [heatPart, skillsPart, keyRolesPart, linesPart];
  const width = room.width - 2 * room.margin;
  const parts: Section[] = [];
  const rules: PicturePart[] = [];
  let y = start;
  for (const make of makes) {
    if (parts.length > 0) {
      rules.push(ruleAt(y + air, room.margin, width));
      y += 2 * air;
    }
    const part = make(view, { x: room.margin, y, width }, room);
    parts.push(part);
    y = part.bottom;
  }
  return { parts, rules };
}

function ruleAt(y: number, x: number, width: number): PicturePart {
  const draw = () => <Hairline {...{ x, y, width }} />;
  return { key: `rule:${y}`, top: y, bottom: y + 1, draw, between: true };
}
