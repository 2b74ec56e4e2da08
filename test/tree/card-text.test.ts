// A card → the Markdown over its line, in which what users write acts as nothing but text.
import { expect, test } from "vitest";
import { cardText } from "../../client/tree/card-text.ts";
import { cardAt } from "../../server/features/card.ts";
import { universe } from "../../server/model/universe.ts";
import { knownIn, workspaceOf } from "../workspace.ts";

function cardOf(text: string): string {
  const model = knownIn(universe(workspaceOf(text))).model();
  const file = model.fileAt("plan.strategy");
  const card = file && cardAt({ model, file, offset: text.indexOf(" ") + 1 });
  if (card === undefined) throw new Error("A declaration begins the text.");
  return cardText(card);
}

test("a card has its title, how it stands, what is wrong, its facts and its place", () => {
  expect(
    cardOf('initiative crm "CRM" { owner: cio status: active timeline: 2026 .. 2026-06 }'),
  ).toMatchInlineSnapshot(`
    "**CRM**

    Initiative · Off track

    Active. All of its time has passed.

    - CRM is 146 days over its end.

    - Serves: no objective yet
    - Owner: cio
    - When: 1 January to 30 June 2026

    plan.strategy, line 1"
  `);
});

test("links, pictures and lists in a title are told as they are written", () => {
  const text = cardOf('initiative crm "[here](https://example.com) ![x](y) <b>**" {}');
  expect(text.split("\n")[0]).toMatchInlineSnapshot(
    `"**\\[here\\](https\\://example.com) !\\[x\\](y) \\<b\\>\\*\\***"`,
  );
});
