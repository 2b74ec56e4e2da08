// A status or progress that is set in a picture → the text that says it.
import { test } from "vitest";
import { check, refused } from "./done.ts";

test("a status is the word in the place of the other", () => {
  check(
    `
    initiative crm "CRM" {
      status: active // for now
      progress: 40%
    }
    `,
    { type: "status", of: "crm", was: "active", to: "on-hold" },
    `
    initiative crm "CRM" {
      status: on-hold // for now
      progress: 40%
    }
    `,
  );
});

test("a status that is not written goes where the vocabulary has it, and away again", () => {
  check(
    `
    initiative crm "CRM" {
      owner: cio
      // How far we are.
      progress: 40%
    }
    `,
    { type: "status", of: "crm", to: "active" },
    `
    initiative crm "CRM" {
      owner: cio
      status: active
      // How far we are.
      progress: 40%
    }
    `,
  );
  check(
    "initiative crm { owner: cio progress: 40% }\n",
    { type: "status", of: "crm", to: "active" },
    "initiative crm { owner: cio status: active progress: 40% }\n",
  );
});

test("a field goes with its line, and its comments stay", () => {
  check(
    `
    initiative crm "CRM" {
      owner: cio
      status: active // since May
    }
    `,
    { type: "status", of: "crm", was: "active" },
    `
    initiative crm "CRM" {
      owner: cio
      // since May
    }
    `,
    "one way",
  );
  check(
    "initiative crm { status: /* really? */ active owner: cio }\n",
    { type: "status", of: "crm", was: "active" },
    "initiative crm { /* really? */ owner: cio }\n",
    "one way",
  );
  for (const [before, after] of [
    [" { status: active }", ""],
    [" { status: active, owner: cio }", " { owner: cio }"],
    [" { owner: cio, status: active }", " { owner: cio, }"],
    [" { /* x */ status: active }", " { /* x */ }"],
    [" {\n  status: active\n}", ""],
    [" {\n  status: active\n\n  owner: cio\n}", " {\n  owner: cio\n}"],
    [" {\n  owner: cio\n\n  status: active\n}", " {\n  owner: cio\n}"],
    [" {\n  owner: cio\n\n  status: active\n\n  a: b\n}", " {\n  owner: cio\n\n  a: b\n}"],
    [" {\r\n\tstatus: active\r\n\towner: cio\r\n}", " {\r\n\towner: cio\r\n}"],
    [" {\n  owner: cio status: active\n  budget: 1M\n}", " {\n  owner: cio\n  budget: 1M\n}"],
  ] as const)
    check(
      `initiative crm${before}\n`,
      { type: "status", of: "crm", was: "active" },
      `initiative crm${after}\n`,
      "one way",
    );
});

test("each kind has its own words", () => {
  const plan = (status: string) => `
    objective growth "Grow" { status: ${status} }
    `;
  check(
    plan("active"),
    { type: "status", of: "growth", was: "active", to: "achieved" },
    plan("achieved"),
  );
  check(
    `
    initiative crm "CRM" {
      milestone pilot "Pilot" { date: 2026-07-01 }
      risk lock-in "Locked in" { impact: high }
    }
    `,
    { type: "status", of: "crm.pilot", was: "planned", to: "reached" },
    `
    initiative crm "CRM" {
      milestone pilot "Pilot" { date: 2026-07-01 status: reached }
      risk lock-in "Locked in" { impact: high }
    }
    `,
    "one way",
  );
  check(
    "risk lock-in { impact: high }\n",
    { type: "status", of: "lock-in", was: "open", to: "occurred" },
    "risk lock-in { impact: high status: occurred }\n",
    "one way",
  );
  refused("kpi nps { unit: % }", { type: "status", of: "nps", to: "active" }, "no status");
  refused(
    "risk lock-in { impact: high }",
    { type: "status", of: "lock-in", to: "completed" },
    "'lock-in' cannot be 'completed'.",
  );
});

test("a programme has a status and a progress of its own", () => {
  const programme = (own: string) => `
    initiative all "All" {${own}
      initiative one "One" { progress: 20% }
      initiative two "Two" { progress: 55% }
    }
    `;
  check(
    programme(""),
    { type: "status", of: "all", to: "active" },
    programme("\n      status: active\n"),
  );
  check(
    programme(""),
    { type: "progress", of: "all", was: 38, to: 50 },
    programme("\n      progress: 50%\n"),
    "one way",
  );
  refused(programme(""), { type: "progress", of: "all", was: 20, to: 50 }, "changed meanwhile");
});

test("progress is whole percent, whatever was written", () => {
  check(
    "initiative crm { status: active progress: 40 % }\n",
    { type: "progress", of: "crm", was: 40, to: 55 },
    "initiative crm { status: active progress: 55% }\n",
    "one way",
  );
  check(
    "initiative crm { progress: 37.5% }\n",
    { type: "progress", of: "crm", was: 38, to: 40 },
    "initiative crm { progress: 40% }\n",
    "one way",
  );
  check(
    "initiative crm {\n  status: active\n}\n",
    { type: "progress", of: "crm", to: 10 },
    "initiative crm {\n  status: active\n  progress: 10%\n}\n",
  );
  refused(
    "objective growth {}",
    { type: "progress", of: "growth", to: 10 },
    "The progress of 'growth' follows from other things.",
  );
});

test("what the picture did not show is left alone", () => {
  const moved = "The text has been changed meanwhile.";
  const crm = "initiative crm { status: active progress: 40% }";
  refused(crm, { type: "status", of: "crm", was: "planned", to: "completed" }, moved);
  refused(crm, { type: "status", of: "crm", to: "completed" }, moved);
  refused(crm, { type: "progress", of: "crm", was: 42, to: 50 }, moved);
  refused(crm, { type: "progress", of: "crm", to: 50 }, moved);
  refused("initiative crm {}", { type: "progress", of: "crm", was: 40, to: 50 }, moved);
});

test("nothing to do is said, and so is what is not understood", () => {
  const same = "Nothing would change";
  const crm = "initiative crm { status: active progress: 40% }";
  refused(crm, { type: "status", of: "crm", was: "active", to: "active" }, same);
  refused(crm, { type: "progress", of: "crm", was: 40, to: 40 }, same);
  const unclear = (field: string) => `What 'crm' says of '${field}' is not understood.`;
  refused(
    "initiative crm { status: runing }",
    { type: "status", of: "crm", to: "active" },
    unclear("status"),
  );
  refused(
    "initiative crm {\n status: active\n status: planned\n}",
    { type: "status", of: "crm", was: "active", to: "completed" },
    unclear("status"),
  );
  refused(
    "initiative crm { progress: 40 }",
    { type: "progress", of: "crm", to: 50 },
    unclear("progress"),
  );
});

test("a block before a comma stays, though it is empty", () => {
  check(
    "objective a { initiative w { status: active }, initiative v }\n",
    { type: "status", of: "w", was: "active", to: undefined },
    "objective a { initiative w {}, initiative v }\n",
    "one way",
  );
});
