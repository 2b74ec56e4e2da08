// A day and a currency → all that a new strategy can begin with.
import { blank } from "./blank.ts";
import { digitalTransformation } from "./digital-transformation.ts";
import { itDepartment } from "./it-department.ts";
import { okrQuarter } from "./okr-quarter.ts";
import { onADay, type Template } from "./on-a-day.ts";
import { productPortfolio } from "./product-portfolio.ts";

export type { Template } from "./on-a-day.ts";

/** In the order in which they are offered: who does not choose gets the first. */
export const templates: readonly Template[] = [
  itDepartment,
  okrQuarter,
  digitalTransformation,
  productPortfolio,
  blank,
];

/** The text of a template on a day, such as `2026-11-29`, in a currency such as `EUR`. */
export function textOn({ text }: Template, today: string, currency: string): string {
  return text(onADay(today, currency));
}
