// A currency → the texts of the templates, dated from the day on the clock of the server.
import { expect, test } from "vitest";
import { type TemplatesResult, templatesRequest } from "../../server/protocol.ts";
import { diagnosed } from "../diagnosed.ts";
import { start } from "../session.ts";

test("templates in a currency, which are well today, where nothing else is", async () => {
  const client = await start({});
  const asked = { currency: "JPY" };
  const told = await client.connection.sendRequest<TemplatesResult>(templatesRequest, asked);
  expect(told.map(({ title }) => title)).toEqual([
    "IT department",
    "OKR quarter",
    "Digital transformation",
    "Product portfolio",
    "Blank strategy",
  ]);
  const [, today] = /date: (\d{4}-\d\d-\d\d)\n/.exec(told[0]?.text ?? "") ?? [];
  for (const { text } of told) {
    expect(text).toContain("currency: JPY");
    expect(diagnosed({ "plan.strategy": text }, { today: today ?? "" }).findings).toEqual([]);
  }
});

test.each([{}, { currency: 5 }, { currency: "NOPE" }])("asked %j, in euro", async (asked) => {
  const client = await start({});
  const told = await client.connection.sendRequest<TemplatesResult>(templatesRequest, asked);
  for (const { text } of told) expect(text).toContain("currency: EUR");
});
