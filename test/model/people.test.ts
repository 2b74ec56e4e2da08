// Allocations, teams and roles → load per quarter, skills, reporting lines, ownership.
import { expect, test } from "vitest";
import {
  activeWorkOf,
  loadOf,
  openObjectivesOf,
  type QuarterLoad,
  undeclaredLoads,
  undeclaredOwners,
} from "../../server/model/derive/people.ts";
import { areSkillsDoubtful, learningOf, skillsOf } from "../../server/model/derive/skills.ts";
import { isReportingDoubtful, type Named, superiorOf } from "../../server/model/derive/teams.ts";
import { isOwned, ownerOf } from "../../server/model/owner.ts";
import { universeOf } from "../workspace.ts";

type Source = Parameters<typeof universeOf>[0];

test("load is in proportion to the days of the quarter that work covers", () => {
  // Q4 2026 has 92 days, Q1 2027 has 90. 16 November to 31 December are 46: 4 × 46 ÷ 92 = 2.
  // January are 31: 4 × 31 ÷ 90.
  const source = `team a { capacity: 10 FTE }
    initiative x { timeline: 2026-11-16 .. 2027-01 teams: a 4 FTE }`;
  expect(load(source)).toEqual(["2026-Q4 2/10", "2027-Q1 1.378/10"]);
});

test("full quarters are whole, and what different work asks for adds up", () => {
  const source = `team a { capacity: 10 FTE }
    initiative x { timeline: 2026-Q1 .. 2026-Q3 teams: a 4 FTE }
    initiative y { timeline: 2026-Q2 teams: b 9 FTE, a 2.5 FTE }
    initiative z { timeline: 2026-04 teams: a 3 FTE }`;
  // April are 30 of the 91 days of Q2: 4 + 2.5 + 3 × 30 ÷ 91.
  expect(load(source)).toEqual(["2026-Q1 4/10", "2026-Q2 7.489/10", "2026-Q3 4/10"]);
  const thirds = `team a { capacity: 3 FTE }
    initiative x { timeline: 2026-01 teams: a 3 FTE }
    initiative y { timeline: 2026-02 teams: a 3 FTE }
    initiative z { timeline: 2026-03 teams: a 3 FTE }`;
  // 3 × (31 + 28 + 31) ÷ 90 is 3 exactly, and so not above 3.
  const { all, entity } = universeOf(thirds);
  expect(loadOf(all, entity("a")).map(({ fte }) => fte.toFixed())).toEqual(["3"]);
});

test("only committed work counts, past quarters too", () => {
  const of = (status: string) =>
    load(`team a { capacity: 1 FTE }
      initiative x { timeline: 2025-Q1 teams: a 1 FTE ${status} }`);
  for (const status of ["", "status: planned", "status: active", "status: on-hold"])
    expect(of(status)).toEqual(["2025-Q1 1/1"]);
  for (const status of ["status: proposed", "status: completed", "status: cancelled"])
    expect(of(status)).toEqual([]);
});

test("without FTE or without dates there is no load", () => {
  expect(load("team a\n initiative x { timeline: 2026-Q1 teams: a }")).toEqual([]);
  expect(load("team a\n initiative x { teams: a 3 FTE }")).toEqual([]);
});

test("a gap between two pieces of work is a quarter without load", () => {
  const source = `team a
    initiative x { timeline: 2026-Q1 teams: a 1 FTE }
    initiative y { timeline: 2026-Q3 teams: a 2 FTE }`;
  expect(load(source)).toEqual(["2026-Q1 1", "2026-Q2 0", "2026-Q3 2"]);
});

test("an open end runs to the end of the horizon; without one the load is a minimum", () => {
  const rest = `team a
    initiative x { timeline: 2026-Q3 .. teams: a 1 FTE }
    initiative y { timeline: 2026-Q4 teams: a 1 FTE }`;
  expect(load(`strategy s { horizon: 2026 } ${rest}`)).toEqual(["2026-Q3 1", "2026-Q4 2"]);
  expect(load(rest)).toEqual(["2026-Q4 at least 1"]);
});

test("quarters are fiscal", () => {
  const source = `strategy s { fiscal-year-start: 4 }
    team a
    initiative x { timeline: 2026-04 .. 2026-09 teams: a 1 FTE }`;
  expect(load(source)).toEqual(["2027-Q1 1", "2027-Q2 1"]);
});

