// All rules, in the order of the rule table.
import { ageingTechnology } from "./ageing-technology.ts";
import { alignedToClosed } from "./aligned-to-closed.ts";
import { bareBudget } from "./bare-budget.ts";
import { behindSchedule } from "./behind-schedule.ts";
import { blockedByClosed } from "./blocked-by-closed.ts";
import { contradictoryTarget } from "./contradictory-target.ts";
import { dependencyOrder } from "./dependency-order.ts";
import { disengagedStakeholder } from "./disengaged-stakeholder.ts";
import { faultyRows } from "./faulty-rows.ts";
import { futureActual } from "./future-actual.ts";
import { hiddenCosts } from "./hidden-costs.ts";
import { incompleteKpi } from "./incomplete-kpi.ts";
import { incompleteRisk } from "./incomplete-risk.ts";
import { inconsistentStatus } from "./inconsistent-status.ts";
import { lateForObjective } from "./late-for-objective.ts";
import { milestoneOutside } from "./milestone-outside.ts";
import { missedTarget } from "./missed-target.ts";
import { missingFramework } from "./missing-framework.ts";
import { missingMentor } from "./missing-mentor.ts";
import { missingMilestone } from "./missing-milestone.ts";
import { missingOwner } from "./missing-owner.ts";
import { missingRisk } from "./missing-risk.ts";
import { missingStakeholders } from "./missing-stakeholders.ts";
import { missingSuccessor } from "./missing-successor.ts";
import { missingTitle } from "./missing-title.ts";
import { mixedCurrencies } from "./mixed-currencies.ts";
import { negativeReturn } from "./negative-return.ts";
import { noCadence } from "./no-cadence.ts";
import { notStarted } from "./not-started.ts";
import { offPlan } from "./off-plan.ts";
import { offTrackKpi } from "./off-track-kpi.ts";
import { outsideHorizon } from "./outside-horizon.ts";
import { overBudget } from "./over-budget.ts";
import { overcomplicated } from "./overcomplicated.ts";
import { overdue } from "./overdue.ts";
import { overdueReview } from "./overdue-review.ts";
import { overloadedOwner } from "./overloaded-owner.ts";
import { overloadedTeam } from "./overloaded-team.ts";
import { reactivePortfolio } from "./reactive-portfolio.ts";
import { reviewWithoutOutcome } from "./review-without-outcome.ts";
import { riskOverAppetite } from "./risk-over-appetite.ts";
import { rosyReport } from "./rosy-report.ts";
import type { Rule } from "./rule.ts";
import { scarceSkill } from "./scarce-skill.ts";
import { shadowedActual } from "./shadowed-actual.ts";
import { skillGap } from "./skill-gap.ts";
import { squeezedTimeline } from "./squeezed-timeline.ts";
import { staleKpi } from "./stale-kpi.ts";
import { technologyWithoutReturn } from "./technology-without-return.ts";
import { thinContingency } from "./thin-contingency.ts";
import { unalignedInitiative } from "./unaligned-initiative.ts";
import { unalignedObjective } from "./unaligned-objective.ts";
import { unalignedSpend } from "./unaligned-spend.ts";
import { unbudgetedInitiative } from "./unbudgeted-initiative.ts";
import { unclearReporting } from "./unclear-reporting.ts";
import { uncoordinatedTeams } from "./uncoordinated-teams.ts";
import { undatedObjective } from "./undated-objective.ts";
import { undeclaredName } from "./undeclared-name.ts";
import { unguardedKpi } from "./unguarded-kpi.ts";
import { unmeasuredObjective } from "./unmeasured-objective.ts";
import { unmitigatedRisk } from "./unmitigated-risk.ts";
import { unprovenSpend } from "./unproven-spend.ts";
import { unreportedProgress } from "./unreported-progress.ts";
import { unscheduledInitiative } from "./unscheduled-initiative.ts";
import { unsupportedObjective } from "./unsupported-objective.ts";
import { unusedDeclaration } from "./unused-declaration.ts";
import { unusedSuppression } from "./unused-suppression.ts";

export const rules: readonly Rule[] = [
  // Alignment
  unalignedInitiative,
  unalignedObjective,
  unsupportedObjective,
  alignedToClosed,
  unalignedSpend,
  undeclaredName,
  unusedDeclaration,
  // Risk
  missingRisk,
  incompleteRisk,
  unmitigatedRisk,
  riskOverAppetite,
  // Measurement
  unmeasuredObjective,
  incompleteKpi,
  contradictoryTarget,
  staleKpi,
  offTrackKpi,
  missedTarget,
  futureActual,
  faultyRows,
  shadowedActual,
  unguardedKpi,
  // Roadmap
  unscheduledInitiative,
  undatedObjective,
  missingMilestone,
  outsideHorizon,
  dependencyOrder,
  lateForObjective,
  squeezedTimeline,
  milestoneOutside,
  overdue,
  notStarted,
  behindSchedule,
  unreportedProgress,
  offPlan,
  rosyReport,
  blockedByClosed,
  inconsistentStatus,
  // Money
  unbudgetedInitiative,
  hiddenCosts,
  bareBudget,
  thinContingency,
  overBudget,
  negativeReturn,
  unprovenSpend,
  mixedCurrencies,
  // People
  missingOwner,
  missingStakeholders,
  disengagedStakeholder,
  overloadedTeam,
  overloadedOwner,
  missingSuccessor,
  missingMentor,
  unclearReporting,
  skillGap,
  scarceSkill,
  uncoordinatedTeams,
  // Simplicity and flexibility
  overcomplicated,
  noCadence,
  overdueReview,
  reviewWithoutOutcome,
  // Technology and execution
  ageingTechnology,
  technologyWithoutReturn,
  reactivePortfolio,
  missingFramework,
  // Hygiene
  missingTitle,
  unusedSuppression,
];
