// A seed → any table, from which must come a text without faults, in canonical form, that says what was kept.
import assert from "node:assert/strict";
import { formatText } from "../../grammar/format.ts";
import { parseFile } from "../../grammar/parser.ts";
import { diagnose } from "../../server/diagnosis/diagnose.ts";
import { universe } from "../../server/model/universe.ts";
import { tableFields } from "../../server/tables/fields.ts";
import { declaredIn } from "../../server/tables/ground.ts";
import { heads } from "../../server/tables/heads.ts";
import { strategyOfTable } from "../../server/tables/table.ts";
import { workspaceOf } from "../workspace.ts";
import { type Dice, diceOf } from "./material/dice.ts";
import { holds } from "./material/smaller.ts";
import { bytes } from "./material/texts.ts";

const [cellEnd, rowEnd] = ["\u001f", "\u001e"];
const today = "2026-11-29";

/** A plan that has names already, which tables like to give too. */
const plan = `strategy plan "Plan" {
  currency: CHF
}

objective crm "Grow"

initiative grow "CRM" {
  milestone go "Go live"
}

role anna-schmidt "Anna Schmidt"

team platform "Platform"
`;

/** Checks one table, alone or beside a plan; throws with the smallest one that shows the same. */
export async function run(seed: number): Promise<void> {
  const dice = diceOf(seed);
  const kind = dice.pick(["", "", "objective", "initiative", "kpi", "risk"]);
  const map = dice.once(3) ? someMap(dice) : {};
  const before = dice.once(3) ? { "plan.strategy": plan } : {};
  const locale = dice.pick(["de", "en-US", "fr-CH", "x"]);
  await holds(tableText(dice), (text) => {
    const rows = text.split(rowEnd).map((row) => row.split(cellEnd));
    const [model] = universe(workspaceOf(before, { today })).models.values();
    const { declared, currency = "EUR" } = model ? declaredIn(model) : { declared: [] };
    const params = { file: "any.csv", rows, map, currency, locale, ...(kind && { kind }) };
    const result = strategyOfTable(params, { today, declared });
    if ("refused" in result) return;
    const files = { ...before, "any.strategy": result.text };
    for (const one of universe(workspaceOf(files, { today })).models.values()) {
      const faults = diagnose(one).filter(({ severity }) => severity === "error");
      const [fault] = faults;
      assert.equal(fault && `${fault.code}: ${fault.message}`, undefined, result.text);
    }
    assert.equal(formatText(result.text), result.text, "its canonical form");
    const { chunks } = parseFile(result.text);
    const comments = chunks.flatMap((chunk) => chunk.comments);
    assert.equal(comments.length, result.kept, "what was kept");
  });
}

function someMap(dice: Dice): Readonly<Record<string, string>> {
  const fields = ["", ...tableFields.map(({ name }) => name)];
  return Object.fromEntries(dice.many(4, () => [dice.pick(headings), dice.pick(fields)]));
}

const headings = [...Object.values(heads).flatMap((all) => all.split("|")), "Sprint", "x", ""];

const cells = [
  "CRM", "Grow", "grow", "crm", "A", "B", "C", "risk", "after", "on", "5G rollout", "½", "🚀", "Größe", "目標", "e\u0301", "-", "—x",
  "Objective", "Epic", "KPI", "Key Result", "Risk", "Milestone", "Task", "1", "2", "3", "1.1", "1.2", "2.1.3", "0", "10", "11",
  "2026-03-15", "31.12.2026", "3/4/2026", "12/31/26", "Q3 2026", "FY27 Q2", "2026", "46023", "2026-02-30", "Q3 2026 - Q1 2027", "0001-01-01", "31/31/2026",
  "1.200", "1,200.50", "1'250'000 CHF", "€5", "40%", "0.4", "-3", "1e30", "99999999999999999999", "120 %", "4.2 days", "12 NPS points", "1.5",
  "In Progress", "On track", "Erledigt", "En cours", "High", "must", "green", "Blocked", "sehr hoch", "30 %", "monthly", "run", "team", "%",
  "Anna Schmidt", "anna.schmidt@acme.example", "Schmidt, Anna", "Platform", "Platform (2 FTE), Data", "Anna Schmidt, Jo Meyer; Platform Team",
  "3FS+2 days;2", "A, B", "C", "1;2;3", "20 days", "0 days", "https://x.example/a,b", "a; b; c", "//", "*/", "/* x", "// ignore missing-risk: x",
  '"', '""', '"""', "\\", "\\u{41}", "a\nb", "a\r\n\tb\n\n\"\"\"c\\", "{", "}", "{{", "a: b", "a {", "import x from \"y\"", "\0", "\u202e", "\u2028", "\ud800", "\ufeff", "\u200b",
  "=cmd|' /C calc'!A0", "+1", "@x", "n/a", "TBD", "", "", "", " ", "  A", "    B", "Name", "Start", "__proto__", "constructor",
]; // biome-ignore format: a list to read across

/** A table as some tool or hand might write it. */
function tableText(dice: Dice): string {
  const width = 1 + dice.below(9);
  const top = dice.many(width, () => (dice.once(12) ? dice.pick(cells) : dice.pick(headings)));
  const cell = () => (dice.once(60) ? bytes(dice) : dice.pick(cells));
  const rows = dice.many(dice.below(9), () => {
    const row = dice.many(dice.once(9) ? dice.below(width + 2) : width, cell);
    return dice.once(12) ? top : row;
  });
  const above = dice.once(6) ? dice.many(1 + dice.below(3), () => [dice.pick(cells)]) : [];
  return [...above, top, ...rows].map((row) => row.join(cellEnd)).join(rowEnd);
}
