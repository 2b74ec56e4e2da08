// Views as Markdown → headings, figures, gaps and tables, in which no text of others is Markdown.
import { expect, test } from "vitest";
import { views } from "../../server/views/index.ts";
import { allData, dataOf, exportedText, nastyTitles, roadmapWith } from "./exported.ts";

/** The cells of each line of a table; a sign with a backslash before it separates none. */
function rowsIn(text: string): readonly (readonly string[])[] {
  return text
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) => line.split(/(?<!\\)(?:\\\\)*\|/).slice(1, -1));
}

test("a view has its sentence, the day, its figures and its table", async () => {
  const text = await exportedText([dataOf("money")], "md");
  expect(text.split("\n").slice(0, 7)).toEqual([
    "# Money: 17.5M of 18M is planned, 7% of it unaligned",
    "",
    "Nordwind IT strategy 2026–2028. As of 23 November 2026, amounts in EUR.",
    "",
    "- **at least 15.4M** cost over the horizon",
    "- **–** return: not all cost is known",
    "",
  ]);
  expect(text).toContain("| All open work |  17.5M |".replace("  ", " "));
});

test.each(views.map(({ name }) => name))(
  "%s: each line of a table has as many cells",
  async (name) => {
    const rows = rowsIn(await exportedText([dataOf(name)], "md"));
    expect(rows.length).toBeGreaterThan(3);
    expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
  },
);

test("what is missing is named above the table", async () => {
  const text = await exportedText([dataOf("roadmap")], "md");
  const [, gaps = ""] = text.split("**Gaps**");
  expect(gaps.trim().split("\n\n")[0]).toBe(
    "- Safe onboarding of suppliers: No dates yet\n- Loyalty points on a blockchain: Supports no objective",
  );
});

test("a board has all views below its title", async () => {
  const text = await exportedText(allData(), "md");
  const headings = text.split("\n").filter((line) => line.startsWith("#"));
  expect(headings.map((line) => line.split(":")[0])).toEqual([
    "# Nordwind IT strategy 2026–2028",
    ...["Roadmap", "Alignment", "Scorecard", "Risks", "Money", "People"].map((one) => `## ${one}`),
  ]);
});

test("no title acts: neither as a cell, nor as HTML, a link, a formula or a call", async () => {
  const text = await exportedText([roadmapWith(nastyTitles)], "md");
  const rows = rowsIn(text);
  expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
  expect(rows.length).toBe(2 + 2 * nastyTitles.length);
  // Each sign that Markdown knows has a backslash before it, but for those of the house.
  const bare = (cell: string) => cell.replaceAll("@<!-- -->", "@").replace(/\\[!-/:-@[-`{-~]/g, "");
  expect(
    rows
      .slice(2)
      .flat()
      .filter((cell) => /[`*_<>[\]$|~]|#\d/.test(bare(cell))),
  ).toEqual([]);
  expect(text).toContain("@<!-- -->octocat");
  expect(text).toContain("\\$E=mc^2\\$");
  expect(text).not.toContain("\u202e");
});
