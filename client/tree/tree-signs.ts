// How something stands → its sign in the tree: its shape tells it as well as its colour.
import type { GoalRisk } from "../../server/views/alignment/shape.ts";
import type {
  Group,
  GroupBy,
  Initiative,
  InitiativeStatus,
  Milestone,
} from "../../server/views/roadmap/shape.ts";
import type { Health } from "../../server/views/shape.ts";
import type { BranchSign } from "./branch.ts";

/** A disc with a tick, one with a cross, a triangle, a dashed ring. */
export const healthSigns: Readonly<Record<Health, BranchSign>> = {
  green: { icon: "pass-filled", colour: "strategy.onTrack" },
  amber: { icon: "warning", colour: "strategy.atRisk" },
  red: { icon: "error", colour: "strategy.offTrack" },
  grey: { icon: "issue-draft", colour: "strategy.unknown" },
};

const ended = "strategy.doneEdge";

const statusSigns: Readonly<Record<InitiativeStatus, BranchSign>> = {
  proposed: { icon: "issue-draft", colour: "strategy.workEdge" },
  planned: { icon: "circle-large-outline", colour: "strategy.workEdge" },
  active: { icon: "color-mode", colour: "strategy.work" },
  "on-hold": { icon: "debug-pause", colour: ended },
  completed: { icon: "check", colour: ended },
  cancelled: { icon: "circle-slash", colour: ended },
};

/** What is wrong comes first; else where it stands, as before its title in the roadmap. */
export function initiativeSign({ health, status, progress }: Initiative): BranchSign {
  if (health === "red" || health === "amber") return healthSigns[health];
  return statusSigns[status ?? (progress === undefined ? "planned" : "active")];
}

export function objectiveSign({ health = "grey", status }: Group): BranchSign {
  switch (status) {
    case "achieved":
      return statusSigns.completed;
    case "missed":
      return { icon: "close", colour: "strategy.offTrack" };
    case "retired":
      return statusSigns.cancelled;
    default:
      return healthSigns[health];
  }
}

/** A diamond, as in the roadmap: filled once it is reached. */
export function milestoneSign({ status, overdueDays }: Milestone): BranchSign {
  if (status === "reached") return { icon: "debug-breakpoint-log" };
  const isLate = status === "missed" || overdueDays !== undefined;
  return {
    icon: "debug-breakpoint-log-unverified",
    ...(isLate && { colour: "strategy.offTrack" }),
  };
}

export function riskSign({ state }: GoalRisk): BranchSign {
  if (state === "within") return { icon: "shield" };
  return { icon: state === "occurred" ? "flame" : "shield", colour: "strategy.offTrack" };
}

const groupIcons: Readonly<Record<GroupBy, string>> = {
  objective: "target",
  theme: "layers",
  team: "organization",
  owner: "person",
  status: "circle-large-outline",
  technology: "server-environment",
};

/** The sign of what work has in common. */
export function groupSign(by: GroupBy, { id }: Group): BranchSign {
  if (id === "unclear:") return { icon: "question" };
  if (id === "closed:") return statusSigns.completed;
  const status = Object.entries(statusSigns).find(([name]) => id === `status:${name}`);
  return status?.[1] ?? { icon: groupIcons[by] };
}

export const gapSigns = {
  unaligned: { icon: "warning", colour: "strategy.atRisk" },
  undated: { icon: "calendar", colour: "strategy.atRisk" },
  loose: { icon: "circle-slash" },
} as const satisfies Readonly<Record<string, BranchSign>>;
