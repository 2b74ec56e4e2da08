// A plan and what is left of it by a filter → the lines of the tree, each made when somebody looks at what lies over it.
import type { GapSum, Ghost, Group, Initiative } from "../../server/views/roadmap/shape.ts";
import type { Ability, TreeBranch } from "./branch.ts";
import { besideOf, gapIds, isGoal, type StandsBeside, type TreePlan, topWork } from "./plan.ts";
import type { TreeMatches } from "./tree-filter.ts";
import {
  gapSigns,
  groupSign,
  healthSigns,
  initiativeSign,
  milestoneSign,
  objectiveSign,
  riskSign,
} from "./tree-signs.ts";
import {
  commonWords,
  gapWords,
  ghostWords,
  initiativeHeard,
  initiativeWords,
  kpiHeard,
  kpiWords,
  milestoneHeard,
  milestoneWords,
  objectiveHeard,
  objectiveWords,
  riskHeard,
  riskWords,
} from "./tree-words.ts";

/** What the lines are made of. */
interface Ground {
  readonly plan: TreePlan;
  /** Undefined where nothing is filtered. */
  readonly matches: TreeMatches | undefined;
  /** Groups are open at first: there are few enough to see them all. */
  readonly isSmall: boolean;
}

type Made = Omit<TreeBranch, "opens" | "children" | "can" | "sentence"> & {
  readonly can?: readonly Ability[];
  readonly sentence?: () => string;
  /** Whether anything lies under it, found without making it. */
  readonly isFull?: boolean;
  /** Whether that is in sight at first. */
  readonly isOpen?: boolean;
  readonly under?: () => readonly TreeBranch[];
};

/** So many initiatives fit on a few screens. */
const few = 60;

/** All that stands at the top. */
export function branchesOf(
  plan: TreePlan,
  matches: TreeMatches | undefined,
): readonly TreeBranch[] {
  const isSmall = plan.views.roadmap.initiatives.length <= few;
  const ground = { plan, matches, isSmall };
  const { unaligned, undated } = plan.views.roadmap;
  return [
    ...groupsUnder(ground, undefined),
    ...gapBranch(ground, "unaligned", "Supports no objective", unaligned),
    ...gapBranch(ground, "undated", "No dates yet", undated),
    ...looseBranches(ground),
  ];
}

/** Where something holds what matches only that is shown of it; else all of it. */
function sifted<One extends { readonly id: string }>(
  { matches }: Ground,
  holder: string | undefined,
  all: readonly One[],
): readonly One[] {
  if (matches === undefined) return all;
  if (holder !== undefined && !matches.holding.has(holder)) return all;
  return all.filter(({ id }) => matches.matching.has(id) || matches.holding.has(id));
}

function made(one: Made): TreeBranch {
  const { can = [], isFull = false, isOpen = false, under, sentence, ...rest } = one;
  return {
    ...rest,
    can: one.source === undefined ? can : [...can, "written"],
    sentence: sentence ?? (() => `${one.title}. ${one.words}.`),
    opens: isFull ? (isOpen ? "open" : "closed") : undefined,
    children: () => under?.() ?? [],
  };
}

function groupsUnder(ground: Ground, parent: string | undefined): readonly TreeBranch[] {
  const { plan } = ground;
  return sifted(ground, parent, plan.below.get(parent) ?? []).map((group) =>
    isGoal(plan, group) ? goalBranch(ground, group) : commonBranch(ground, group),
  );
}

/** An objective, with what is below it, supports it, measures it and threatens it. */
function goalBranch(ground: Ground, group: Group): TreeBranch {
  const { plan, matches } = ground;
  const { id, title, source, initiatives, ghosts = [] } = group;
  const beside = besideOf(plan, id);
  const isFiltered = matches !== undefined;
  return made({
    id,
    title,
    source,
    words: objectiveWords(group, isFiltered),
    sentence: () => objectiveHeard(group, plan.views.roadmap.currency),
    sign: objectiveSign(group),
    can: ["initiative-in", "kpi-in", "risk-in", "drawn"],
    isFull: plan.below.has(id) || initiatives.length + ghosts.length > 0 || isBeside(beside),
    isOpen: isFiltered ? matches.holding.has(id) : ground.isSmall,
    under: () => [
      ...groupsUnder(ground, id),
      ...workUnder(ground, id, topWork(plan, initiatives)),
      ...ghostsUnder(ground, id, ghosts),
      ...signsUnder(ground, id, beside),
    ],
    of: [group, isFiltered],
  });
}

/** What some work has in common. */
function commonBranch(ground: Ground, group: Group): TreeBranch {
  const { plan, matches } = ground;
  const { id, title, source, initiatives, ghosts = [] } = group;
  const work = topWork(plan, initiatives);
  const left = matches && sifted(ground, undefined, work).length;
  return made({
    id,
    title,
    source,
    words: commonWords(group, work, left),
    sign: groupSign(plan.by, group),
    can: plan.by === "theme" && source !== undefined ? ["initiative-in"] : [],
    isFull: work.length + ghosts.length > 0,
    isOpen: matches !== undefined || ground.isSmall,
    under: () => [...workUnder(ground, id, work), ...ghostsUnder(ground, id, ghosts)],
    of: [group, left],
  });
}

