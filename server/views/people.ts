// A model → its people as plain data: loads against capacity, skills, reporting lines, key roles.
import { memo } from "../cells/memo.ts";
import { isAnyReporting } from "../model/derive/reporting.ts";
import type { Model } from "../model/universe.ts";
import { isSame } from "./difference.ts";
import { headOf } from "./head.ts";
import { peopleFigures, peopleSentence } from "./people/headline.ts";
import { keyRolesOf } from "./people/key-roles.ts";
import { reportingLines } from "./people/lines.ts";
import { loadsOf } from "./people/loads.ts";
import { quarterColumns } from "./people/quarters.ts";
import type { LoadQuarter, PeopleView } from "./people/shape.ts";
import { skillsShown } from "./people/skills.ts";
import type { View } from "./view.ts";

/** Teams and roles: what is asked of them, what they can do, who reports to whom. */
export const peopleView: View<PeopleView> = {
  name: "people",
  shows: "the load of teams, skills, reporting lines and key roles",
  madeFor: ["team", "role", "skill"],
  dataOf: (model) => ({
    ...headOf(model, "people", peopleSentence(model), peopleFigures(model)),
    // Nothing in it is an amount of money.
    currency: undefined,
    quarters: quartersShown(model),
    teams: loadsOf(model),
    skills: skillsShown(model),
    lines: reportingLines(model),
    hasLines: isAnyReporting(model),
    keyRoles: keyRolesOf(model),
  }),
  placesOf: ({ skills, lines }) => [...skills, ...lines].map(({ source }) => source),
};

const quartersShown: (model: Model) => readonly LoadQuarter[] = memo(
  (model) =>
    quarterColumns(model).map(({ name, year, label, start }) => ({ name, year, label, start })),
  isSame,
);
