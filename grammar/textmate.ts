// The vocabulary → TextMate grammars: one of the language, and one of its code blocks in Markdown.
import { type Choice, type FieldEntry, kinds, type ValueType } from "./vocabulary.ts";

/** A rule of a TextMate grammar, as far as these grammars use them. */
export interface Pattern {
  readonly include?: string;
  readonly name?: string;
  readonly contentName?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly while?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly patterns?: readonly Pattern[];
}

type Captures = Readonly<Record<string, { readonly name: string }>>;

export interface Grammar {
  readonly name: string;
  readonly scopeName: string;
  readonly injectionSelector?: string;
  readonly patterns: readonly Pattern[];
  readonly repository: Readonly<Record<string, Pattern>>;
}

// Oniguruma has no XID_Start and XID_Continue of its own: these classes are their letters.
const letter = "\\p{L}\\p{Nl}_";
const inWord = `${letter}\\p{Mn}\\p{Mc}\\p{Nd}\\p{Pc}\\x{200C}\\x{200D}-`;
const word = `[${letter}][${inWord}]*`;
const starts = `(?<![${inWord}])`;
const ends = `(?![${inWord}])`;
const digits = "\\d[\\d_]*";
const date = "\\d{4}-(?:Q[1-4]|H[12]|\\d{2}(?:-\\d{2})?)";
const kindWord = oneOf(kinds.map((kind) => kind.name));
const startsField = `${word}\\s*[:{]`;
const startsDeclaration = `(?:${kindWord})\\s+${word}\\s*(?:["{]|$)`;

/** The grammar of `.strategy` files. */
export function textmate(): Grammar {
  const choices = choiceFields();
  const plain = allFields().filter((field) => !choices.has(field.name) && field.types.length > 0);
  const named = (is: ValueType["is"]) =>
    plain.filter((field) => field.types.some((type) => type.is === is)).map((field) => field.name);
  const words = ["unit", "currency", "word"] as const;
  const rest = plain
    .map((field) => field.name)
    .filter((name) => !words.flatMap(named).includes(name));
  return {
    name: "Strategy",
    scopeName: "source.strategy",
    patterns: [
      include("comment"),
      include("import"),
      include("declaration"),
      include("field"),
    ].concat(include("text"), include("punctuation")),
    repository: {
      comment: { patterns: comments() },
      import: importLine(),
      declaration: { patterns: declarations() },
      field: {
        patterns: [
          ...[...byChoices(choices)].map(([of, names]) =>
            fieldOf(names, { match: whole(of), name: "variable.other.enummember.strategy" }),
          ),
          fieldOf(named("unit"), { match: whole(word), name: "keyword.other.unit.strategy" }),
          fieldOf(named("currency"), { match: whole(word), name: "keyword.other.unit.strategy" }),
          fieldOf(named("word"), { match: whole(word), name: "string.unquoted.tag.strategy" }),
          fieldOf(rest),
          fieldBlock(),
          unknownField(),
        ],
      },
      value: { patterns: values() },
      text: { patterns: texts() },
      punctuation: {
        patterns: [
          { match: "\\{", name: "punctuation.section.block.begin.strategy" },
          { match: "\\}", name: "punctuation.section.block.end.strategy" },
          { match: ",", name: "punctuation.separator.comma.strategy" },
        ],
      },
    },
  };
}

