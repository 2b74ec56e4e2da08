// Value, urgency, risk reduction and effort → the order in which work pays off.
import { Big } from "big.js";
import { type Entity, unknownIn, valueIn } from "../entity.ts";

const gains = ["value", "urgency", "risk-reduction"] as const;

/**
 * WSJF, weighted shortest job first (Reinertsen 2009; SAFe): the sum of those given of value,
 * urgency and risk reduction, ÷ effort. Undefined without effort or with none of the three, and
 * where one of them is not understood.
 */
export function scoreOf(initiative: Entity): number | undefined {
  if ([...gains, "effort"].some((field) => unknownIn(initiative, field))) return undefined;
  const effort = valueIn(initiative, "effort", "number")?.value;
  const given = gains.flatMap((field) => valueIn(initiative, field, "number")?.value ?? []);
  if (effort === undefined || given.length === 0) return undefined;
  return given
    .reduce((sum, one) => sum.plus(one), new Big(0))
    .div(effort)
    .toNumber();
}
