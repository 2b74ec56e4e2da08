// What a strategy means does not hang on its layout: formatting, order and files change no figure.
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatText } from "../../grammar/format.ts";
import { parseFile } from "../../grammar/parser.ts";
import { modelExport } from "../../server/views/model.ts";
import { universeOf } from "../workspace.ts";

const folder = "examples/it-department";
const read = (file: string) => readFileSync(`${folder}/${file}`, "utf8");
const sources = readdirSync(folder).filter((file) => file.endsWith(".strategy"));
const rest = Object.fromEntries(
  ["strategy.config.json", ...readdirSync(`${folder}/data`).map((file) => `data/${file}`)].map(
    (file) => [file, read(file)],
  ),
);

/** The top-level declarations of the example, each with the comments above it. */
const pieces = sources.flatMap((file) =>
  parseFile(read(file))
    .chunks.map((chunk) => chunk.text.trim())
    .filter((text) => text !== ""),
);

/** Every fact and figure of a strategy by kind and name, without the places where they stand. */
function facts(files: Readonly<Record<string, string>>): string {
  const { entities } = JSON.parse(JSON.stringify(modelExport(universeOf(files).model()))) as {
    entities: Record<string, unknown>[];
  };
  const shown = entities.map(({ file: _file, range: _range, ...one }) => JSON.stringify(one));
  return shown.sort().join("\n");
}

const expected = facts({
  ...rest,
  ...Object.fromEntries(sources.map((file) => [file, read(file)])),
});

test("the example has figures to compare", () => {
  expect(pieces.length).toBeGreaterThan(50);
  expect(expected).toContain('"alignedShare":0.9');
});

test("any order of declarations, in any number of files, formatted or not, gives the same figures", () => {
  const places = fc.array(fc.nat(4), { minLength: pieces.length, maxLength: pieces.length });
  const order = fc.shuffledSubarray([...pieces.keys()], { minLength: pieces.length });
  fc.assert(
    fc.property(order, places, fc.boolean(), (indexes, into, isFormatted) => {
      const files: Record<string, string> = { ...rest };
      for (const index of indexes) {
        const file = `part-${into[index]}.strategy`;
        files[file] = `${files[file] ?? ""}${pieces[index]}\n\n\n`;
      }
      for (const [file, text] of Object.entries(files)) {
        if (isFormatted && file.endsWith(".strategy")) files[file] = formatText(text);
      }
      expect(facts(files)).toBe(expected);
    }),
    { numRuns: 25 },
  );
});
