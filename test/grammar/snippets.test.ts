// Every snippet, as it stands before anyone changes it → sound, canonical text.
import { expect, test } from "vitest";
import { formatText } from "../../grammar/format.ts";
import { readyKpis, snippets, withoutStops } from "../../grammar/snippets.ts";
import { kinds } from "../../grammar/vocabulary.ts";
import { diagnose } from "../../server/diagnose.ts";
import { universeOf } from "../workspace.ts";

test("there is a snippet for each kind and each ready-made KPI", () => {
  expect(snippets().size).toBe(kinds.length + readyKpis.length);
});

for (const [title, { body }] of snippets())
  test(title, () => {
    const text = `${withoutStops(body)}\n`;
    expect(formatText(text)).toBe(text);
    const found = diagnose(universeOf(text).model());
    // Alone in a file, it names what is not there, and a milestone has no initiative around it.
    const errors = found.filter(
      ({ severity, code }) => severity === "error" && !["unknown-name", "misplaced"].includes(code),
    );
    expect(errors.map(({ message }) => message)).toEqual([]);
  });

test("a ready-made KPI lacks nothing but an objective", () => {
  for (const kpi of readyKpis) {
    const body = snippets().get(`KPI: ${kpi.title}`)?.body ?? "";
    const found = diagnose(universeOf(withoutStops(body), { today: "2026-02-20" }).model());
    // The objective around it has an owner too.
    const codes = found.map(({ code }) => code).toSorted();
    expect(codes).toEqual(["missing-owner", "unused-declaration"]);
  }
});
