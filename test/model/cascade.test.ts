// Projects that import one another, in another order or spread over other files, give the same figures.
import { globSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseFile } from "../../grammar/parser.ts";
import { modelExport } from "../../server/views/model.ts";
import { universeOf } from "../workspace.ts";

type Files = Readonly<Record<string, string>>;

function example(name: string): Files {
  const folder = new URL(`../../examples/${name}/`, import.meta.url).pathname;
  const paths = globSync("**/*.{strategy,json,csv}", { cwd: folder });
  return Object.fromEntries(paths.map((path) => [path, readFileSync(`${folder}${path}`, "utf8")]));
}

/** Everything that is exported but where it stands, by project, kind and path. */
function figures(files: Files): Readonly<Record<string, unknown>> {
  const { all } = universeOf(files);
  const found = [...all.models.values()].flatMap((model) =>
    modelExport(model).entities.map(({ file: _, range: __, ...rest }) => {
      const { kind, parent, name } = rest;
      return [`${model.project.root} ${kind} ${parent ?? ""} ${name}`, rest] as const;
    }),
  );
  return Object.fromEntries(found.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * The declarations of each folder in another order and in new files; imports go to the top of each
 * of them. `deal` gives, for each declaration, its new file and its place in it.
 */
function shuffled(files: Files, deal: () => { file: number; place: number }): Files {
  const shuffled: Record<string, string> = {};
  const folders = Map.groupBy(Object.keys(files), (path) => path.replace(/[^/]*$/, ""));
  for (const [folder, paths] of folders) {
    const cards: { file: number; place: number; text: string }[] = [];
    const imports = new Set<string>();
    for (const path of paths) {
      const text = files[path] ?? "";
      if (!path.endsWith(".strategy")) {
        shuffled[path] = text;
        continue;
      }
      for (const chunk of parseFile(text).chunks) {
        if (chunk.entries.some(({ type }) => type === "import")) imports.add(chunk.text.trim());
        else cards.push({ ...deal(), text: chunk.text });
      }
    }
    for (const [file, own] of Map.groupBy(cards, (card) => card.file)) {
      const texts = own.toSorted((a, b) => a.place - b.place).map((card) => card.text.trim());
      shuffled[`${folder}part-${file}.strategy`] = [...imports, ...texts].join("\n\n");
    }
  }
  return shuffled;
}

test("a cascade has the same figures in any order and in any files", () => {
  const files = example("cascade");
  const before = figures(files);
  expect(Object.keys(before).length).toBeGreaterThan(20);
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat(1000)), (numbers) => {
      const deal = () => ({
        file: (numbers.next().value ?? 0) % 4,
        place: numbers.next().value ?? 0,
      });
      expect(figures(shuffled(files, deal))).toEqual(before);
    }),
    { numRuns: 20 },
  );
});
