// A place in a file → the view that draws what is written there.
import { expect, test } from "vitest";
import { drawnAt } from "../../server/features/drawn-where.ts";
import { type ShownResult, shownRequest } from "../../server/protocol.ts";
import { start } from "../session.ts";
import { placeIn } from "./at.ts";

/** The title of what is written at `$0`, and the view that draws it. */
function check(source: string, title: string, view: string | undefined): void {
  const place = placeIn(source);
  const found = drawnAt(place);
  expect([found?.title, found?.view], source).toEqual([title, view]);
  const { text } = place.file.tree;
  expect(text.slice(found?.offset)).toMatch(/^\w+\b/);
}

test("work and goals are in the roadmap", () => {
  check('initiative crm "CRM" { $0timeline: 2026 }', "CRM", "roadmap");
  check('initiative crm$0 "Undated"', "Undated", "roadmap");
  check('objective keep "Keep" { $0 }\ninitiative c { supports: keep }', "Keep", "roadmap");
});

test("a KPI is shown in the scorecard, a risk in the matrix, people and their teams among people", () => {
  check('kpi churn "Churn" { unit: $0% baseline: 1 on 2026-01 }', "Churn", "scorecard");
  check('risk fire "Fire" { $0probability: low impact: high }', "Fire", "risks");
  check('team web "Web" { $0capacity: 4 FTE }\ninitiative x { teams: web }', "Web", "people");
});

test("inside another thing it is the innermost that counts", () => {
  const inner = 'objective o { kpi churn "Churn" { unit: $0% } }';
  const found = drawnAt(placeIn(inner));
  expect([found?.title, found?.view]).toEqual(["Churn", "scorecard"]);
});

test("what no view draws is named all the same, and a place between declarations is nothing", () => {
  check('stakeholder board "The board" { $0power: high }', "The board", undefined);
  expect(drawnAt(placeIn('role cio "CIO"\n\n$0\n\nrole ceo "CEO"'))).toBeUndefined();
});

test("a server says it, with the place of the name as the editor counts", async () => {
  const client = await start({});
  await client.open(
    "a.strategy",
    'role cio\n/* ä€𝄞 */ risk fire "Fire" {\n  probability: low\n}\n',
  );
  const textDocument = { uri: client.uri("a.strategy") };
  const ask = (line: number) =>
    client.connection.sendRequest<ShownResult>(shownRequest, {
      ...{ textDocument, position: { line, character: 2 } },
    });
  expect(await ask(2)).toEqual({
    title: "Fire",
    position: { line: 1, character: 16 },
    view: "risks",
  });
  expect(await ask(4)).toBeNull();
});