test("a sub-team without capacity counts for its parent, one with capacity does not", () => {
  const work = `initiative x { timeline: 2026-Q1 teams: a 1 FTE, b 2 FTE, c 4 FTE, d 8 FTE }`;
  const nested = `team a { capacity: 9 FTE team b { team c } team d { capacity: 5 FTE } } ${work}`;
  expect(load(nested)).toEqual(["2026-Q1 7/9"]);
  expect(load(nested, "b")).toEqual(["2026-Q1 6"]);
  expect(load(nested, "d")).toEqual(["2026-Q1 8/5"]);
  const reporting = `team a { capacity: 9 FTE } team b { reports-to: a } ${work}`;
  expect(load(reporting)).toEqual(["2026-Q1 3/9"]);
});

test("a faulty status, date or capacity makes the load a minimum", () => {
  const with1 = (more: string) =>
    load(`team a { team b { capacity: few } } ${more}
    initiative x { timeline: 2026-Q1 teams: a 1 FTE }`);
  expect(with1("")).toEqual(["2026-Q1 at least 1"]);
  const faulty = (fields: string) =>
    load(`team a
    initiative x { timeline: 2026-Q1 teams: a 1 FTE }
    initiative y { teams: a 1 FTE ${fields} }`);
  expect(faulty("timeline: 2026-Q1 status: dead")).toEqual(["2026-Q1 at least 1"]);
  expect(faulty("timeline: 2026-13 .. 2027")).toEqual(["2026-Q1 at least 1"]);
});

test("a team that nobody declares has load without capacity", () => {
  const { model } = universeOf("initiative x { timeline: 2026-Q1 teams: ghosts 3 FTE }");
  expect(shown(undeclaredLoads(model()).get("ghosts") ?? [])).toEqual(["2026-Q1 3"]);
});

test("work of another project counts, in the quarters of the team's own", () => {
  const source = {
    "corporate/strategy.config.json": "{}",
    "corporate/a.strategy": "strategy s { fiscal-year-start: 4 } team a { capacity: 5 FTE }",
    "division/strategy.config.json": "{}",
    "division/b.strategy": `import corporate from "../corporate"
      initiative x { timeline: 2026-Q2 teams: corporate.a 2 FTE }`,
  };
  expect(load(source)).toEqual(["2027-Q1 2/5"]);
});

test("a team has its skills, its lead's, those of its roles and of its sub-teams", () => {
  const source = `
    team a { skills: own lead: boss learning: more
      role inside { skills: nested }
      team part {
        skills: below
        role deep { skills: deeper learning: deepest }
      }
    }
    role boss { skills: leading }
    role outside { team: a skills: joined }
    role other { skills: elsewhere }
    skill own`;
  expect(names(source, skillsOf)).toBe("below deeper joined leading nested own");
  expect(names(source, learningOf)).toBe("deepest more");
});

test("a faulty name in them leaves room for doubt", () => {
  const doubt = (text: string) => {
    const { all, entity } = universeOf(text);
    return areSkillsDoubtful(all, entity("a"));
  };
  expect(doubt("team a {\n skills: x\n role r { skills: y } }")).toBe(false);
  expect(doubt("team a {\n skills: x\n role r { skills: } }")).toBe(true);
  expect(doubt("team a { lead: o }\n objective o")).toBe(true);
});

test("a role reports to whom it says, else to the lead of its team", () => {
  const source = `
    team top {
      lead: boss
      role boss { reports-to: ceo }
      role member
      team part {
        lead: head
        role head
        role worker
      }
    }
    team loose {
      lead: chief
      reports-to: boss
      role chief
    }
    team alone { role lonely }
    role named { team: top }`;
  const { all, entity } = universeOf(source);
  const to = (name: string) => nameOf(superiorOf(all, entity(name)));
  expect(to("boss")).toBe("ceo");
  expect(to("member")).toBe("boss");
  expect(to("named")).toBe("boss");
  expect(to("worker")).toBe("head");
  // A lead reports to whom its team does.
  expect(to("head")).toBe("boss");
  expect(to("chief")).toBe("boss");
  expect(to("lonely")).toBe("");
  expect(isReportingDoubtful(all, entity("lonely"))).toBe(false);
});