/** The grammar that colours ```` ```strategy ```` blocks in Markdown. */
export function markdownInjection(): Grammar {
  return {
    name: "Strategy in Markdown",
    scopeName: "markdown.strategy.codeblock",
    injectionSelector: "L:text.html.markdown",
    patterns: [include("block")],
    repository: {
      block: {
        name: "markup.fenced_code.block.markdown",
        begin: "(^|\\G)(\\s*)(`{3,}|~{3,})\\s*(?i:(strategy)((?:\\s+|[:,{])[^`]*)?)$",
        beginCaptures: {
          3: { name: "punctuation.definition.markdown" },
          4: { name: "fenced_code.block.language.markdown" },
          5: { name: "fenced_code.block.language.attributes.markdown" },
        },
        end: "(^|\\G)(\\2|\\s{0,3})(\\3)\\s*$",
        endCaptures: { 3: { name: "punctuation.definition.markdown" } },
        patterns: [
          {
            begin: "(^|\\G)(\\s*)(.*)",
            while: "(^|\\G)(?!\\s*([`~]{3,})\\s*$)",
            contentName: "meta.embedded.block.strategy",
            patterns: [{ include: "source.strategy" }],
          },
        ],
      },
    },
  };
}

function comments(): readonly Pattern[] {
  return [
    {
      // A suppression; a comment that only begins with the word has no rule and colon behind it.
      match: `(//)\\s*(ignore(?:-file)?)\\s+([a-z]+(?:-[a-z]+)*(?:\\s*,\\s*[a-z-]+)*)(?:\\s+(until)\\s+(${date}|\\S+))?\\s*(?=:)(.*)$`,
      name: "comment.line.double-slash.strategy",
      captures: {
        1: { name: "punctuation.definition.comment.strategy" },
        2: { name: "storage.type.annotation.strategy" },
        3: { name: "variable.other.rule.strategy" },
        4: { name: "storage.type.annotation.strategy" },
        5: { name: "constant.numeric.date.strategy" },
      },
    },
    {
      match: "(//).*$",
      name: "comment.line.double-slash.strategy",
      captures: { 1: { name: "punctuation.definition.comment.strategy" } },
    },
    {
      begin: "/\\*",
      end: "\\*/",
      name: "comment.block.strategy",
      captures: { 0: { name: "punctuation.definition.comment.strategy" } },
    },
  ];
}

function importLine(): Pattern {
  return {
    match: `${starts}(import)\\s+(${word})\\s+(from)${ends}(?!\\s*[:{])`,
    captures: {
      1: { name: "keyword.control.import.strategy" },
      2: { name: "entity.name.namespace.strategy" },
      3: { name: "keyword.control.from.strategy" },
    },
  };
}

function declarations(): readonly Pattern[] {
  return [
    {
      match: `${starts}(${kindWord})\\s+(${word})(?!\\s*:)(?=\\s*(?:["{}]|/[/*]|$))`,
      captures: {
        1: { name: "storage.type.$1.strategy" },
        2: { name: "entity.name.type.$1.strategy" },
      },
    },
    { match: `${starts}(${kindWord})(?=\\s*["{])`, name: "storage.type.$1.strategy" },
  ];
}

/** Fields of these names up to the end of their values, which may hold `extra` before all else. */
function fieldOf(names: readonly string[], extra?: Pattern): Pattern {
  return {
    begin: `${starts}(${oneOf(names)})\\s*(:)`,
    beginCaptures: {
      1: { name: "support.type.property-name.strategy" },
      2: { name: "punctuation.separator.key-value.strategy" },
    },
    end: `$|(?=[{}])|(?=${starts}(?:${startsField}|${startsDeclaration}))`,
    patterns: [include("comment"), include("text"), ...(extra ? [extra] : []), include("value")],
  };
}

function fieldBlock(): Pattern {
  const names = allFields().filter((field) => field.block !== undefined);
  return {
    match: `${starts}(${oneOf(names.map((field) => field.name))})(?=\\s*(?:\\{|$))`,
    name: "support.type.property-name.strategy",
  };
}

function unknownField(): Pattern {
  const { beginCaptures, ...known } = fieldOf([]);
  const separator = beginCaptures?.[2] ?? { name: "" };
  return { ...known, begin: `${starts}${word}\\s*(:)`, beginCaptures: { 1: separator } };
}

