// Teams, roles, stakeholders and skills → what their cards say, and who answers for anything.

import { answererOf, loadOf, type QuarterLoad } from "../../model/derive/people.ts";
import {
  leadOf,
  namedIn,
  rolesIn,
  subTeams,
  superiorOf,
  teamsOf,
} from "../../model/derive/teams.ts";
import { choiceOf, type Entity, refsOf, valueIn, written } from "../../model/entity.ts";
import { relations } from "../../model/relations.ts";
import { entityOf } from "../../model/resolve.ts";
import { isCommitted, isOpen } from "../../model/status.ts";
import type { Universe } from "../../model/universe.ts";
import { apart } from "../../words/amounts.ts";
import { isEmpty, type Markdown, md, together } from "../../words/markdown.ts";
import {
  chosen,
  type Fact,
  type Facts,
  listedInline,
  namesOf,
  namesWithHealth,
  naming,
  people,
  person,
  titled,
} from "./facts.ts";

/** Who answers for something, and who stands behind it. */
export function owners(all: Universe, entity: Entity): readonly Fact[] {
  const owner = answererOf(all, entity);
  const inherited = written(entity, "owner") ? "" : ", who owns what it stands in";
  return [
    ["Owner", owner === undefined ? "" : md`${person(all, owner)}${inherited}`],
    ["Co-owners", people(all, entity, "co-owners")],
    ["Sponsor", people(all, entity, "sponsor")],
  ];
}

export function teamFacts(all: Universe, entity: Entity): Facts {
  const lead = leadOf(all, entity);
  const capacity = valueIn(entity, "capacity", "quantity")?.value;
  const department = valueIn(entity, "department", "text")?.text;
  const framework = chosen(entity, "framework");
  return {
    says: [framework === "" ? "" : `Works with ${framework}`],
    facts: [
      ["Lead", lead === undefined ? "" : person(all, lead)],
      ["Department", department ?? ""],
      [
        "Reports to",
        listedInline(
          relations(all)
            .report.from(entity)
            .map(({ to }) => person(all, to)),
        ),
      ],
      ["Capacity", capacity === undefined ? "" : `${capacity.toFixed()} FTE`],
      ["Load", load(all, entity)],
      ["Works on", work(all, entity)],
      ["Teams in it", namesOf(all, subTeams(all, entity))],
      ["Roles", listedInline(rolesIn(all, entity).map((one) => person(all, one)))],
      ...skills(all, entity),
    ],
  };
}

/** "11 of 12 FTE in 2026-Q4, 13 in 2027-Q1 (over by 1)": this quarter and the three that follow. */
function load(all: Universe, team: Entity): string {
  const { today } = all.modelOf(team);
  const coming = loadOf(all, team).filter(({ end }) => end >= today);
  return coming.slice(0, 4).map(quarterLoad).join(", ");
}

function quarterLoad({ fte, capacity, quarter, atLeast }: QuarterLoad, index: number): string {
  const [is, has] = apart(fte, capacity ?? fte, "number");
  const of = index > 0 ? "" : capacity === undefined ? " FTE" : ` of ${has} FTE`;
  const over = capacity?.lt(fte) ? ` (${fte.minus(capacity).round(2).toFixed()} too many)` : "";
  return `${atLeast ? "at least " : ""}${is}${of} in ${quarter}${over}`;
}

/** The committed work of a team, with what it gives to each. */
function work(all: Universe, team: Entity): Markdown {
  return listedInline(
    naming(all, team, "teams")
      .filter((one) => isCommitted(all, one))
      .map((one) => {
        const fte = refsOf(one, "teams").find((ref) => entityOf(all, ref) === team)?.allocation;
        return fte === undefined
          ? titled(all, one)
          : md`${titled(all, one)} (${fte.toFixed()} FTE)`;
      }),
  );
}

export function roleFacts(all: Universe, entity: Entity): Facts {
  const holder = valueIn(entity, "holder", "text")?.text;
  const isCritical = choiceOf(entity, "critical") === "yes";
  const superior = superiorOf(all, entity);
  const successors = namedIn(all, entity, "successors").map((one) => {
    const mentors = typeof one === "string" ? "" : people(all, one, "mentored-by");
    return isEmpty(mentors) ? person(all, one) : md`${person(all, one)}, mentored by ${mentors}`;
  });
  const unnamed = isCritical && !written(entity, "successors") ? "nobody yet" : "";
  const owned = naming(all, entity, "owner").filter((one) => isOpen(all, one));
  const answers = owned.filter(({ kind }) => kind === "objective" || kind === "initiative");
  return {
    says: [
      holder === undefined ? "" : `Held by ${holder}`,
      isCritical ? "Critical: the plan suffers if it falls empty" : "",
    ],
    facts: [
      ["Team", namesOf(all, teamsOf(all, entity))],
      ["Leads", namesOf(all, naming(all, entity, "lead"))],
      ["Reports to", superior === undefined ? "" : person(all, superior)],
      [
        "Reported to by",
        listedInline(
          relations(all)
            .report.to(entity)
            .map(({ from }) => person(all, from)),
        ),
      ],
      ["Answers for", namesWithHealth(all, answers)],
      ["Successors", successors.length > 0 ? together(successors, "; ") : unnamed],
      [
        "Could take over from",
        listedInline(naming(all, entity, "successors").map((one) => person(all, one))),
      ],
      ["Mentored by", people(all, entity, "mentored-by")],
      ["Mentors", listedInline(naming(all, entity, "mentored-by").map((one) => person(all, one)))],
      ...skills(all, entity),
    ],
  };
}

function skills(all: Universe, entity: Entity): readonly Fact[] {
  return [
    ["Skills", namesOf(all, namedIn(all, entity, "skills"))],
    ["Learning", namesOf(all, namedIn(all, entity, "learning"))],
  ];
}

export function stakeholderFacts(all: Universe, entity: Entity): Facts {
  const [power, interest] = ["power", "interest"].map((field) => chosen(entity, field));
  const stake = [power && `${power} power`, interest && `${interest?.toLowerCase()} interest`];
  const heard = ["stakeholders", "sponsor", "owner"].flatMap((field) => naming(all, entity, field));
  return {
    says: [stake.filter(Boolean).join(", ")],
    facts: [
      ["Engagement", engagement(entity)],
      ["Has a say in", namesWithHealth(all, [...new Set(heard)])],
      ["Takes part in", namesOf(all, naming(all, entity, "attendees"))],
    ],
  };
}

/** "Neutral, should be supportive". */
function engagement(entity: Entity): string {
  const now = chosen(entity, "engagement");
  const desired = chosen(entity, "desired-engagement").toLowerCase();
  if (desired === "") return now;
  if (now === "") return `should be ${desired}`;
  return now.toLowerCase() === desired ? `${now}, as it should be` : `${now}, should be ${desired}`;
}

export function skillFacts(all: Universe, entity: Entity): Facts {
  const named = naming(all, entity, "skills");
  const holders = named.filter((one) => one.kind !== "initiative");
  const needed = named.filter((one) => one.kind === "initiative" && isOpen(all, one));
  const nobody = needed.length > 0 ? "nobody yet" : "";
  return {
    says: [],
    facts: [
      [
        "Present in",
        holders.length > 0 ? listedInline(holders.map((one) => person(all, one))) : nobody,
      ],
      ["Learned by", listedInline(naming(all, entity, "learning").map((one) => person(all, one)))],
      ["Needed by", namesOf(all, needed)],
    ],
  };
}
