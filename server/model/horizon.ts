// The horizon of a strategy and today → whether there is still something to steer.
import { horizonOf } from "./derive/schedule.ts";
import { unknownIn, written } from "./entity.ts";
import type { Model } from "./universe.ts";

/** `running` too where no horizon is written or it has no end; `unknown` where it is faulty. */
export function horizonState(model: Model): "running" | "passed" | "unknown" {
  const { strategy } = model;
  if (strategy === undefined) return "unknown";
  if (!written(strategy, "horizon")) return "running";
  const horizon = unknownIn(strategy, "horizon") ? undefined : horizonOf(model);
  if (horizon === undefined) return "unknown";
  return horizon.end !== undefined && horizon.end < model.today ? "passed" : "running";
}