/** What stands behind a colon. A comma holds the field open over the end of its line. */
function values(): readonly Pattern[] {
  const keyword = { name: "keyword.operator.word.strategy" };
  const unit = { name: "keyword.other.unit.strategy" };
  return [
    {
      begin: ",",
      beginCaptures: { 0: { name: "punctuation.separator.comma.strategy" } },
      end: "(?=\\S)(?!/[/*])",
      patterns: [include("comment")],
    },
    { match: `${starts}(after)(?=\\s+${word}(?!\\s*[:{]))`, captures: { 1: keyword } },
    { match: `${starts}(on|by|for)(?=\\s+\\d)`, captures: { 1: keyword } },
    { match: `${starts}(per)\\s+(${word})(?!\\s*[:{])`, captures: { 1: keyword, 2: unit } },
    { match: "\\.\\.", name: "keyword.operator.range.strategy" },
    { match: `${starts}${date}${ends}`, name: "constant.numeric.date.strategy" },
    {
      match: `${starts}(-?${digits}(?:\\.${digits})?)([kMB])?${ends}(?:\\s*(%)|[^\\S\\r\\n]+(?!(?:on|by|for|per)${ends}|${startsField}|${startsDeclaration})(${word}))?`,
      captures: { 1: { name: "constant.numeric.strategy" }, 2: unit, 3: unit, 4: unit },
    },
    { match: "%", ...unit },
    { match: `${starts}${word}(?:\\.${word})*`, name: "variable.other.readwrite.strategy" },
  ];
}

function texts(): readonly Pattern[] {
  const begin = { 0: { name: "punctuation.definition.string.begin.strategy" } };
  const end = { 0: { name: "punctuation.definition.string.end.strategy" } };
  const escaped = { name: "constant.character.escape.strategy" };
  // A line is Markdown's only if the text does not close on it: Markdown would swallow the quotes.
  const closes = '(?:\\\\"""|\\\\\\\\|\\\\(?!"""|\\\\)|[^\\\\"]|"(?!""))*"""';
  return [
    {
      name: "string.quoted.triple.strategy",
      begin: '"""',
      beginCaptures: begin,
      end: '"""',
      endCaptures: end,
      patterns: [
        {
          begin: `^(?!${closes})`,
          while: `^(?!${closes})`,
          contentName: "meta.embedded.block.markdown",
          patterns: [{ include: "text.html.markdown" }],
        },
        { match: '\\\\"""|\\\\\\\\', ...escaped },
      ],
    },
    {
      name: "string.quoted.double.strategy",
      begin: '"',
      beginCaptures: begin,
      end: '"|(?=\\{\\s*$)|$',
      endCaptures: end,
      patterns: [
        { match: '\\\\(?:["\\\\nt]|u\\{[0-9A-Fa-f]{1,6}\\})', ...escaped },
        { match: "\\\\.", name: "invalid.illegal.unrecognized-string-escape.strategy" },
      ],
    },
  ];
}

function allFields(): readonly FieldEntry[] {
  const own = kinds.flatMap((kind) => kind.fields);
  return [...own, ...own.flatMap((field) => field.block ?? [])];
}

/** For each field that takes a choice in some kind, the words of all of them. */
function choiceFields(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const field of allFields())
    for (const type of field.types)
      if (type.is === "choice") {
        const words = found.get(field.name) ?? new Set();
        for (const { name } of type.of satisfies readonly Choice[]) words.add(name);
        found.set(field.name, words);
      }
  return new Map([...found].map(([name, words]) => [name, [...words].toSorted()]));
}

/** The choices as one alternative, with the names of the fields that share them. */
function byChoices(fields: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [name, words] of fields) {
    const key = oneOf(words);
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  return groups;
}

/** An alternative of words; longer ones first, so that none hides another. */
function oneOf(words: readonly string[]): string {
  return [...new Set(words)].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)).join("|");
}

function whole(words: string): string {
  return `${starts}(?:${words})${ends}(?!\\.[${letter}])`;
}

function include(name: string): Pattern {
  return { include: `#${name}` };
}
