// What stands at the foot of pages and slides: the same on both.
import { expect, test } from "vitest";
import { footOf } from "../../client/exports/foot.ts";
import type { Tools } from "../../client/exports/format.ts";
import { views } from "../../server/views/index.ts";
import { viewOf } from "../../server/views/view.ts";
import { department } from "../department.ts";

test("whose plan it is, as of when, and at which revision where one is known", () => {
  const shown = views.map((view) => viewOf(view, department().model()));
  const board = { title: "Nordwind", views: shown };
  const foot = (tools: Pick<Tools, "revision">) => footOf(board, tools);
  expect(foot({})).toBe("Nordwind. As of 23 November 2026");
  expect(foot({ revision: "3f2a91c, with changes" })).toBe(
    "Nordwind. As of 23 November 2026. Revision 3f2a91c, with changes",
  );
});
