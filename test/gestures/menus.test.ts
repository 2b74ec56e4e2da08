// Declarations and groups of a picture → what its menus offer to change, and where work can be moved.
import { expect, test } from "vitest";
import { cardAt } from "../../server/features/card.ts";
import type { CardEdits } from "../../server/views/shape.ts";
import { roadmapOf } from "../drawings/example.ts";
import { placeIn } from "../features/at.ts";

function editsAt(source: string): CardEdits | undefined {
  return cardAt(placeIn(source))?.edits;
}

test("work has a title, a status in words and progress in whole percent", () => {
  expect(editsAt('initiative $0crm "CRM" { status: on-hold progress: 37.5% }')).toEqual({
    title: "CRM",
    status: {
      now: "on-hold",
      choices: [
        ["proposed", "Proposed"],
        ["planned", "Planned"],
        ["active", "Active"],
        ["on-hold", "On hold"],
        ["completed", "Completed"],
        ["cancelled", "Cancelled"],
      ],
    },
    progress: 38,
  });
});

test("what is not written is said to be so, and what a kind has not is missing", () => {
  expect(editsAt("initiative $0crm {}")).toMatchObject({ title: "", progress: null });
  expect(editsAt("milestone $0law { status: reached }")).toEqual({
    title: "",
    status: {
      now: "reached",
      choices: [
        ["planned", "Planned"],
        ["reached", "Reached"],
        ["missed", "Missed"],
      ],
    },
  });
  expect(editsAt('kpi $0nps "NPS"')).toEqual({ title: "NPS" });
  expect(editsAt('initiativ $0crm "CRM"')).toBeUndefined();
});

test("what stands for a name that nobody declares does not change who names it", () => {
  expect(editsAt('initiative crm "CRM" { teams: $0web 4 FTE status: active }')).toBeUndefined();
});

test("work can be moved to groups that a text can name", () => {
  const { groupings } = roadmapOf(`
    objective a "A"
    initiative one { supports: a theme: nowhere owner: cio }
    initiative two { supports: a technologies: lake status: active }
    initiative three { supports: nowhere }
    initiative four { status: completed }
    `);
  const taking = groupings.flatMap(({ groups }) => groups.map(({ id, takes }) => [id, takes]));
  expect(Object.fromEntries(taking)).toEqual({
    a: true,
    "unclear:": undefined,
    "closed:": undefined,
    "themes:nowhere": undefined,
    "themes:": true,
    "teams:": true,
    "owner:cio": true,
    "owner:": true,
    "status:active": true,
    "status:completed": true,
    "status:": true,
    "technologies:lake": true,
    "technologies:": true,
  });
});
