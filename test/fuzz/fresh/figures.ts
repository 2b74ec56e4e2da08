// A declaration, a project or a workspace → every figure that is derived of it, by name.
import {
  alignedShare,
  alignmentPath,
  childrenOf,
  isAligned,
  isSupportUnknown,
  levelOf,
  openWork,
  supportOf,
} from "../../../server/model/derive/alignment.ts";
import {
  initialBudget,
  initialSpan,
  overrunOf,
  slipDays,
} from "../../../server/model/derive/baseline.ts";
import { benefitOf, paybackMonthsOf, returnOf } from "../../../server/model/derive/benefit.ts";
import {
  contingencyOf,
  costBlockOf,
  costByHead,
  costByYear,
  costOf,
  costParts,
  costsNothing,
  deliveryCostOf,
  hasCost,
  ownCostOf,
} from "../../../server/model/derive/cost.ts";
import {
  currencyOf,
  isStrategyDoubtful,
  unconvertible,
} from "../../../server/model/derive/currency.ts";
import { seriesOf } from "../../../server/model/derive/data.ts";
import { frequencyOf } from "../../../server/model/derive/frequency.ts";
import {
  healthOf,
  healthReasons,
  measuredHealth,
  measuredReasons,
} from "../../../server/model/derive/health.ts";
import { kpiState } from "../../../server/model/derive/kpi.ts";
import { kpisOn } from "../../../server/model/derive/measured.ts";
import { missOf, toldMissOf } from "../../../server/model/derive/missed.ts";
import { amountOf, budgetOf, hasAmount, totalAmount } from "../../../server/model/derive/money.ts";
import { holdsUp, isCritical, slackOf, waitsFor } from "../../../server/model/derive/network.ts";
import {
  activeWorkOf,
  answererOf,
  loadOf,
  openObjectivesOf,
  undeclaredLoads,
  undeclaredOwners,
  unstatedFor,
} from "../../../server/model/derive/people.ts";
import { elapsedDays, progressOf } from "../../../server/model/derive/progress.ts";
import {
  benefitSpan,
  benefitStart,
  costSpan,
  deliverySpan,
} from "../../../server/model/derive/rates.ts";
import { unclearLines } from "../../../server/model/derive/reporting.ts";
import { appetiteOf, riskState } from "../../../server/model/derive/risk.ts";
import {
  datesOf,
  dueOf,
  horizonOf,
  milestoneDate,
  overdueDays,
} from "../../../server/model/derive/schedule.ts";
import {
  areSkillsDoubtful,
  learningOf,
  needsOf,
  skillsOf,
} from "../../../server/model/derive/skills.ts";
import { successorsOf } from "../../../server/model/derive/succession.ts";
import {
  isReportingDoubtful,
  leadOf,
  rolesIn,
  subTeams,
  superiorOf,
  teamsOf,
} from "../../../server/model/derive/teams.ts";
import { isNotStarted, lagOf } from "../../../server/model/derive/timeliness.ts";
import {
  allUnder,
  amountUnder,
  below,
  goalsAndWork,
  workUnder,
} from "../../../server/model/derive/under.ts";
import type { Entity } from "../../../server/model/entity.ts";
import { hasOwner, isOwned, ownedBy, ownerOf } from "../../../server/model/owner.ts";
import {
  allParts,
  countedParts,
  isCountDoubtful,
  isToldOfProgramme,
  partsOf,
  programmeOf,
} from "../../../server/model/programmes.ts";
import { type Relation, relations } from "../../../server/model/relations.ts";
import { allRefs, resolveRef } from "../../../server/model/resolve.ts";
import {
  closedAs,
  isCommitted,
  isOpen,
  isProposed,
  openKpisOf,
  statusOf,
} from "../../../server/model/status.ts";
import { technologyRisks, undeclaredUnder } from "../../../server/model/technologies.ts";
import { undeclared } from "../../../server/model/undeclared.ts";
import type { Model, Universe } from "../../../server/model/universe.ts";

/** A figure and its name. */
export type Figures = Readonly<Record<string, (all: Universe, entity: Entity) => unknown>>;

const ofAny: Figures = {
  names: (all, one) => allRefs(one).map((ref) => [ref, resolveRef(all, ref)]),
  dates: datesOf,
  isOwned,
  hasOwner,
  ownedBy,
  owner: ownerOf,
  status: (_all, one) => statusOf(one),
  isOpen,
  isCommitted,
};

