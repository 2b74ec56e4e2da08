// Every format of an export, twice and on machines that are set differently → the same bytes.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { formats } from "../../client/exports/formats.ts";
import { folderWith } from "./strategy.ts";

/** A plan with all that is sorted, dated and counted: of three projects, in pounds, in fiscal years. */
function cascade(): Readonly<Record<string, string>> {
  const root = "examples/cascade";
  const names = readdirSync(root, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => /\.(?:strategy|json|csv)$/.test(name));
  return Object.fromEntries(
    files.map((name) => [name, readFileSync(path.join(root, name), "utf8")]),
  );
}

/** In one of them it is the next day already, in the other still the one before. */
const machines = {
  west: "TZ=Pacific/Pago_Pago LANG=C LANGUAGE=en",
  east: "TZ=Pacific/Kiritimati LANG=tr_TR.UTF-8 LANGUAGE=de",
} as const;

test.each([...formats.map(({ name }) => name), "model"])("%s", (format) => {
  const folder = folderWith(cascade());
  const found = formats.find(({ name }) => name === format);
  const view = found === undefined ? "model" : found.board ? "board" : "roadmap";
  const command = `export ${view} --to ${found?.name ?? "json"} --project division --today 2026-11-23`;
  const hashes = Object.entries(machines).map(([machine, settings]) => {
    const run = folder.shell(
      `export ${settings}; unset LC_ALL; strategy ${command} --output ${machine}.out`,
    );
    expect([run.code, run.talk]).toEqual([0, ""]);
    const bytes = readFileSync(path.join(folder.path, `${machine}.out`));
    return createHash("sha256").update(bytes).digest("hex");
  });
  expect(new Set(hashes).size).toBe(1);
});
