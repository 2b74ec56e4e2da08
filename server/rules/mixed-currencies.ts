// Amounts that cannot be added up, since nobody has said what their currency is worth.
import { currencyOf, unconvertible, type WrittenMoney } from "../model/derive/currency.ts";
import { called } from "../model/entity.ts";
import { isOpen } from "../model/status.ts";
import type { Model } from "../model/universe.ts";
import { at, type Rule } from "./rule.ts";

export const mixedCurrencies: Rule = {
  id: "mixed-currencies",
  group: "Money",
  severity: "warning",
  says: "amounts that cannot be added up because the configuration has no rate; once, on the first such amount, the others related",
  *judgeProject(model) {
    const [first, ...others] = unconvertible(model).filter(({ entity }) =>
      isOpen(model.universe, entity),
    );
    if (first === undefined) return;
    yield {
      at: at(first.entity, first.value.span),
      message: says(model, [first, ...others]),
      related: others.map(({ entity, value }) => ({
        at: at(entity, value.span),
        message: `This amount of '${called(entity)}' does not count either.`,
      })),
    };
  },
};

/** Which amounts cannot be added up, and what to write. */
function says(model: Model, amounts: readonly WrittenMoney[]): string {
  const codes = [...new Set(amounts.flatMap(({ value }) => value.currency ?? []))];
  const rates = (of: readonly string[]) => of.map((code) => `"${code}": …`).join(", ");
  const own = currencyOf(model);
  if (own !== undefined)
    return `Amounts in ${list(codes)} cannot be added to those in ${own}. Say what they are worth in strategy.config.json: "rates": { ${rates(codes)} }.`;
  const others = codes.length > 1 ? "one another" : "those without a currency";
  return `Amounts in ${list(codes)} cannot be added to ${others}. Write the 'currency' of the strategy, and in strategy.config.json what others are worth in it, as in "rates": { ${rates(codes.slice(-1))} }.`;
}

function list(codes: readonly string[]): string {
  const last = codes.at(-1) ?? "";
  return codes.length < 2 ? last : `${codes.slice(0, -1).join(", ")} and ${last}`;
}
