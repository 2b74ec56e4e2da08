// The page of threats → every line names a test, and that test is there.
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Line {
  readonly threat: string;
  readonly tests: readonly { readonly file: string; readonly title: string }[];
}

/** The rows of the tables: what could go wrong, what holds, and `file`: title, one a line. */
function lines(page: string): readonly Line[] {
  const rows = [...page.matchAll(/^\| (.*?) \| (.*?) \| (.*?) \|$/gm)];
  return rows
    .filter(([, threat = ""]) => !/^(?:what could go wrong|---)/.test(threat))
    .map(([, threat = "", , tests = ""]) => ({
      threat,
      tests: tests.split("<br>").map((one) => {
        const [, file = "", title = ""] = /^`(.*?)`: (.*)$/.exec(one.trim()) ?? [];
        return { file, title };
      }),
    }));
}

test("every threat has a test that holds it", () => {
  const all = lines(readFileSync("docs/threats.md", "utf8"));
  expect(all.length).toBeGreaterThan(30);
  const missing = all.flatMap(({ threat, tests }) =>
    tests.filter(({ file, title }) => !holds(file, title)).map((one) => ({ threat, ...one })),
  );
  expect(missing).toEqual([]);
});

/** Whether a file has a test of a title; `…` stands for what a table of tests fills in. */
function holds(file: string, title: string): boolean {
  if (title === "" || !existsSync(file)) return false;
  const parts = title.split("…").map((one) => one.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`["\`']${parts.join(".*")}["\`']`).test(readFileSync(file, "utf8"));
}
