// The choices whose words need a few more of explanation: how things stand, how likely they are.
import { choice, scale } from "./fields.ts";

export const objectiveStatus = choice(
  ["proposed", "An idea that is not decided yet."],
  ["active", "Being worked towards."],
  ["achieved", "Reached."],
  ["missed", "Its time has passed without it."],
  ["retired", "No longer wanted."],
);

export const workStatus = choice(
  ["proposed", "An idea that is not decided yet; most rules leave it in peace."],
  ["planned", "Decided, but not begun."],
  ["active", "Under way."],
  ["on-hold", "Begun or decided, and waiting."],
  ["completed", "Done."],
  ["cancelled", "Given up."],
);

export const riskStatus = choice(
  ["open", "It may still happen."],
  ["closed", "It can no longer happen."],
  ["occurred", "It has happened."],
);

export const milestoneStatus = choice(
  ["planned", "It lies ahead."],
  ["reached", "It has been reached."],
  ["missed", "Its day has passed without it."],
);

export const direction = choice(
  ["increase", "Higher is better."],
  ["decrease", "Lower is better."],
  ["maintain", "It should stay where it is."],
);

export const likelihood = scale(
  ["very-low", "About 10%."],
  ["low", "About 30%."],
  ["medium", "About 50%."],
  ["high", "About 70%."],
  ["very-high", "About 90%."],
);

export const engagement = choice(
  ["unaware", "Does not know of the plan."],
  ["resistant", "Is against it."],
  ["neutral", "Is neither for nor against it."],
  ["supportive", "Is for it."],
  ["leading", "Drives it."],
);
