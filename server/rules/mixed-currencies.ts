// Amounts that cannot be added up, since nobody has said what their currency is worth.
import { currencyOf, unconvertible } from "../model/derive/currency.ts";
import { called } from "../model/entity.ts";
import { isOpen } from "../model/status.ts";
import { at, type Rule } from "./rule.ts";

export const mixedCurrencies: Rule = {
  id: "mixed-currencies",
  group: "Money",
  severity: "warning",
  says: "amounts that cannot be added up because the configuration has no rate",
  *check(model) {
    const [first, ...others] = unconvertible(model).filter(({ entity }) =>
      isOpen(model.universe, entity),
    );
    if (first === undefined) return;
    const codes = [
      ...new Set(
        [first, ...others].map(({ value }) => value.currency ?? "").filter((code) => code !== ""),
      ),
    ];
    const own = currencyOf(model);
    const into = own === undefined ? "one another" : own;
    const rates = codes.map((code) => `"${code}": …`).join(", ");
    yield {
      at: at(first.entity, first.value.span),
      message: `Amounts in ${codes.join(", ")} cannot be added to those in ${into}. Say what they are worth in strategy.config.json: "rates": { ${rates} }.`,
      related: others.map(({ entity, value }) => ({
        at: at(entity, value.span),
        message: `This amount of '${called(entity)}' does not count either.`,
      })),
    };
  },
};
