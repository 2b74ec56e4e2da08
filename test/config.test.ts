// strategy.config.json: what it sets, what is wrong in it and where, and that the rest of it holds.
import { expect, test } from "vitest";
import { configFaults, optionsOf, severityOf } from "../server/diagnosis/settings.ts";
import { type Config, readConfig } from "../server/project/config.ts";
import { rules } from "../server/rules/index.ts";
import { universeOf } from "./workspace.ts";

/** Each fault with the text that it marks: `warning "exclud": There is no setting …`. */
function faults(text: string): readonly string[] {
  const model = universeOf({ "plan.strategy": "", "strategy.config.json": text }).model();
  return configFaults(model).map(
    ({ severity, start, end, message }) => `${severity} ${text.slice(start, end)} ${message}`,
  );
}

function read(
  text: string,
): Pick<Config, "exclude" | "today"> & { rates: unknown; rules: unknown } {
  const { exclude, today, rates, rules: set } = readConfig(text);
  return {
    exclude,
    ...(today === undefined ? {} : { today }),
    rates: Object.fromEntries([...rates].map(([code, rate]) => [code, rate.toString()])),
    rules: Object.fromEntries(set),
  };
}

const nothing = { exclude: [], rates: {}, rules: {} };

/** The example of the contract. */
const example = `\uFEFF{
  // comments are fine
  "$schema": "./schema.json", /* and so */
  "exclude": ["archive/**"],
  "today": "2026-11-23",
  "rates": { "USD": 0.92 },            // one USD in the strategy's currency
  "rules": {
    "missing-risk": "error",
    "overcomplicated": ["info", { "objectives": 5 }],
    "unaligned-spend": "off",
    "no-cadence": ["hint"],
  },
}`;

test("the contract's example is read whole, with its comments", () => {
  expect(faults(example)).toEqual([]);
  expect(read(example)).toEqual({
    exclude: ["archive/**"],
    today: "2026-11-23",
    rates: { USD: "0.92" },
    rules: {
      "missing-risk": { severity: "error" },
      overcomplicated: { severity: "info", options: { objectives: 5 } },
      "unaligned-spend": { severity: "off" },
      "no-cadence": { severity: "hint" },
    },
  });
});

test("an empty file, and one of comments only, sets nothing", () => {
  for (const text of ["", " \n", "\uFEFF", "// later\n", "{}", "{ /* nothing */ }"]) {
    expect([text, faults(text), read(text)]).toEqual([text, [], nothing]);
  }
});

test("what is no object is told", () => {
  for (const text of ["[]", "null", '"off"', "5"])
    expect(faults(text)).toEqual([`error ${text} Write the settings between { and }.`]);
});

test("an unknown key is a warning, with what was probably meant", () => {
  expect(faults('{ "exclud": ["x"], "color": 1 }')).toEqual([
    `warning "exclud" There is no setting 'exclud'. Did you mean 'exclude'?`,
    expect.stringMatching(/^warning "color" There is no setting 'color'\. There are '\$schema', /),
  ]);
});

test("a text that is no JSON is told once, and the rest of it still holds", () => {
  const text = '{ "today": "2026-01-01", "rules": { "missing-risk": "off" }, "exclude": ["x" }';
  expect(faults(text)).toHaveLength(1);
  expect(read(text)).toMatchObject({ today: "2026-01-01", exclude: ["x"] });
  expect(faults('{ "today" "2026-01-01" }')).toHaveLength(1);
});

test("each faulty value is marked, and the others hold", () => {
  const text = `{
    "$schema": 1,
    "exclude": ["a", 5, "b"],
    "today": "2026-02-30",
    "rates": { "USD": "0.92", "EURO": 1, "GBP": 1.17, "JPY": 0 },
    "rules": {
      "missing-risk": "warn",
      "overcomplicated": ["info", { "objectives": "5", "kpis": 3 }],
      "unaligned-spend": [],
      "no-cadence": { "severity": "off" },
      "stale-kpi": "hint"
    }
  }`;
  expect(faults(text).map((one) => one.split(" ").slice(0, 2).join(" "))).toEqual([
    "error 1",
    "error 5",
    'error "2026-02-30"',
    'error "0.92"',
    'error "EURO"',
    "error 0",
    'error "warn"',
    'error "5"',
    "error []",
    "error {",
  ]);
  expect(read(text)).toEqual({
    exclude: ["a", "b"],
    rates: { GBP: "1.17" },
    rules: {
      "missing-risk": {},
      overcomplicated: { severity: "info", options: { kpis: 3 } },
      "unaligned-spend": {},
      "no-cadence": {},
      "stale-kpi": { severity: "hint" },
    },
  });
});

