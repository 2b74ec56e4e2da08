// A mark of the roadmap that is hidden by what its reader has set → what is set otherwise, so that it is in the picture.
import { expect, test } from "vitest";
import { siftOf } from "../../client/drawings/roadmap/sift.ts";
import { pictureOf } from "../../client/preview/picture.ts";
import { filterOf, readSettings, type Settings } from "../../client/preview/settings.ts";
import { unhidden } from "../../client/preview/unhidden.ts";
import { roadmapOf } from "../drawings/example.ts";

const view = roadmapOf(`
  theme digital "Digital"
  objective keep "Keep" { theme: digital }
  objective grow "Grow"
  initiative crm "CRM" { supports: keep timeline: 2026 .. 2027 owner: cio status: active }
  initiative app "App" { supports: grow timeline: 2027 owner: cto status: planned }
  initiative idea "Idea" { supports: grow }
`);

/** What is changed for a mark, after which it is drawn. */
function check(mark: string, set: Partial<Settings>, changes: Partial<Settings>): void {
  const settings = { ...readSettings({}, "roadmap"), ...set };
  const found = unhidden(mark, view, settings, siftOf(view, filterOf(settings)), 900);
  expect(found).toEqual(changes);
  const after = pictureOf(view, { ...settings, ...found }, 900);
  expect(after.byKey.has(mark)).toBe(mark !== "work:idea");
}

test("what is in the picture already changes nothing", () => {
  check("work:crm", {}, {});
  check("group:keep", {}, {});
  check("work:crm", { collapsed: ["grow"] }, {});
});

test("a filter or a search that hides it goes, and stays where it does not", () => {
  check("work:crm", { wanted: { owner: ["cto"] } }, { wanted: {}, search: "" });
  check("work:crm", { search: "app" }, { wanted: {}, search: "" });
  check("work:app", { search: "app" }, {});
});

test("a group that is closed over it opens, and the table gives way to the picture", () => {
  check("work:crm", { collapsed: ["keep"] }, { collapsed: [] });
  check("work:crm", { table: true }, { table: false });
});

test("a group is shown where there is one of its name", () => {
  check("group:themes:digital", {}, { groupBy: "theme" });
  check("group:keep", { groupBy: "owner" }, { groupBy: "objective" });
});

test("work without dates lies in the tray, which nothing closes", () => {
  check("work:idea", { collapsed: ["grow"] }, {});
});
