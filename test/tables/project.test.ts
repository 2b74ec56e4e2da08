// A table for a project that has begun → a further file of it, which gives no name twice and names what is there.
import { expect, test } from "vitest";
import { declaredIn } from "../../server/tables/ground.ts";
import { diagnosed } from "../diagnosed.ts";
import { universeOf } from "../workspace.ts";
import { tableDay, tableOf } from "./tables.ts";

const plan = `strategy acme "Acme" {
  horizon: 2026 .. 2027
  currency: CHF
  cadence: quarterly
}

objective growth "Grow the business" {
  level: business
}

initiative crm "A new CRM" {
  supports: growth
}

role jo-meyer "Jo Meyer"
`;

test("names are not given twice, people and goals that are there are named, and no second strategy is declared", () => {
  const { declared, currency = "" } = declaredIn(universeOf(plan).model());
  const { text } = tableOf(
    `
    Name | Objective         | Owner    | Budget | Project
    CRM  | Grow the business | Jo Meyer | 5 CHF  |
    Pilot |                  |          | 7 EUR  | A new CRM`,
    { declared, currency },
  );
  expect(text).toBe(`initiative crm-2 "CRM" {
  supports: growth
  owner: jo-meyer
  budget: 5
}

initiative pilot "Pilot" {
  part-of: crm
  budget: 7 EUR
}
`);
  const { findings } = diagnosed(
    { "plan.strategy": plan, "more.strategy": text },
    { today: tableDay },
  );
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
});