/** Work that has what it should not lack: it stands here besides. */
function gapBranch(
  ground: Ground,
  name: "unaligned" | "undated",
  title: string,
  sum: GapSum,
): readonly TreeBranch[] {
  const work = topWork(ground.plan, sum.initiatives);
  const left = sifted(ground, undefined, work);
  if (left.length === 0) return [];
  return [
    made({
      id: gapIds[name],
      title,
      words: gapWords(sum, ground.matches && left.length),
      sign: gapSigns[name],
      isFull: true,
      isOpen: true,
      under: () => left.map((one) => workBranch(ground, one)),
      of: [sum, left.length],
    }),
  ];
}

/** What measures nothing, and what threatens nothing, that is shown. */
function looseBranches(ground: Ground): readonly TreeBranch[] {
  const { kpis, risks } = ground.plan.views.alignment.loose;
  const branch = (name: "kpis" | "risks", title: string, all: StandsBeside) => {
    const signs = signsUnder(ground, undefined, all);
    return signs.length === 0
      ? []
      : made({
          id: gapIds[name],
          title,
          words: String(signs.length),
          sign: gapSigns.loose,
          isFull: true,
          isOpen: ground.matches !== undefined,
          under: () => signsUnder(ground, undefined, all),
          of: [...all.kpis, ...all.risks, signs.length],
        });
  };
  return [
    branch("kpis", "KPIs that measure nothing", { kpis, risks: [] }),
    branch("risks", "Risks that affect nothing", { kpis: [], risks }),
  ].flat();
}

function workUnder(
  ground: Ground,
  holder: string,
  work: readonly Initiative[],
): readonly TreeBranch[] {
  return sifted(ground, holder, work).map((one) => workBranch(ground, one));
}

/** An initiative, with its parts, its milestones, its KPIs and its risks. */
function workBranch(ground: Ground, one: Initiative): TreeBranch {
  const { plan, matches } = ground;
  const { id, title, source, milestones } = one;
  const parts = plan.parts.get(id) ?? [];
  const beside = besideOf(plan, id);
  return made({
    id,
    title,
    source,
    words: initiativeWords(one),
    sentence: () => initiativeHeard(one, plan.views.roadmap.currency),
    sign: initiativeSign(one),
    can: ["initiative-in", "kpi-in", "risk-in", "drawn"],
    isFull: parts.length + milestones.length > 0 || isBeside(beside),
    isOpen: matches?.holding.has(id) ?? false,
    under: () => [
      ...workUnder(ground, id, parts),
      ...(matches?.holding.has(id) ? [] : milestones.map((each) => milestoneBranch(each))),
      ...signsUnder(ground, id, beside),
    ],
    of: [one],
  });
}

function milestoneBranch(one: Initiative["milestones"][number]): TreeBranch {
  return made({
    id: one.id,
    title: one.title,
    source: one.source,
    words: milestoneWords(one),
    sentence: () => milestoneHeard(one),
    sign: milestoneSign(one),
    can: ["drawn"],
    of: [one],
  });
}

/** What belongs here too, and counts elsewhere: there one finds what lies under it. */
function ghostsUnder(
  ground: Ground,
  holder: string,
  ghosts: readonly Ghost[],
): readonly TreeBranch[] {
  const { plan } = ground;
  return sifted(ground, holder, ghosts).flatMap((ghost) => {
    const work = plan.initiatives.get(ghost.id);
    const goal = plan.groups.get(ghost.id);
    const one = work ?? goal;
    if (one === undefined) return [];
    return made({
      id: `ghost:${ghost.id}`,
      title: one.title,
      source: one.source,
      words: ghostWords(ghost.under),
      sign: work ? initiativeSign(work) : { icon: "references" },
      can: ["drawn"],
      of: [one, ghost.under],
    });
  });
}

function signsUnder(
  ground: Ground,
  holder: string | undefined,
  { kpis, risks }: StandsBeside,
): readonly TreeBranch[] {
  const { figures } = ground.plan;
  return [
    ...sifted(ground, holder, kpis).map((kpi) => {
      const known = figures.get(kpi.id);
      return made({
        id: kpi.id,
        title: kpi.title,
        source: kpi.source,
        words: kpiWords(kpi, known),
        sentence: () => kpiHeard(kpi, known),
        sign: healthSigns[kpi.health],
        can: ["drawn"],
        of: [kpi, known],
      });
    }),
    ...sifted(ground, holder, risks).map((risk) =>
      made({
        id: risk.id,
        title: risk.title,
        source: risk.source,
        words: riskWords(risk),
        sentence: () => riskHeard(risk),
        sign: riskSign(risk),
        can: ["drawn"],
        of: [risk],
      }),
    ),
  ];
}

function isBeside({ kpis, risks }: StandsBeside): boolean {
  return kpis.length + risks.length > 0;
}
