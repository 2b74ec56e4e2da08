// Strategies → decks: what PowerPoint relies on, which repairs or refuses what other programs accept.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { escapedXml } from "../../client/exports/pptx/xml.ts";
import { exampleModel } from "../drawings/example.ts";
import { universeOf } from "../workspace.ts";
import { deckOf, slidesOf, textIn } from "./decks.ts";
import { misplacedIn } from "./order.ts";
import { allIn, named, type OpenedPackage, openedPackage } from "./package.ts";

const nasty = `
strategy nasty "Ünïcode <&> \\"戦略\\"" { horizon: 2026-Q1 .. 2028-Q4 currency: EUR budget: 10M }
objective cjk "顧客推奨度と従業員満足度の四半期ごとの平均値および目標値に対する達成率の推移" {
  level: business
  kpi share "<b>&amp; ]]> _x0041_" {
    unit: % baseline: 1.5 on 2025-12 target: 20 by 2026-12 actual: 8 on 2026-06
  }
  kpi old { baseline: 1 on 1066-10 target: 20 by 2026-12 actual: 8 on 2026-06 }
}
objective rtl "متوسط وقت الاسترداد بعد انقطاع الخدمات" { level: it supports: cjk }
initiative emoji "👩‍💻 \ud800 \u0001 \ufffe ship it" {
  supports: rtl status: active progress: 40% timeline: 2026-02 .. 2027-03 budget: 1M
}
initiative long "${"A title that never ends, and never ends ".repeat(40)}" {
  supports: rtl status: on-hold timeline: 2026-02 .. 2027-03 budget: 2M
}
`;
const models = {
  "the example": exampleModel(),
  "nasty texts": universeOf(nasty).model(),
  "an empty strategy": universeOf('strategy empty "Nothing yet" {}').model(),
};

const decks: readonly (readonly [string, OpenedPackage])[] = await Promise.all(
  Object.entries(models).map(
    async ([name, model]) => [name, openedPackage(await deckOf(model))] as const,
  ),
);
const example = decks[0]?.[1] ?? openedPackage(await deckOf(exampleModel()));

