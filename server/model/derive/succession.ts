// Key roles as written → who could take each over, and who prepares them.
import { choiceOf, type Entity, type Ref, refsOf, written } from "../entity.ts";
import { slipOf } from "../undeclared.ts";
import type { Universe } from "../universe.ts";
import { type Named, namedBy } from "./teams.ts";

/** Somebody who shall take over a role. */
export interface Successor {
  readonly ref: Ref;
  /** A declared name that is a slip away counts as the one that is meant. */
  readonly who: Named;
  /** Somebody is written who mentors them. */
  readonly isMentored: boolean;
}

/** Whether the plan suffers if a role falls empty. */
export function isKeyRole(role: Entity): boolean {
  return choiceOf(role, "critical") === "yes";
}

/** What a key role lacks: nobody is named to take it over, nobody holds it. */
export function missingIn(role: Entity): { readonly successor: boolean; readonly holder: boolean } {
  return { successor: !written(role, "successors"), holder: !written(role, "holder") };
}

/** Who shall take over a role, as far as that is understood. */
export function successorsOf(all: Universe, role: Entity): readonly Successor[] {
  return refsOf(role, "successors").flatMap((ref) => {
    const meant = slipOf(all, ref);
    const who = meant === role ? ref.name : (meant ?? namedBy(all, ref));
    if (who === undefined) return [];
    const isMentored = typeof who !== "string" && written(who, "mentored-by");
    return [{ ref, who, isMentored }];
  });
}
