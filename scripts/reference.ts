// The vocabulary → the reference page of kinds, fields and types, and the cheat sheet.
import { readyKpis } from "../grammar/snippets.ts";
import { type FieldEntry, type KindEntry, kinds, type ValueType } from "../grammar/vocabulary.ts";

const note = "<!-- Generated from the vocabulary: node scripts/generate.ts -->";

/** What each type of value looks like, for people who write one. */
const types: Readonly<Record<ValueType["is"], readonly [string, string, string]>> = {
  text: [
    "text",
    '`"Keep customers"`',
    'Between quotes on one line, with `\\"`, `\\\\`, `\\n`, `\\t` and `\\u{1F600}`; or between `"""` over several lines, as Markdown.',
  ],
  reference: [
    "name",
    "`crm`, `corporate.growth`, `crm.crm-pilot`",
    "What another declaration is called. With a dot: of an import, or a milestone of its initiative.",
  ],
  choice: ["choice", "`active`", "One of the words listed with the field."],
  number: [
    "number",
    "`12`, `-3`, `4.5`, `1_200_000`, `250k`",
    "`k` is a thousand, `M` a million, `B` a thousand million.",
  ],
  percent: ["percent", "`40%`", ""],
  quantity: ["quantity", "`12 days`, `4 FTE`, `99.95 %`", "A number and its unit, on one line."],
  money: [
    "money",
    "`1.2M`, `800k EUR`",
    "Without a currency code, in the currency of the strategy.",
  ],
  rate: ["rate", "`120k per year`", "Money per `month`, `quarter` or `year`."],
  date: [
    "date",
    "`2026-03-15`, `2026-03`, `2026-Q1`, `2026-H2`, `2026`",
    "A coarse date stands for its whole span: as a start its first day, as an end or deadline its last.",
  ],
  period: [
    "period",
    "`2026-Q1 .. 2026-Q3`, `2026-03 for 6 weeks`, `after crm for 3 months`, `2026-04 ..`",
    "Both ends belong to it. `after` starts when that work ends, and moves with it; it needs `..` or `for`.",
  ],
  dated: [
    "dated value",
    "`4.2 on 2026-01`, `2.5 by 2027-06`",
    "A figure and its date; `on` and `by` read the same.",
  ],
  unit: ["unit", '`%`, `hours`, `"req/s"`', "A word, `%`, or a text where one word is not enough."],
  word: ["word", "`cloud`", "A free word to group and filter by."],
  currency: ["currency", "`EUR`", "An ISO 4217 code."],
};

/** `docs/reference.md`: every kind with its fields, and every type of value. */
export function referencePage(): string {
  return page([
    note,
    "# Reference",
    "Everything the language knows. [The guide](language.md) explains it with examples; [the cheat sheet](cheat-sheet.md) has it on one page.",
    'Everything is `kind name "Title" { field: value }`, and nesting means alignment.',
    `Core kinds: ${links(kinds.filter((kind) => kind.core))}. Context: ${links(kinds.filter((kind) => !kind.core))}.`,
    ...kinds.flatMap(kindSection),
    "## Fields of every kind",
    fieldTable(everyKind()),
    "## Types of value",
    table(
      ["type", "looks like", ""],
      Object.values(types).map((row) => [...row]),
    ),
    "A field marked *list* takes several values with commas between them, and a comma at the end is allowed. A field marked *repeated* may be written several times. All others are written once.",
  ]);
}

