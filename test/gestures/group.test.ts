// Work that is dragged to another theme, team, technology, owner or status → the field that says it, or a theme's block.
import { test } from "vitest";
import { check, refused } from "./done.ts";
import type { Done } from "./offered.ts";

type By = (Done & { readonly type: "group" })["by"];

const dragged = (by: By, from: string | undefined, to: string | undefined, of = "crm"): Done => ({
  type: "group",
  of,
  by,
  from,
  to,
});
const crm = (fields: string) => `
    objective goal "Goal"
    initiative other { supports: goal owner: coo teams: data technologies: lake }
    initiative crm "CRM" { supports: goal ${fields} }
    `;

test("a team is another name in the list, with what is written behind it", () => {
  check(
    crm("teams: platform 4 FTE, ops"),
    dragged("team", "teams:platform", "teams:data"),
    crm("teams: data 4 FTE, ops"),
  );
  check(
    crm("teams: platform /* half */ 4 FTE"),
    dragged("team", "teams:platform", "teams:ops"),
    crm("teams: ops /* half */ 4 FTE"),
  );
  // Where both are there already, what the one had goes with it.
  check(
    crm("teams: platform 4 FTE, data 2 FTE"),
    dragged("team", "teams:platform", "teams:data"),
    crm("teams: data 2 FTE"),
    "one way",
  );
});

test("no team is a field that goes, and one that comes", () => {
  check(crm("budget: 1M"), dragged("team", "teams:", "teams:data"), crm("teams: data budget: 1M"));
  check(
    crm("teams: platform 4 FTE budget: 1M"),
    dragged("team", "teams:platform", "teams:"),
    crm("budget: 1M"),
    "one way",
  );
  check(
    crm("technologies: erp, lake"),
    dragged("technology", "technologies:erp", "technologies:"),
    crm("technologies: lake"),
    "one way",
  );
});

test("a technology is another name in the list", () => {
  check(
    crm("technologies: erp, cloud // both\n"),
    dragged("technology", "technologies:cloud", "technologies:lake"),
    crm("technologies: erp, lake // both\n"),
  );
});

test("an owner is written, and taken away", () => {
  check(crm("owner: cio"), dragged("owner", "owner:cio", "owner:coo"), crm("owner: coo"));
  check(crm("budget: 1M"), dragged("owner", "owner:", "owner:coo"), crm("owner: coo budget: 1M"));
});

test("what would be inherited is not written, and cannot be taken away", () => {
  const owned = (own: string) => `
    objective goal "Goal" {
      owner: cio

      initiative crm "CRM" {${own}
        budget: 1M
      }
    }
    initiative other { supports: goal owner: coo }
    `;
  check(owned(""), dragged("owner", "owner:cio", "owner:coo"), owned("\n        owner: coo"));
  refused(
    owned(""),
    dragged("owner", "owner:cio", "owner:"),
    "'crm' has the owner 'cio' through what it belongs to. Give it another owner instead.",
  );
  refused(
    owned("\n owner: coo"),
    dragged("owner", "owner:coo", "owner:"),
    "through what it belongs to",
  );
});

test("a status is chosen by the group, or none", () => {
  check(
    crm("status: active"),
    dragged("status", "status:active", "status:on-hold"),
    crm("status: on-hold"),
  );
  check(
    crm("status: active"),
    dragged("status", "status:active", "status:"),
    crm("").replace("goal  }", "goal }"),
  );
});

const themed = (work: string) => `
    theme digital "Digital" {
      initiative web "Web" { supports: goal }
    }
    theme lean "Lean"
    objective goal "Goal" {
      theme: digital
    }
    objective plain "Plain"
${work}
    `;

test("a theme is named; one that it has from its objective needs no name", () => {
  const own = (fields: string) => themed(`    initiative crm "CRM" { ${fields} }`);
  check(
    own("supports: plain theme: lean // later\n"),
    dragged("theme", "themes:lean", "themes:digital"),
    own("supports: plain theme: digital // later\n"),
  );
  check(
    own("supports: goal owner: cio"),
    dragged("theme", "themes:digital", "themes:lean"),
    own("supports: goal theme: lean owner: cio"),
  );
  check(
    own("supports: plain owner: cio"),
    dragged("theme", "themes:", "themes:lean"),
    own("supports: plain theme: lean owner: cio"),
  );
  refused(
    own("supports: goal theme: lean"),
    dragged("theme", "themes:lean", "themes:"),
    "'crm' has the theme 'Digital' through what it belongs to.",
  );
});

test("work in the block of a theme moves to that of another, or to the top level", () => {
  const block = (theme: string, inside: string) => `
    theme ${theme} {
      owner: cio
${inside}    }`;
  const work = `
      // The front.
      initiative web "Web" {
        supports: plain
      }
`;
  const plain = '\n    objective plain "Plain"\n    ';
  check(
    `${block("digital", work)}${block("lean", "")}${plain}`,
    dragged("theme", "themes:digital", "themes:lean", "web"),
    `${block("digital", "")}${block("lean", work)}${plain}`,
  );
  check(
    `
    theme digital "Digital" {
      initiative web "Web" {
        theme: digital
        supports: plain
      }

      initiative next "Next"
    }
    objective plain "Plain"
    `,
    dragged("theme", "themes:digital", "themes:", "web"),
    `
    theme digital "Digital" {
      initiative next "Next"
    }

    initiative web "Web" {
      supports: plain
    }

    objective plain "Plain"
    `,
    "one way",
  );
});

test("where the picture has it for the sake of another, that is to be moved", () => {
  const programme = `
    objective goal "Goal"
    initiative all "All" {
      supports: goal
      owner: cio
      teams: ops
      status: active
      initiative one "One" { teams: dev status: planned }
    }
    initiative other { supports: goal owner: coo teams: data status: on-hold }
    `;
  const said = "'one' is part of 'all', and stands where that stands. Move 'all'.";
  refused(programme, dragged("team", "teams:ops", "teams:data", "one"), said);
  refused(programme, dragged("owner", "owner:cio", "owner:coo", "one"), said);
  refused(programme, dragged("status", "status:active", "status:on-hold", "one"), said);
  check(
    programme,
    dragged("team", "teams:dev", "teams:data", "one"),
    programme.replace("teams: dev", "teams: data"),
  );
  refused(
    crm(""),
    dragged("team", undefined, "teams:data"),
    "What supports no objective stands by itself, however work is grouped.",
  );
});

test("what is not there, or cannot be named there, is refused", () => {
  const moved = "changed meanwhile";
  refused(crm("teams: ops"), dragged("team", "teams:platform", "teams:data"), moved);
  refused(crm("teams: ops"), dragged("team", "teams:", "teams:data"), moved);
  refused(crm("owner: cio"), dragged("owner", "owner:", "owner:coo"), moved);
  refused(crm("status: active"), dragged("status", "status:", "status:planned"), moved);
  refused(themed(crm("")), dragged("theme", "themes:lean", "themes:"), moved);
  refused(
    themed("    initiative crm { supports: plain }"),
    dragged("theme", "themes:", "themes:nowhere"),
    "There is no theme 'nowhere'. Declare it first.",
  );
  refused(
    crm("owner: cio"),
    dragged("owner", "owner:cio", "owner:goal"),
    "There is no 'goal' that 'crm' could name there.",
  );
});