test("what is owned is owned by the own owner, else by that of what it stands in", () => {
  const source = `
    objective o { owner: cco
      initiative x { status: active }
      initiative y { status: active owner: cio }
      initiative z { status: planned }
    }
    initiative w { status: active owner: cio }
    initiative v { status: active owner: team-a }
    role cio
    team team-a`;
  const { all, model, entity } = universeOf(source);
  expect(ownerOf(all, entity("x"))?.name).toBe("cco");
  const owned = ["cco", "cio"].map((name) => {
    const role = model().names.get(name) ?? name;
    return `${name}: ${activeWorkOf(model(), role)
      .map((one) => one.name)
      .join(" ")}`;
  });
  expect(owned).toEqual(["cco: x", "cio: y w"]);
});

test("a programme has the load it writes, over the time of its parts, beside theirs", () => {
  const plan = (status: string) => `team a
    initiative p { teams: a 1 FTE ${status}
      initiative x { timeline: 2026-Q1 teams: a 2 FTE }
      initiative y { timeline: 2026-Q2 status: completed teams: a 4 FTE }
      initiative z { timeline: 2026-Q3 status: proposed teams: a 8 FTE }
    }`;
  // It runs with what is decided on or done, from January to June.
  expect(load(plan(""))).toEqual(["2026-Q1 3", "2026-Q2 1"]);
  // What is part of an idea is one, and of closed work closed.
  expect(load(plan("status: proposed"))).toEqual([]);
  expect(load(plan("status: completed"))).toEqual([]);
});

test("an owner has what a programme or a theme hands down", () => {
  const source = `
    theme t { owner: ceo
      objective o { kpi k }
    }
    initiative p { owner: cto status: active
      initiative x { status: active }
    }
    initiative y { part-of: x status: active }
    initiative z { theme: t status: active }
    initiative over { owner: cto status: completed initiative left { status: active } }
    kpi m { measures: z }`;
  const { all, model, entity } = universeOf(source);
  const owner = (name: string) => ownerOf(all, entity(name))?.name;
  expect(["x", "y", "z", "o", "k", "m"].map(owner)).toEqual([
    "cto",
    "cto",
    "ceo",
    "ceo",
    "ceo",
    "ceo",
  ]);
  const owned = (of: typeof activeWorkOf, owners: readonly string[]) =>
    owners.map(
      (owner) =>
        `${owner}: ${of(model(), owner)
          .map(({ name }) => name)
          .join(" ")}`,
    );
  expect([...undeclaredOwners(model())].toSorted()).toEqual(["ceo", "cto"]);
  expect(owned(activeWorkOf, ["cto", "ceo"])).toEqual(["cto: p", "ceo: z"]);
  expect(owned(openObjectivesOf, ["cto", "ceo"])).toEqual(["cto: ", "ceo: o"]);
});

test("nobody knows who owns what belongs to something that is not understood", () => {
  const owned = (text: string) => {
    const { all, entity } = universeOf(text);
    return isOwned(all, entity("x"));
  };
  expect(owned("initiative x")).toBe("no");
  expect(owned("initiative x {\n owner: }")).toBe("yes");
  expect(owned("initiative x { part-of: y }")).toBe("perhaps");
  expect(owned("initiative x { theme: y }")).toBe("perhaps");
  expect(owned("kpi x { measures: y }")).toBe("perhaps");
  expect(owned("initiative x { initative y { owner: cio } }")).toBe("no");
});

/** The load of a team, by default `a`, as `quarter fte/capacity`. */
function load(source: Source, team = "a"): readonly string[] {
  const { all, entity } = universeOf(source);
  return shown(loadOf(all, entity(team)));
}

function shown(quarters: readonly QuarterLoad[]): readonly string[] {
  return quarters.map(({ quarter, fte, capacity, atLeast }) => {
    const most = capacity === undefined ? "" : `/${capacity}`;
    return `${quarter} ${atLeast ? "at least " : ""}${fte.round(3)}${most}`;
  });
}

function nameOf(named: Named | undefined): string {
  return typeof named === "string" ? named : (named?.name ?? "");
}

function names(source: Source, of: typeof skillsOf): string {
  const { all, entity } = universeOf(source);
  return [...of(all, entity("a"))].map(nameOf).toSorted().join(" ");
}