const ofGoalsAndWork: Figures = {
  support: supportOf,
  isSupportUnknown,
  path: alignmentPath,
  progress: progressOf,
  health: healthOf,
  reasons: healthReasons,
  measuredHealth,
  measuredReasons: (all, one) => measuredReasons(all, one),
  kpis: kpisOn,
  overdue: overdueDays,
  below,
  closed: closedAs,
  isProposed,
  answerer: answererOf,
};

const ofMoney: Figures = {
  cost: costOf,
  ownCost: ownCostOf,
  parts: costParts,
  byHead: costByHead,
  byYear: costByYear,
  block: costBlockOf,
  costsNothing,
  contingency: contingencyOf,
  benefit: benefitOf,
  return: returnOf,
  payback: (all, one) => paybackMonthsOf(all, one),
  costSpan,
  benefitSpan,
  benefitStart,
};

const ofWork: Figures = {
  ...ofMoney,
  isAligned,
  firstSpan: initialSpan,
  firstBudget: (all, one) => initialBudget(all.modelOf(one), one),
  slip: slipDays,
  overrun: overrunOf,
  deliveryCost: deliveryCostOf,
  deliverySpan,
  hasCost,
  amount: amountOf,
  hasAmount,
  slack: slackOf,
  isCritical,
  waitsFor,
  holdsUp,
  elapsed: elapsedDays,
  isNotStarted,
  lag: lagOf,
  programme: programmeOf,
  isToldOfProgramme,
  partsOf,
  countedParts,
  allParts,
  isCountDoubtful,
  skills: skillsOf,
  learning: learningOf,
  areSkillsDoubtful,
  technologyRisks,
};

const ofKind: Readonly<Record<string, Figures>> = {
  objective: {
    ...ofGoalsAndWork,
    level: levelOf,
    children: childrenOf,
    amountUnder,
    workUnder,
    allUnder,
    due: dueOf,
  },
  initiative: { ...ofGoalsAndWork, ...ofWork, needs: needsOf },
  kpi: {
    state: kpiState,
    frequency: (all, one) => frequencyOf(all.modelOf(one), one),
    series: (all, one) => seriesOf(all.modelOf(one), one),
    missed: (all, one) => missOf(all.modelOf(one), one),
    toldMissed: (all, one) => toldMissOf(all.modelOf(one), one),
  },
  risk: { state: riskState, undeclaredUnder },
  milestone: { date: milestoneDate },
  team: {
    load: loadOf,
    unstated: unstatedFor,
    subTeams,
    rolesIn,
    lead: leadOf,
    skills: skillsOf,
    learning: learningOf,
  },
  role: { teamsOf, superior: superiorOf, isReportingDoubtful, successorsOf, skills: skillsOf },
  technology: ofMoney,
};

/** What is derived of one declaration. */
export function figuresOf({ sure, kind }: Entity): Figures {
  return { ...ofAny, ...(sure && kind !== undefined ? ofKind[kind] : {}) };
}

/** What is derived of a project. */
export const figuresOfProject: Readonly<Record<string, (model: Model) => unknown>> = {
  alignedShare,
  openWork,
  currency: currencyOf,
  isStrategyDoubtful,
  unconvertible,
  budget: budgetOf,
  total: totalAmount,
  horizon: horizonOf,
  undeclaredLoads,
  unclearLines,
  activeWork: (model) => owned(model, activeWorkOf),
  openObjectives: (model) => owned(model, openObjectivesOf),
  appetite: appetiteOf,
  openKpis: openKpisOf,
  undeclared,
  fiscal: (model) => model.fiscal,
  today: (model) => model.today,
  strategy: (model) => model.strategy,
  declarations: (model) => model.entities,
};

/** What is derived of a workspace. */
export const figuresOfAll: Readonly<Record<string, (all: Universe) => unknown>> = {
  goalsAndWork,
  relations: (all) =>
    Object.entries(relations(all)).map(([name, relation]: [string, Relation]) => [
      name,
      relation.edges,
      [...all.models.values()].flatMap(({ entities }) =>
        entities.map((one) => [
          relation.from(one).length,
          relation.to(one).length,
          relation.doubtful(one, "from"),
          relation.doubtful(one, "to"),
        ]),
      ),
    ]),
};

/** What each role answers for, declared or not. */
function owned(model: Model, of: typeof activeWorkOf): readonly (readonly [unknown, unknown])[] {
  const names = [...undeclaredOwners(model)].toSorted();
  return [...model.of("role"), ...names].map((role) => [role, of(model, role)]);
}