test("settings of another shape altogether", () => {
  expect(faults('{ "exclude": "x", "today": 5, "rates": [], "rules": "off" }')).toHaveLength(4);
  expect(read('{ "exclude": "x", "today": 5, "rates": [], "rules": "off" }')).toEqual(nothing);
});

test("unknown rules and options are warnings on their keys", () => {
  const text = `{ "rules": {
    "mising-risk": "error",
    "nonsense": "off",
    "unknown-name": "off",
    "overcomplicated": ["info", { "objectivs": 5 }],
    "missing-risk": ["error", { "max": 1, "fold": 90 }],
    "no-cadence": ["error", { "fold": 90 }],
    "missing-owner": ["error", { "fo1d": 90 }]
  } }`;
  expect(faults(text)).toEqual([
    `warning "mising-risk" There is no rule 'mising-risk'. Did you mean 'missing-risk'?`,
    expect.stringMatching(/^warning "nonsense" There is no rule 'nonsense'/),
    expect.stringMatching(/^warning "unknown-name" 'unknown-name' is a fault of the text/),
    `warning "objectivs" 'overcomplicated' has no option 'objectivs'. Did you mean 'objectives'?`,
    `warning "max" 'missing-risk' has no option 'max'. It has 'fold'.`,
    `warning "fold" 'no-cadence' has no option 'fold'. It has none.`,
    `warning "fo1d" 'missing-owner' has no option 'fo1d'. Did you mean 'fold'?`,
  ]);
});

test("offsets count the byte order mark, as the text does", () => {
  expect(faults('\uFEFF{ "exclud": [] }')).toEqual([expect.stringContaining('warning "exclud" ')]);
});

test("severities and options come from the configuration, else from the rule", () => {
  const { model } = universeOf({
    "plan.strategy": "",
    "strategy.config.json":
      '{ "rules": { "overcomplicated": ["error", { "kpis": 3 }], "no-cadence": "off" } }',
  });
  const rule = (id: string) => {
    const found = rules.find((one) => one.id === id);
    if (found === undefined) throw new Error(`There is no rule '${id}'.`);
    return found;
  };
  expect(severityOf(model(), rule("overcomplicated"))).toBe("error");
  expect(optionsOf(model(), rule("overcomplicated"))).toMatchObject({ objectives: 7, kpis: 3 });
  expect(severityOf(model(), rule("no-cadence"))).toBe("off");
  expect(severityOf(model(), rule("missing-framework"))).toBe("off");
  expect(severityOf(model(), rule("missing-risk"))).toBe("warning");
  expect(optionsOf(model(), rule("missing-risk"))).toEqual({ fold: 80 });
});