describe.each(decks)("the deck of %s", (_, deck) => {
  const parts = deck.names.filter((name) => !name.endsWith(".rels") && !name.startsWith("["));
  const xmlParts = deck.names.filter((name) => /\.(?:xml|rels)$/.test(name));

  test("names the type of each part, and no part that is missing", () => {
    const types = deck.treeOf("[Content_Types].xml").inside;
    const of = (name: string) => types.filter((type) => type.name === name);
    const overridden = of("Override").map(({ attributes }) => attributes.PartName?.slice(1) ?? "");
    expect(overridden.filter((path) => !parts.includes(path))).toEqual([]);
    expect(new Set(overridden).size).toBe(overridden.length);
    const extensions = of("Default").map(({ attributes }) => attributes.Extension ?? "");
    expect(
      extensions.filter((one) => !deck.names.some((name) => name.endsWith(`.${one}`))),
    ).toEqual([]);
    const untyped = parts.filter(
      (path) =>
        !overridden.includes(path) &&
        (path.endsWith(".xml") || !extensions.some((one) => path.endsWith(`.${one}`))),
    );
    expect(untyped).toEqual([]);
  });

  test("relates each part to parts that are there, and each of its references to one of them", () => {
    const reached = new Set<string>();
    for (const path of ["", ...parts]) {
      const relations = deck.relationsOf(path);
      expect(new Set(relations.map(({ id }) => id)).size).toBe(relations.length);
      for (const { target } of relations) reached.add(target);
      if (!path.endsWith(".xml")) continue;
      const used = [...allIn(deck.treeOf(path))].flatMap(
        ({ attributes }) => attributes["r:id"] ?? [],
      );
      const known = relations.map(({ id }) => id);
      expect([path, used.filter((id) => !known.includes(id))]).toEqual([path, []]);
    }
    expect([...reached].filter((path) => !parts.includes(path))).toEqual([]);
    expect(parts.filter((path) => !reached.has(path))).toEqual([]);
  });

  test("has files alone, the list of types first", () => {
    expect(deck.names.filter((name) => name.endsWith("/"))).toEqual([]);
    expect(deck.names[0]).toBe("[Content_Types].xml");
  });

  test("has elements in the order of the standard", () => {
    const wrong = xmlParts.flatMap((path) =>
      [...allIn(deck.treeOf(path))].flatMap(({ name, inside }) => {
        const found = misplacedIn(
          name,
          inside.map((one) => one.name),
        );
        return found === undefined ? [] : [`${path} ${found}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test("has no number that is none, and nothing smaller than nothing", () => {
    for (const path of xmlParts) {
      const values = [...allIn(deck.treeOf(path))].flatMap(({ name, attributes }) =>
        Object.entries(attributes).map(([key, value]) => [`${name} ${key}`, value] as const),
      );
      const wrong = values.filter(
        ([key, value]) =>
          (!/ (?:name|descr)$/.test(key) && /NaN|undefined|Infinity|null/.test(value)) ||
          (/(?:a:off|a:ext|a:chOff|a:chExt|a:pt) (?:x|y|cx|cy)$/.test(key) &&
            !/^-?\d+$/.test(value)) ||
          (/ (?:cx|cy|w|h|sz)$/.test(key) && key !== "p:ph sz" && Number(value) < 0),
      );
      expect([path, wrong]).toEqual([path, []]);
    }
  });

  test("gives each piece of a slide an id and a name of its own, and each shape its text", () => {
    const sheets = parts.filter((path) =>
      /^ppt\/(?:slides|slideMasters|slideLayouts|notes)/.test(path),
    );
    for (const path of sheets) {
      const tree = deck.treeOf(path);
      const pieces = named(tree, "p:cNvPr").map(({ attributes }) => attributes);
      const ids = pieces.map(({ id }) => Number(id));
      expect([path, Math.min(...ids), new Set(ids).size]).toEqual([path, 1, ids.length]);
      expect(new Set(pieces.map(({ name }) => name)).size).toBe(pieces.length);
      const mute = named(tree, "p:sp").filter(
        (shape) =>
          named(shape, "p:ph")[0]?.attributes.type !== "sldImg" &&
          named(shape, "p:txBody").length !== 1,
      );
      expect([path, mute]).toEqual([path, []]);
    }
  });

  test("uses forms, hatches, dashes and points that there are", () => {
    const known: Readonly<Record<string, RegExp>> = {
      "a:prstGeom": /^(?:ellipse|line|rect|roundRect)$/,
      "a:pattFill": /^wdUpDiag$/,
      "a:prstDash": /^(?:solid|dot|sysDot|dash|sysDash)$/,
      "c:symbol": /^(?:none|circle|x)$/,
    };
    const wrong = xmlParts.flatMap((path) =>
      [...allIn(deck.treeOf(path))].filter(
        ({ name, attributes: { prst, val } }) => known[name]?.test(prst ?? val ?? "") === false,
      ),
    );
    expect(wrong).toEqual([]);
  });

  test("counts ids of the master and its layouts together, and those of slides from 256", () => {
    const idsOf = (path: string, name: string) =>
      named(deck.treeOf(path), name).map(({ attributes }) => Number(attributes.id));
    const presentation = "ppt/presentation.xml";
    const masters = [
      ...idsOf(presentation, "p:sldMasterId"),
      ...idsOf("ppt/slideMasters/slideMaster1.xml", "p:sldLayoutId"),
    ];
    expect([Math.min(...masters) >= 2 ** 31, new Set(masters).size]).toEqual([
      true,
      masters.length,
    ]);
    const slides = idsOf(presentation, "p:sldId");
    expect(slides).toEqual(slides.map((_, index) => 256 + index));
    expect(idsOf(presentation, "p14:sldId")).toEqual(slides);
  });

  test("has a title on each slide, under its own name in the outline, and says it in the notes", () => {
    const slides = slidesOf(deck);
    expect(new Set(slides.map(({ title }) => title)).size).toBe(slides.length);
    for (const { title, notes } of slides)
      expect([title, / \(\d+ of \d+\)$/.test(title) || notes.startsWith(title)]).toEqual([
        title,
        true,
      ]);
  });
});

test("the same views are the same bytes, in any zone of time", async () => {
  const model = exampleModel();
  const [first, zone] = [await deckOf(model), process.env.TZ];
  process.env.TZ = "Pacific/Auckland";
  const second = await deckOf(model);
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  expect(Buffer.compare(first, second)).toBe(0);
});

test("texts of others stay texts", async () => {
  const [, deck] = decks[1] ?? ["", example];
  const shown = slidesOf(deck)
    .map(({ tree }) => textIn(tree))
    .join("\n");
  for (const text of ["<b>&amp; ]]> _x0041_", "👩‍💻 \\u{d800} \\u{1} \ufffd ship it"])
    expect(shown).toContain(text);
  expect(deck.textOf("docProps/core.xml")).toContain("Ünïcode &lt;&amp;&gt;");
  expect(escapedXml('\ud800 \u0001 "]]>"')).toBe("\ufffd \ufffd &quot;]]&gt;&quot;");
});

test("a bar is moved with its progress, its milestones and its words", () => {
  const [roadmap] = slidesOf(example);
  const bar = named(roadmap?.tree ?? { name: "", attributes: {}, inside: [], text: "" }, "p:grpSp")
    .filter((group) => textIn(group).includes("82%"))
    .at(0);
  expect(bar?.inside[0]?.inside[0]?.attributes).toMatchObject({
    name: expect.stringMatching(/^One customer data hub/),
    descr: expect.stringContaining("Active, 82% done"),
  });
  expect(textIn(bar)).toBe("82%\nFirst feeds\nAll brands");
});

test("each measured KPI has a chart, whose data is in the workbook behind it", () => {
  const charts = example.names.filter((name) => name.startsWith("ppt/charts/chart"));
  expect(charts.length).toBe(17);
  const [first = ""] = charts;
  const tree = example.treeOf(first);
  const [table] = example.relationsOf(first);
  const sheet = openedPackage(example.bytesOf(table?.target ?? "")).treeOf(
    "xl/worksheets/sheet1.xml",
  );
  const cell = (place: string) =>
    named(sheet, "c").find(({ attributes }) => attributes.r === place);
  const measured = named(tree, "c:ser").find((one) => named(one, "c:v")[0]?.text === "Measured");
  const [values] = measured ? named(measured, "c:val") : [];
  const [, column, last] =
    /\$([A-Z])\$2:\$[A-Z]\$(\d+)$/.exec(named(values ?? tree, "c:f")[0]?.text ?? "") ?? [];
  expect(textOfCell(cell(`${column}1`))).toBe("Measured");
  const points = named(values ?? tree, "c:pt");
  expect(points.length).toBeGreaterThan(3);
  for (const { attributes, inside } of points)
    expect(textOfCell(cell(`${column}${Number(attributes.idx) + 2}`))).toBe(inside[0]?.text);
  expect(textOfCell(cell(`A${last}`))).not.toBe("");
});

test("a figure of 1066 has no chart, since sheets know no such day", () => {
  const [, deck] = decks[1] ?? ["", example];
  expect(deck.names.filter((name) => name.startsWith("ppt/charts/chart"))).toHaveLength(1);
});

test.skipIf(!hasOffice())(
  "LibreOffice opens it, a page a slide",
  { timeout: 300_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "deck-"));
    try {
      writeFileSync(join(folder, "deck.pptx"), await deckOf(models["nasty texts"]));
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      const to = ["--headless", "--convert-to", "pdf", "--outdir", folder];
      execFileSync("soffice", [profile, ...to, join(folder, "deck.pptx")], { stdio: "ignore" });
      const pages = readFileSync(join(folder, "deck.pdf"), "latin1").match(/\/Type\s*\/Page\b/g);
      expect(pages).toHaveLength(slidesOf(decks[1]?.[1] ?? example).length);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

function textOfCell(cell: ReturnType<typeof named>[number] | undefined): string | undefined {
  return cell && [...allIn(cell)].map(({ text }) => text).join("");
}

function hasOffice(): boolean {
  try {
    execFileSync("soffice", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
