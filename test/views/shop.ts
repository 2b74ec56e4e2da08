// A shop with some work, for tests of its money: aligned once, aligned twice, aligned with nothing, and done.
import type { MoneyView } from "../../server/views/money/shape.ts";
import { moneyView } from "../../server/views/money.ts";
import { viewOf } from "../../server/views/view.ts";
import { universeOf } from "../workspace.ts";

/** A strategy as text, or its files → its money. */
export function moneyIn(
  source: string | Readonly<Record<string, string>>,
  folder?: string,
): MoneyView {
  return viewOf(moneyView, universeOf(source).model(folder));
}

export const shopGoals = `strategy s "Shop" { horizon: 2026 .. 2027 currency: EUR budget: 6M }
objective growth "Growth" { level: business
  objective service "Service" {}
  objective reach "Reach" {}
}`;

export const shop = `${shopGoals}
initiative crm "CRM" { supports: service teams: platform, data technologies: cloud timeline: 2026
  type: transform status: active
  cost { upfront: 1M staff: 20k per month contingency: 10% } benefit: 3M per year }
initiative app "App" { supports: reach, service teams: platform timeline: 2026 type: grow budget: 2M }
initiative idea "Idea" { teams: data budget: 600k status: proposed }
initiative old "Old" { supports: service budget: 4M status: completed }`;