test("brackets in brackets, up to a depth: what stands before them still holds", () => {
  for (const deep of ["[".repeat(5000), '{ "a": '.repeat(5000), "[".repeat(99_000)]) {
    const text = `{ "today": "2026-01-01", "exclude": ${deep}`;
    expect(faults(text)).toContainEqual(
      expect.stringMatching(/^error [[{] Brackets are nested more than 50 deep here\. Take/),
    );
    expect(read(text).today).toBe("2026-01-01");
  }
  expect(faults(`{ "$schema": "${"[".repeat(5000)}" }`)).toEqual([]);
  expect(faults(`{ /* ${"[".repeat(5000)} */ }`)).toEqual([]);
});

test("brackets that close nothing hide none of those that are open", () => {
  for (const mix of ["}", "]", "}]", "]}", "{]", "[}", "[{]}", "[}{]"])
    for (const deep of ["[", "{", '{"a":[', "[}", "{]"])
      for (const text of [
        `[${mix.repeat(2_000)},${deep.repeat(20_000)}`,
        `{"a":[${mix.repeat(3_000)},${deep.repeat(20_000)}`,
      ])
        expect(faults(text).length).toBeGreaterThan(0);
});

test("a comment that is never closed is told, and what stands before it still holds", () => {
  const text = '{ "today": "2026-01-01" } /* why';
  expect(faults(text)).toEqual([
    "error /* why This is not readable as JSON here (unexpected end of comment). Mend it; what stands before it still holds.",
  ]);
  expect(read(text).today).toBe("2026-01-01");
});

test("whatever is typed so far, or is missing, is read to its end", () => {
  for (let at = 0; at < example.length; at++)
    for (const text of [
      example.slice(0, at),
      example.slice(at),
      example.replace(example[at] ?? "", ""),
    ])
      for (const ending of ["", "/*", "//", '"', "\\"]) readConfig(text + ending);
});

test("a rate that is no amount of money", () => {
  const rates = (rate: string) => [
    ...faults(`{ "rates": { "USD": ${rate} } }`),
    read(`{ "rates": { "USD": ${rate} } }`).rates,
  ];
  const what = "Write what one unit is worth in the strategy's currency, such as 0.92.";
  expect(rates("1e999")).toEqual([`error 1e999 This rate is too large to be one. ${what}`, {}]);
  expect(rates("1e300")).toEqual([`error 1e300 This rate is too large to be one. ${what}`, {}]);
  expect(rates("1e-300")).toEqual([`error 1e-300 This rate is too small to be one. ${what}`, {}]);
  const above = "A rate is a number above zero: what one unit is worth in the strategy's currency.";
  for (const rate of ["1e-999", "-1e999", "-0", "0", "-1"])
    expect(rates(rate)).toEqual([`error ${rate} ${above}`, {}]);
  for (const rate of ["NaN", "Infinity", "0x10", "1e", "--1"])
    expect(rates(rate)).toContainEqual(
      expect.stringMatching(/^error .* is not readable as JSON here/),
    );
  expect(rates("0.000001")).toEqual([{ USD: "0.000001" }]);
});

test("an option that is no number of days or things", () => {
  const option = (value: string) =>
    faults(`{ "rules": { "overcomplicated": ["info", { "kpis": ${value}, "objectives": 5 }] } }`);
  for (const value of ["1e999", "1e300", "9999999999"])
    expect(option(value)).toEqual([
      `error ${value} 'kpis' takes a number from 0 to a billion, such as 5.`,
    ]);
  for (const value of ["-1e999", "-1", "null", "[]", "{}"])
    expect(option(value)).toEqual([`error ${value} 'kpis' takes a number from 0 up, such as 5.`]);
  expect(option("NaN")[0]).toMatch(/^error /);
});

test("names that mean something to programs are names like any other", () => {
  for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty", "prototype"]) {
    expect(faults(`{ "${name}": { "today": "2026-01-01", "exclude": ["a"] } }`)).toEqual([
      expect.stringContaining(`warning "${name}" There is no setting '${name}'.`),
    ]);
    expect(read(`{ "${name}": { "today": "2026-01-01", "exclude": ["a"] } }`)).toEqual(nothing);
    expect(faults(`{ "rates": { "${name}": 1 } }`)).toEqual([
      expect.stringContaining(`error "${name}" '${name}' is no currency code.`),
    ]);
    expect(faults(`{ "rules": { "${name}": "off" } }`)).toEqual([
      expect.stringContaining(`warning "${name}" There is no rule '${name}'.`),
    ]);
    expect(faults(`{ "rules": { "missing-risk": ["info", { "${name}": 5 }] } }`)).toEqual([
      expect.stringContaining(`warning "${name}" 'missing-risk' has no option '${name}'.`),
    ]);
  }
  const spread = '{ "rules": { "missing-risk": ["info", { "__proto__": { "fold": 1 } }] } }';
  const { model } = universeOf({ "plan.strategy": "", "strategy.config.json": spread });
  const rule = rules.find((one) => one.id === "missing-risk");
  expect(rule && optionsOf(model(), rule)).toEqual({ fold: 80 });
});

test("of a key that stands twice the first counts, and the other is told", () => {
  const text = `{
    "today": "2026-01-01", "today": "2026-02-02",
    "rates": { "USD": 1, "USD": 2 },
    "rules": { "missing-risk": "off", "missing-risk": "error" }
  }`;
  expect(faults(text)).toEqual(
    ["today", "USD", "missing-risk"].map(
      (key) =>
        `error "${key}" '${key}' stands here twice. The first one counts: remove one of the two.`,
    ),
  );
  expect(read(text)).toMatchObject({
    today: "2026-01-01",
    rates: { USD: "1" },
    rules: { "missing-risk": { severity: "off" } },
  });
});

test("a text that is too long to be a configuration is not read", () => {
  const text = `{ "today": "2026-01-01", "exclude": ["${"x".repeat(200_000)}"] }`;
  expect(faults(text)).toEqual([
    "error { The configuration is not read, so nothing in it holds. It has more than 200,000 characters. Divide it, or shorten it.",
  ]);
  expect(read(text)).toEqual(nothing);
});

test("many unknown rules are told, each at its place", { timeout: 30_000 }, () => {
  const names = Array.from({ length: 4000 }, (_, index) => `"nonsense-${index}": "off"`);
  const told = faults(`{ "rules": { ${names.join(", ")} } }`);
  expect(told).toHaveLength(4000);
  expect(told[3999]).toMatch(/^warning "nonsense-3999" There is no rule 'nonsense-3999'/);
});
