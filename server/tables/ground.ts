// The model of a project → what is declared there already, for a table that becomes a part of it.
import { currencyOf } from "../model/derive/currency.ts";
import type { Model } from "../model/universe.ts";
import type { DeclaredName } from "./shape.ts";

/** What a project has: its names, and the currency of amounts that name none. */
export function declaredIn(model: Model): {
  readonly declared: readonly DeclaredName[];
  readonly currency: string | undefined;
} {
  const aliases = [...model.aliases.values()].flatMap((one) => [...one.keys()]);
  const declared = model.entities.flatMap((entity): DeclaredName[] => {
    const { kind, name } = entity;
    if (kind === undefined || name === "") return kind === "strategy" ? [{ kind, name }] : [];
    const title = model.universe.titleOf(entity);
    return [{ kind, name, ...(title === undefined ? {} : { title }) }];
  });
  return {
    declared: [...declared, ...aliases.map((name) => ({ kind: "import", name }))],
    currency: currencyOf(model),
  };
}
