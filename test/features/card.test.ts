// A place in a file → the card of what is written there as plain data, and how pages get it from a server or a command.
import { expect, test } from "vitest";
import { cardIn } from "../../client/cli/cards.ts";
import { cardAt } from "../../server/features/card.ts";
import { type CardParams, type CardResult, cardRequest } from "../../server/protocol.ts";
import type { Card } from "../../server/views/shape.ts";
import { start } from "../session.ts";
import { universeOf } from "../workspace.ts";
import { placeIn } from "./at.ts";

const plan = `strategy plan "Plan" { horizon: 2026 .. 2027 currency: EUR }

objective growth "Grow" {
  level: it
  owner: cio

  // Between us.
  initiative crm "CRM for all" {
    owner: cio
    status: active
    progress: 10%
    timeline: 2026-01 .. 2026-12
    budget: 500k
    description: "Not *just* a tool"
    risk lock-in "Locked in" { probability: high impact: high owner: cio }
  }

  kpi nps "Promoters" { unit: points baseline: 10 on 2025-12 target: 20 by 2026-12 actual: 12 on 2026-10 }
}

role cio "Chief Information Officer" { holder: "Ines Adler" }
`;

/** The card at the first place of a text in the plan. */
function cardOf(text: string): Card | undefined {
  return cardAt(placeIn(plan.replace(text, `$0${text}`)));
}

test("an initiative: how it stands in words, its facts, what is wrong, and how it is written", () => {
  const card = cardOf("crm ");
  expect(card).toMatchObject({
    called: "crm",
    kind: "initiative",
    title: "CRM for all",
    health: "red",
    stands: "Active. 10% done, 90% of the time has passed.",
    description: "Not *just* a tool",
    file: "plan.strategy",
    line: 8,
  });
  expect(card?.facts).toContainEqual(["Serves", "Grow"]);
  expect(card?.facts).toContainEqual(["Owner", "Chief Information Officer (Ines Adler)"]);
  expect(card?.facts).toContainEqual(["Budget", "500k EUR"]);
  expect(card?.wrong).not.toEqual([]);
  expect(card?.text).toMatch(/^initiative crm "CRM for all" \{\n {2}owner: cio\n.*\n\}$/s);
});

test("a KPI, a risk and a role say what they say in the editor", () => {
  const kpi = cardOf("nps ");
  expect([kpi?.kind, kpi?.title, kpi?.health]).toEqual(["KPI", "Promoters", "red"]);
  expect(kpi?.text).toMatch(/^kpi nps .*\}$/);
  const risk = cardOf("lock-in ");
  expect([risk?.kind, risk?.title, risk?.line]).toEqual(["risk", "Locked in", 15]);
  const role = cardOf('cio "Chief');
  expect([role?.kind, role?.title, role?.health]).toEqual([
    "role",
    "Chief Information Officer",
    undefined,
  ]);
  expect(role?.says).toContain("Ines Adler");
});

test("in a declaration it is the innermost one, and none between declarations", () => {
  expect(cardOf("probability")?.title).toBe("Locked in");
  expect(cardOf("level: it")?.title).toBe("Grow");
  expect(cardOf("\nrole")).toBeUndefined();
});

test("nothing in it is Markdown, and what would be hidden is shown", () => {
  const card = cardAt(
    placeIn('initiative $0crm "**Bold** `x`\u202e" { owner: nobody description: "<b>[a](b)" }'),
  );
  expect(card?.title).toContain("**Bold** `x`");
  expect(card?.description).toBe("<b>[a](b)");
  expect(JSON.stringify(card)).not.toMatch(/\u202e|\\\\[*`[]/);
});

test("a declaration without a title is called by its name, one without a name by its kind", () => {
  expect(cardAt(placeIn("initiative $0crm {}"))?.title).toBe("crm");
  expect(cardAt(placeIn("initiative $0{}"))?.title).toMatch(/initiative/i);
});

test("a page outside an editor gets the cards of files of the workspace alone", () => {
  const { all, model } = universeOf({
    "a/strategy.config.json": "{}",
    "a/plan.strategy": plan,
    "b/strategy.config.json": "{}",
    "b/own.strategy": 'team crew "The crew" {}',
  });
  const first = model("a");
  const at = (uri: string, line: number, character: number) =>
    cardIn(first, uri, { line, character })?.title;
  expect(at("file:///workspace/a/plan.strategy", 7, 14)).toBe("CRM for all");
  expect(at("file:///workspace/b/own.strategy", 0, 5)).toBe("The crew");
  expect([...all.models.keys()]).toHaveLength(2);
  for (const uri of [
    "file:///workspace/a/other.strategy",
    "file:///etc/passwd",
    "https://workspace/a/plan.strategy",
    "/workspace/a/plan.strategy",
    "",
  ])
    expect([uri, at(uri, 0, 0)]).toEqual([uri, undefined]);
  // Beyond the text is nothing, and no fault.
  expect(at("file:///workspace/a/plan.strategy", 9999, 0)).toBeUndefined();
  expect(at("file:///workspace/b/own.strategy", 0, 9999)).toBeUndefined();
});

test("a server answers for the text as it is now, and for a place that is gone with nothing", async () => {
  const client = await start({ "plan.strategy": plan });
  await client.open("plan.strategy", plan);
  const ask = (line: number) => {
    const params: CardParams = {
      textDocument: { uri: client.uri("plan.strategy") },
      position: { line, character: 14 },
    };
    return client.connection.sendRequest<CardResult>(cardRequest, params);
  };
  expect(await ask(7)).toMatchObject({ title: "CRM for all", line: 8 });
  await client.edit("plan.strategy", "objective growth", "\n\n\nobjective growth");
  expect(await ask(10)).toMatchObject({ title: "CRM for all", line: 11 });
  expect((await ask(7))?.title).not.toBe("CRM for all");
  await client.edit("plan.strategy", '"CRM for all"', '"CRM for some"');
  expect(await ask(10)).toMatchObject({ title: "CRM for some" });
  expect(await ask(9999)).toBeNull();
});