/** `docs/cheat-sheet.md`: the language on one page. */
export function cheatSheet(): string {
  return page([
    note,
    "# Cheat sheet",
    '```strategy\nkind name "Title" { // a declaration: nested means aligned\n  field: value\n  list: one, two, three\n}\n```',
    table(
      ["kind", "stands in", "fields"],
      kinds.map((kind) => [
        `[\`${kind.name}\`](reference.md#${kind.name})`,
        kind.places.join(", "),
        ownFields(kind)
          .map((field) => `\`${field.name}\``)
          .join(" "),
      ]),
    ),
    `Every kind: ${everyKind()
      .map((field) => `\`${field.name}\``)
      .join(" ")}`,
    "## Choices",
    table(["field", "words"], choiceRows()),
    "## Values",
    table(
      ["type", "looks like"],
      Object.values(types).map(([name, form]) => [name, form]),
    ),
    "## Comments",
    table(
      ["write", "for"],
      [
        ["`// to the end of the line`, `/* … */`", "a comment"],
        [
          "`// ignore missing-risk: paper study only`",
          "no such finding on the declaration or field below, or on this line; the reason is needed",
        ],
        ["`// ignore missing-risk until 2027-01-31: pilot`", "the same, for a time"],
        [
          "`// ignore-file missing-risk: old plan`",
          "the same, for the file; before the first declaration",
        ],
      ],
    ),
    "## KPIs ready to use",
    table(
      ["type in the editor", "is"],
      readyKpis.map((kpi) => [`\`kpi-${kpi.name}\``, `${kpi.title}, in ${kpi.unit}. ${kpi.doc}`]),
    ),
    "## In the terminal",
    table(
      ["command", "does"],
      [
        ["`strategy init`", "begins a strategy from a template, or with `--from` from a table"],
        ["`strategy check`", "says what the editor says"],
        ["`strategy format`", "brings files into canonical form"],
        ["`strategy preview`", "shows all views in a browser"],
        ["`strategy export roadmap --to html`", "writes a view as one file for others"],
        ["`strategy explain missing-risk`", "says why a finding matters"],
      ],
    ),
  ]);
}

function kindSection(kind: KindEntry): readonly string[] {
  const places = kind.places.map((place) =>
    place === "file" ? "at the top of a file" : `in \`${place}\``,
  );
  const blocks = kind.fields.filter((field) => field.block !== undefined);
  return [
    `## ${kind.name}`,
    `${kind.doc} Stands ${places.join(", ")}.`,
    `\`\`\`strategy\n${kind.snippet}\n\`\`\``,
    fieldTable(ownFields(kind)),
    ...blocks.flatMap((field) => [`In \`${field.name} { … }\`:`, fieldTable(field.block ?? [])]),
    ...(kind.synonyms.length > 0 ? [`Also thought of as: ${kind.synonyms.join(", ")}.`] : []),
  ].filter((part) => part !== "");
}

function fieldTable(fields: readonly FieldEntry[]): string {
  if (fields.length === 0) return "";
  return table(
    ["field", "takes", ""],
    fields.map((field) => [`\`${field.name}\``, takes(field), doc(field)]),
  );
}

function doc(field: FieldEntry): string {
  const implied = field.implied?.map((kind) => `\`${kind}\``).join(" or ");
  const choices = field.types.flatMap((type) => (type.is === "choice" ? type.of : []));
  const explained = choices
    .filter((choice) => choice.doc !== undefined)
    .map((choice) => `\`${choice.name}\`: ${choice.doc}`);
  return [field.doc, implied ? `Implied where it stands in ${implied}.` : "", ...explained]
    .filter(Boolean)
    .join(" ");
}

function takes(field: FieldEntry): string {
  if (field.block !== undefined) return "a block";
  const forms = field.types.map((type) => form(type)).join(" or ");
  return forms + (field.list ? " *list*" : "") + (field.repeated ? " *repeated*" : "");
}

function form(type: ValueType): string {
  if (type.is === "choice") return type.of.map(({ name }) => `\`${name}\``).join(" ");
  if (type.is === "reference") {
    const all = type.to.length === kinds.length;
    return `${all ? "any name" : type.to.join(", ")}${type.allocation ? ", with a quantity such as `4 FTE`" : ""}`;
  }
  if (type.is === "number") return `number, ${type.min} to ${type.max}`;
  if (type.is === "quantity" && type.unit !== undefined) return `quantity in ${type.unit}`;
  return types[type.is][0];
}

function choiceRows(): readonly (readonly string[])[] {
  return kinds.flatMap((kind) =>
    ownFields(kind).flatMap((field) =>
      field.types.flatMap((type) =>
        type.is === "choice" ? [[`${kind.name} \`${field.name}\``, form(type)]] : [],
      ),
    ),
  );
}

function ownFields(kind: KindEntry): readonly FieldEntry[] {
  const shared = new Set(everyKind());
  return kind.fields.filter((field) => !shared.has(field));
}

/** The fields that all kinds share. */
function everyKind(): readonly FieldEntry[] {
  const [first, ...rest] = kinds;
  return (first?.fields ?? []).filter((field) => rest.every((kind) => kind.fields.includes(field)));
}

function links(some: readonly KindEntry[]): string {
  return some.map(({ name }) => `[\`${name}\`](#${name})`).join(", ");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function page(parts: readonly string[]): string {
  return `${parts.join("\n\n")}\n`;
}
