// Active work of which nobody has said how it is organised.
import { hasSlip, hasUnknownName, namedIn } from "../model/derive/teams.ts";
import { unknownIn, written } from "../model/entity.ts";
import { isProgrammeDoubtful, withProgrammes } from "../model/programmes.ts";
import { isOpen, statusOf } from "../model/status.ts";
import { atName, type Rule, subject } from "./rule.ts";

export const missingFramework: Rule = {
  id: "missing-framework",
  group: "Technology and execution",
  severity: "off",
  says: "an active initiative with no framework, its own, its programme's or its teams'",
  kinds: ["initiative"],
  *judge(model, initiative) {
    if (statusOf(initiative) !== "active" || !isOpen(model.universe, initiative)) return;
    const all = model.universe;
    const line = withProgrammes(all, initiative);
    if (line.some((one) => written(one, "framework")) || isProgrammeDoubtful(all, initiative))
      return;
    if (unknownIn(initiative, "teams") || hasUnknownName(all, initiative, "teams")) return;
    if (hasSlip(all, initiative, "teams")) return;
    const teams = namedIn(all, initiative, "teams");
    if (teams.some((team) => typeof team !== "string" && written(team, "framework"))) return;
    yield {
      at: atName(initiative),
      message: `${subject(initiative)} does not say how it is organised. Write its 'framework', or that of its team, such as agile.`,
    };
  },
};
