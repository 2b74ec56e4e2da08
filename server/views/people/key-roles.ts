// Key roles → who could take each over and who prepares them, the worst first.
import { isSameList } from "../../cells/contributions.ts";
import { collected } from "../../cells/folded.ts";
import { memo, memoIn } from "../../cells/memo.ts";
import { isKeyRole, missingIn, successorsOf } from "../../model/derive/succession.ts";
import { type Named, namedIn } from "../../model/derive/teams.ts";
import type { Entity } from "../../model/entity.ts";
import { outline } from "../../model/outline.ts";
import type { Model, Universe } from "../../model/universe.ts";
import { oneLine } from "../../words/visible.ts";
import { joined } from "../../words/wording.ts";
import { isSame } from "../difference.ts";
import { shownTitle } from "../said.ts";
import { sceneOf } from "../scene.ts";
import type { Unplaced } from "../shape.ts";
import { holderOf } from "./lines.ts";
import type { KeyRole } from "./shape.ts";

const worstFirst: readonly KeyRole["health"][] = ["red", "amber", "grey", "green"];

/** The worst first, else in project order. */
export const keyRolesOf: (model: Model) => readonly Unplaced<KeyRole>[] = memo((model) => {
  const rank = ({ health }: Unplaced<KeyRole>) => worstFirst.indexOf(health);
  return keyRoles(model)
    .map((role) => keyRole(model, role))
    .toSorted((a, b) => rank(a) - rank(b));
}, isSameList);

/** How many key roles there are, and how many of them have no successor. */
export function succession(model: Model): { readonly all: number; readonly open: number } {
  const all = keyRoles(model);
  return { all: all.length, open: all.filter((role) => missingIn(role).successor).length };
}

const keyRoles = collected<Model, Entity>((_model, chunk) =>
  outline(chunk).entities.filter((one) => one.sure && one.kind === "role" && isKeyRole(one)),
);

const keyRole: (model: Model, role: Entity) => Unplaced<KeyRole> = memoIn((model, role) => {
  const scene = sceneOf(model);
  const { all } = scene;
  const lacks = missingIn(role);
  const successors = successorsOf(all, role).map(({ who, isMentored }) => ({
    title: titled(all, who),
    mentor: isMentored ? mentorOf(all, who) : undefined,
  }));
  const without = successors.filter(({ mentor }) => mentor === undefined);
  const isUnclear = !lacks.successor && successors.length === 0;
  return {
    id: scene.idOf(role),
    title: shownTitle(all, role),
    source: scene.placeOf(role),
    holder: holderOf(role),
    health:
      lacks.successor || lacks.holder
        ? "red"
        : without.length > 0
          ? "amber"
          : isUnclear
            ? "grey"
            : "green",
    successors,
    missing: lacks.successor ? "No successor" : isUnclear ? "Not understood" : undefined,
    wrong: [
      ...(lacks.holder ? ["Nobody holds it"] : []),
      ...(lacks.successor ? ["It has no successor"] : []),
      ...without.slice(0, 6).map(({ title }) => `Nobody mentors ${title} yet`),
    ],
  };
}, isSame);

function titled(all: Universe, named: Named): string {
  return typeof named === "string" ? oneLine(named) : shownTitle(all, named);
}

/** Who mentors somebody, as far as that is understood. */
function mentorOf(all: Universe, who: Named): string {
  const mentors = typeof who === "string" ? [] : namedIn(all, who, "mentored-by");
  return mentors.length === 0
    ? "Not understood"
    : joined(
        mentors.map((one) => titled(all, one)),
        "and",
      );
}
