// Skills that committed work needs → who has them and who is learning them, the worst first.
import { isSameList } from "../../cells/contributions.ts";
import { folded } from "../../cells/folded.ts";
import { indexed } from "../../cells/indexed.ts";
import { memo, memoIn } from "../../cells/memo.ts";
import { areSkillsDoubtful, holdersIn, needsOf, skillsInside } from "../../model/derive/skills.ts";
import { leadOf, type Named, teamsOf } from "../../model/derive/teams.ts";
import type { Entity } from "../../model/entity.ts";
import { outline } from "../../model/outline.ts";
import type { Model, Universe } from "../../model/universe.ts";
import { oneLine } from "../../words/visible.ts";
import { counted } from "../../words/wording.ts";
import { isSame } from "../difference.ts";
import { shownTitle } from "../said.ts";
import { sceneOf } from "../scene.ts";
import type { Unplaced } from "../shape.ts";
import type { NeededSkill, SkillState } from "./shape.ts";

const worstFirst: readonly SkillState[] = [
  "nobody",
  "learned",
  "unclear",
  "one",
  "lacking",
  "covered",
];

/** The worst first; of those that stand alike what most work needs. */
export const skillsShown: (model: Model) => readonly Unplaced<NeededSkill>[] = memo((model) => {
  const rank = ({ state }: Unplaced<NeededSkill>) => worstFirst.indexOf(state);
  return (needed(model) ?? [])
    .map((skill) => skillRow(model, skill))
    .toSorted((a, b) => rank(a) - rank(b) || b.neededBy.length - a.neededBy.length);
}, isSameList);

const needed = folded<Model, readonly Named[]>(
  ({ universe: all }, chunk) => {
    const found = new Set<Named>();
    for (const work of outline(chunk).entities)
      if (work.sure && work.kind === "initiative")
        for (const { skill } of needsOf(all, work)) found.add(skill);
    return found.size === 0 ? undefined : [...found];
  },
  (parts) => [...new Set(parts.flat())],
  isSameList,
);

/** The work of a project that needs each skill, and whether its teams lack it. */
const neededBy = indexed<Model, Named, { readonly work: Entity; readonly lacks: boolean }>(
  function* ({ universe: all }, chunk) {
    for (const work of outline(chunk).entities) {
      if (!work.sure || work.kind !== "initiative") continue;
      const needs = new Map(needsOf(all, work).map((need) => [need.skill, need]));
      for (const [skill, { lackedBy }] of needs)
        yield [skill, { work, lacks: lackedBy !== undefined }];
    }
  },
);

const present = indexed<Universe, Named, Entity>((all, chunk) => having(all, chunk, "skills"));
const learned = indexed<Universe, Named, Entity>((all, chunk) => having(all, chunk, "learning"));

type Chunk = Parameters<typeof outline>[0];

/** Teams, and roles that stand in none, with each skill that they have or are learning. */
function* having(
  all: Universe,
  chunk: Chunk,
  field: "skills" | "learning",
): Iterable<readonly [Named, Entity]> {
  for (const one of outline(chunk).entities) {
    if (!one.sure) continue;
    const isAlone = one.kind === "role" && teamsOf(all, one).length === 0 && !isLead(all, one);
    if (one.kind !== "team" && !isAlone) continue;
    for (const skill of skillsInside(all, one, field)) yield [skill, one];
  }
}

/** Whether a role leads a team, which has its skills. */
function isLead(all: Universe, role: Entity): boolean {
  return ledBy(all).get(role).length > 0;
}

const ledBy = indexed<Universe, Entity, Entity>(function* (all, chunk) {
  for (const team of outline(chunk).entities) {
    const lead = team.sure && team.kind === "team" ? leadOf(all, team) : undefined;
    if (lead !== undefined && typeof lead !== "string") yield [lead, team];
  }
});

/** Of a skill that is declared all that has it, of a name that nobody declares what has it in this project. */
function among(model: Model, skill: Named, all: readonly Entity[]): readonly Entity[] {
  if (typeof skill !== "string") return all;
  return all.filter((one) => model.pathOf(one.chunk) !== undefined);
}

const skillRow: (model: Model, skill: Named) => Unplaced<NeededSkill> = memoIn((model, skill) => {
  const scene = sceneOf(model);
  const all = model.universe;
  const work = neededBy(model).get(skill);
  const has = among(model, skill, present(all).get(skill));
  const learns = among(model, skill, learned(all).get(skill));
  const lacking = work.filter(({ lacks }) => lacks);
  const isNamedOnce = holdersIn(model, skill).length === 1;
  const state = stateOf(model, has, learns, isNamedOnce, lacking.length > 0);
  const name = typeof skill === "string" ? oneLine(skill) : shownTitle(all, skill);
  return {
    id: typeof skill === "string" ? skill : scene.idOf(skill),
    title: name,
    source: typeof skill === "string" ? undefined : scene.placeOf(skill),
    state,
    neededBy: work.map((one) => shownTitle(all, one.work)),
    presentIn: has.map((one) => shownTitle(all, one)),
    learning: learns.map((one) => shownTitle(all, one)),
    note: noteOf(state, has.length, lacking.length),
    wrong: lacking
      .slice(0, 6)
      .map((one) => `No team of '${shownTitle(all, one.work)}' has it or is learning it`),
  };
}, isSame);

function stateOf(
  model: Model,
  has: readonly Entity[],
  learns: readonly Entity[],
  isNamedOnce: boolean,
  isLacking: boolean,
): SkillState {
  if (has.length === 1 || (has.length > 1 && isNamedOnce)) return "one";
  if (has.length > 1) return isLacking ? "lacking" : "covered";
  if (isAnyDoubtful(model)) return "unclear";
  return learns.length > 0 ? "learned" : "nobody";
}

/** Whether a team may have what it seems to lack. */
const isAnyDoubtful = memo((model: Model): boolean =>
  model.of("team").some((team) => areSkillsDoubtful(model.universe, team)),
);

function noteOf(state: SkillState, has: number, lacking: number): string | undefined {
  if (state === "one") return has === 1 ? "only" : "by one role only";
  return state === "lacking" ? `not in the teams of ${counted(lacking, "initiative")}` : undefined;
}

/** "1 skill nobody has or learns" */
export function nobodyHas(model: Model): { readonly all: number; readonly nobody: number } {
  const skills = skillsShown(model);
  return { all: skills.length, nobody: skills.filter(({ state }) => state === "nobody").length };
}
