// Roles and whom they report to → the tree of reporting lines, with what is missing in it.
import { isSameList } from "../../cells/contributions.ts";
import { collected } from "../../cells/folded.ts";
import { memo, memoIn } from "../../cells/memo.ts";
import { unclearLines } from "../../model/derive/reporting.ts";
import { isKeyRole } from "../../model/derive/succession.ts";
import { isReportingDoubtful, type Named, superiorOf } from "../../model/derive/teams.ts";
import { type Entity, valueIn } from "../../model/entity.ts";
import { outline } from "../../model/outline.ts";
import type { Model, Universe } from "../../model/universe.ts";
import { oneLine } from "../../words/visible.ts";
import { isSame } from "../difference.ts";
import { shownTitle } from "../said.ts";
import { sceneOf } from "../scene.ts";
import type { Unplaced } from "../shape.ts";
import { inTree, type TreePlace } from "../tree.ts";
import type { LineFault, LineNode } from "./shape.ts";

/** Superiors before those that report to them, then the teams that nobody leads. */
export const reportingLines: (model: Model) => readonly Unplaced<LineNode>[] = memo((model) => {
  const roles = standings(model).map(({ of }) => roleNode(model, of));
  const teams = unclearLines(model).filter(({ kind }) => kind === "team");
  return [...roles, ...teams.map((team) => teamNode(model, team))];
}, isSameList);

const ownRoles = collected<Model, Entity>((_model, chunk) =>
  outline(chunk).entities.filter(({ sure, kind }) => sure && kind === "role"),
);

/** The roles of a project, and all above them: those of other projects first, those that nobody declares last. */
const standings: (model: Model) => readonly TreePlace<Named>[] = memo((model) => {
  const all = model.universe;
  const above = (one: Named) => (typeof one === "string" ? undefined : superiorOf(all, one));
  const found = new Set<Named>(ownRoles(model));
  const others = new Set<Named>();
  // A set may grow while it is walked: what is found here is walked too.
  for (const one of found) {
    const superior = above(one);
    if (superior === undefined || found.has(superior)) continue;
    found.add(superior);
    others.add(superior);
  }
  const [names, foreign] = [true, false].map((isName) =>
    [...others].filter((one) => (typeof one === "string") === isName),
  );
  return inTree([...(foreign ?? []), ...ownRoles(model), ...(names ?? [])], above);
});

const byRole = memo(
  (model: Model): ReadonlyMap<Named, TreePlace<Named>> =>
    new Map(standings(model).map((one) => [one.of, one])),
);

/** Where a role stands; of a circle that is cut at it all that lies in it. */
const standingOf: (model: Model, role: Named) => TreePlace<Named> = memoIn(
  (model, role) => byRole(model).get(role) ?? { of: role, parent: undefined, depth: 0, below: 0 },
  (a, b) =>
    a.parent === b.parent &&
    a.depth === b.depth &&
    a.below === b.below &&
    isSameList(a.circle ?? [], b.circle ?? []),
);

const withoutLine: (model: Model, one: Entity) => boolean = memoIn((model, one) =>
  unclear(model).has(one),
);

const unclear = memo((model: Model): ReadonlySet<Entity> => new Set(unclearLines(model)));

const roleNode: (model: Model, role: Named) => Unplaced<LineNode> = memoIn((model, role) => {
  const scene = sceneOf(model);
  const all = model.universe;
  const { parent, depth, below, circle } = standingOf(model, role);
  const idOf = (one: Named) => (typeof one === "string" ? one : scene.idOf(one));
  const fault = faultOf(model, role, circle);
  const title = titleOf(all, role);
  return {
    id: idOf(role),
    title,
    sentence: [title, lineInWords(all, parent, fault, circle)].join(" "),
    source: typeof role === "string" ? undefined : scene.placeOf(role),
    holder: typeof role === "string" ? undefined : holderOf(role),
    key: (typeof role !== "string" && isKeyRole(role)) || undefined,
    parent: parent && idOf(parent),
    depth,
    below,
    fault,
  };
}, isSame);

function faultOf(model: Model, role: Named, circle: unknown): LineFault | undefined {
  if (circle !== undefined) return "circle";
  if (typeof role === "string") return undefined;
  if (withoutLine(model, role)) return "none";
  const all = model.universe;
  return superiorOf(all, role) === undefined && isReportingDoubtful(all, role)
    ? "unclear"
    : undefined;
}

function lineInWords(
  all: Universe,
  parent: Named | undefined,
  fault: LineFault | undefined,
  circle: readonly Named[] = [],
): string {
  if (fault === "unclear") return "reports to somebody who is not understood";
  const [first, ...others] = circle.map((one) => titleOf(all, one));
  if (first !== undefined) {
    if (others.length === 0) return "reports to itself";
    return `reports to ${[...others, first].join(", who reports to ")}: a circle`;
  }
  return parent === undefined ? "reports to nobody" : `reports to ${titleOf(all, parent)}`;
}

function titleOf(all: Universe, role: Named): string {
  return typeof role === "string" ? oneLine(role) : shownTitle(all, role);
}

/** Who holds a role. */
export function holderOf(role: Entity): string | undefined {
  const text = valueIn(role, "holder", "text")?.text.trim();
  return text ? oneLine(text) : undefined;
}

const teamNode: (model: Model, team: Entity) => Unplaced<LineNode> = memoIn((model, team) => {
  const scene = sceneOf(model);
  const title = shownTitle(scene.all, team);
  return {
    id: scene.idOf(team),
    title,
    sentence: `${title} has no lead`,
    source: scene.placeOf(team),
    depth: 0,
    below: 0,
    fault: "lead" as const,
  };
}, isSame);
