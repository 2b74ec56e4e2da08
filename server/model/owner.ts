// A declaration and what it stands in → who answers for it.
import { type Entity, lineage, type Ref, refsOf, written } from "./entity.ts";

/**
 * Whether somebody answers for an entity: its own owner or that of what it stands in. True too
 * where that cannot be known, since something faulty is written.
 */
export function hasOwner(entity: Entity): boolean {
  return lineage(entity).some((one) => written(one, "owner") || one.kind === undefined);
}

/** The owner of an entity, its own or that of what it stands in, where it can be read. */
export function ownerOf(entity: Entity): Ref | undefined {
  const holder = lineage(entity).find((one) => written(one, "owner"));
  return holder && refsOf(holder, "owner")[0];
}
