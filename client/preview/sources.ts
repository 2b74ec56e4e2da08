// A view and the address of a file → whether something that the view shows is written there.
import type { RoadmapView } from "../../server/views/roadmap/shape.ts";

/** A page may ask its host to show these files, and no others. */
export function isSource(view: RoadmapView, uri: string): boolean {
  const isThere = ({ source }: { readonly source?: { readonly uri: string } | undefined }) =>
    source?.uri === uri;
  return (
    view.initiatives.some((one) => isThere(one) || one.milestones.some(isThere)) ||
    view.groupings.some(({ groups }) => groups.some(isThere)) ||
    view.events.some(isThere) ||
    view.faults.some(isThere)
  );
}
