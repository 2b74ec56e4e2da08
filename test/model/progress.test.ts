// Progress of work → progress of objectives, with the arithmetic written out.
import { expect, test } from "vitest";
import { elapsedOf, progressOf } from "../../server/model/derive/progress.ts";
import { scoreOf } from "../../server/model/derive/score.ts";
import { universeOf } from "../workspace.ts";

function progress(source: string, name: string): number | undefined {
  const { all, entity } = universeOf(source);
  return progressOf(all, entity(name));
}

test("an objective's progress is the mean of its children's", () => {
  const source = `
    objective service {
      initiative data-hub { status: active progress: 82% }
      initiative crm { status: active progress: 40% }
      initiative app { status: planned }
    }
  `;
  // (82 + 40 + 0) ÷ 3
  expect(progress(source, "service")).toBeCloseTo(1.22 / 3, 15);
});

test("what is completed counts whole, what has not begun as nothing, cancelled work not at all", () => {
  const source = `
    objective cloud {
      initiative landing-zone { status: completed }
      initiative migration { status: active progress: 22% }
      initiative idea { status: proposed }
      initiative tried { status: proposed progress: 10% }
      initiative stopped { status: cancelled progress: 90% }
    }
    objective ideas { initiative dream { status: proposed } }
    objective bare { owner: cio }
  `;
  // (100 + 22 + 0 + 10) ÷ 4
  expect(progress(source, "cloud")).toBe(0.33);
  expect(progress(source, "ideas")).toBe(0);
  expect(progress(source, "bare")).toBeUndefined();
  // What it says is what it says, also where it was given up.
  expect(progress(source, "stopped")).toBe(0.9);
});

test("work says how far it is, else its parts do, else its status or its start", () => {
  const source = `
    initiative written { progress: 10%
      initiative w1 { status: completed }
    }
    initiative parts { status: active
      initiative p1 { progress: 40% }
      initiative p2 { status: completed }
      initiative p3 { status: cancelled progress: 0% }
    }
    initiative ahead { timeline: 2027 }
    initiative running { timeline: 2026 }
    initiative planned { timeline: 2026 status: planned }
    initiative held { status: on-hold }
    initiative closed { status: completed
      initiative silent { owner: cio }
    }
  `;
  const names = "written parts ahead running planned held closed silent".split(" ");
  expect(names.map((name) => progress(source, name))).toEqual([
    0.1,
    // (40 + 100) ÷ 2
    0.7,
    0,
    undefined,
    0,
    undefined,
    1,
    1,
  ]);
});

test("the mean is unknown where fewer than half are known", () => {
  const source = `
    objective half {
      initiative a { progress: 40% }
      initiative b { status: active }
      initiative gone { status: cancelled }
    }
    objective third {
      initiative c { progress: 40% }
      initiative d { status: active }
      objective empty { owner: cio }
    }
  `;
  expect(progress(source, "half")).toBe(0.4);
  expect(progress(source, "third")).toBeUndefined();
});

test("a programme counts, not its parts beside it", () => {
  const source = `
    objective service {
      initiative cloud {
        initiative network { progress: 20% supports: service }
        initiative desks { progress: 40% }
      }
      initiative crm { progress: 90% }
    }
  `;
  // ((20 + 40) ÷ 2 + 90) ÷ 2
  expect(progress(source, "service")).toBe(0.6);
});

test("elapsed are the days of a written end up to and with today", () => {
  const { all, entity } = universeOf(`
    initiative a { timeline: 2026-11-20 .. 2026-11-29 }
    initiative ahead { timeline: 2026-12 }
    initiative past { timeline: 2026-01 }
    initiative open { timeline: 2026-01 .. }
    initiative over { timeline: 2026-01 .. status: completed }
    initiative bare { owner: cio }
    initiative programme {
      initiative part { timeline: 2026-11-20 .. 2026-11-27 }
    }
  `);
  const names = "a ahead past open over bare programme".split(" ");
  // 20 to 23 November are four days, of ten and of eight.
  expect(names.map((name) => elapsedOf(all, entity(name)))).toEqual([
    0.4,
    0,
    1,
    undefined,
    undefined,
    undefined,
    0.5,
  ]);
});

test("sub-objectives count by their weight, level by level", () => {
  const source = `
    objective top {
      objective left { weight: 70% initiative a { progress: 50% } }
      objective right { weight: 30%
        initiative b { progress: 20% }
        initiative c { progress: 40% }
      }
    }
  `;
  // 0.7 × 50% + 0.3 × (20% + 40%) ÷ 2 = 35% + 9%
  expect(progress(source, "top")).toBe(0.44);
});

test("what has no weight shares what is left to 100%", () => {
  const source = `
    objective top {
      objective left { weight: 60% initiative a { progress: 50% } }
      initiative b { progress: 100% }
      initiative c { progress: 20% }
    }
  `;
  // 0.6 × 50% + 0.2 × 100% + 0.2 × 20%
  expect(progress(source, "top")).toBe(0.54);
});

test("what is not known keeps its share", () => {
  const source = `
    objective top {
      objective left { weight: 60% initiative a { progress: 50% } }
      initiative b { progress: 100% }
      initiative c { status: active }
    }
  `;
  // b and c share 40%, and c is left out: (60 × 50% + 20 × 100%) ÷ 80
  expect(progress(source, "top")).toBe(0.625);
});

test("weights that do not come to 100% count in proportion", () => {
  const source = `
    objective top {
      objective left { weight: 60% initiative a { progress: 50% } }
      objective right { weight: 20% initiative b { progress: 10% } }
      objective none { weight: 20% }
    }
  `;
  // Nothing is known of none: (60 × 50% + 20 × 10%) ÷ 80
  expect(progress(source, "top")).toBe(0.4);
});

test("retired sub-objectives do not count; an achieved one with no work does", () => {
  const source = `
    objective top {
      objective gone { status: retired initiative a { progress: 0% } }
      objective reached { status: achieved }
      objective running { initiative b { progress: 50% } }
    }
  `;
  // (100 + 50) ÷ 2
  expect(progress(source, "top")).toBe(0.75);
});

test("what is not understood makes it unknown above, and nowhere else", () => {
  const source = `
    objective top {
      objective left { initiative a { progress: 50 } }
      objective right { initiative b { progress: 20% } }
    }
    objective round { supports: about }
    objective about { supports: round }
  `;
  expect(["left", "top", "right", "round"].map((name) => progress(source, name))).toEqual([
    undefined,
    undefined,
    0.2,
    undefined,
  ]);
});

test("the score is what is gained for the effort", () => {
  const { entity } = universeOf(`
    initiative a { value: 8 urgency: 5 risk-reduction: 4 effort: 4 }
    initiative b { value: 8 effort: 5 }
    initiative c { value: 8 }
    initiative d { effort: 4 }
    initiative e { value: 8 urgency: 11 effort: 4 }
  `);
  // (8 + 5 + 4) ÷ 4, 8 ÷ 5
  expect(["a", "b", "c", "d", "e"].map((name) => scoreOf(entity(name)))).toEqual([
    4.25,
    1.6,
    undefined,
    undefined,
    undefined,
  ]);
});
