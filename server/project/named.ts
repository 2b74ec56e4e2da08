// A file → what it names outside itself: the folders that it imports, and the tables that its KPIs read.
import type { Chunk, Entry, FileTree, Value } from "../../grammar/tree.ts";
import { kindOf } from "../../grammar/vocabulary.ts";
import { memo } from "../cells/memo.ts";

/** Paths as they are written, in source order. */
export interface Named {
  readonly imports: readonly string[];
  /** Those of CSV files. */
  readonly tables: readonly string[];
}

/** What a file names: a load must know it before there is a model that could be asked. */
export const namedIn: (tree: FileTree) => Named = memo(({ chunks }) => {
  const all = chunks.map(namedInChunk);
  return {
    imports: all.flatMap(({ imports }) => imports),
    tables: all.flatMap(({ tables }) => tables),
  };
});

/** Whether two versions of a file name the same, so that nothing else must be read for the second. */
export function namesSame(a: FileTree, b: FileTree): boolean {
  const [one, other] = [namedIn(a), namedIn(b)];
  return isSame(one.imports, other.imports) && isSame(one.tables, other.tables);
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((path, index) => path === others[index]);
}

const nothing: Named = { imports: [], tables: [] };

const namedInChunk: (chunk: Chunk) => Named = memo(({ entries }) => {
  const imports = entries.flatMap((entry) =>
    entry.type === "import" && entry.path !== undefined ? [entry.path.value] : [],
  );
  // A field outside any block may be a declaration that is half written.
  const tables = entries.flatMap((entry) =>
    entry.type === "field" ? (entry.block?.entries.flatMap(tablesIn) ?? []) : tablesIn(entry),
  );
  return imports.length + tables.length === 0 ? nothing : { imports, tables };
});

/** The CSV files that the KPIs in a declaration name; what is no kind may be a misspelt one. */
function tablesIn(entry: Entry): readonly string[] {
  if (entry.type === "import" || entry.type === "field" || entry.block === undefined) return [];
  const { entries } = entry.block;
  const inner = entries.flatMap(tablesIn);
  if (entry.type !== "declaration" || (kindOf(entry.kind.text)?.name ?? "kpi") !== "kpi")
    return inner;
  const field = entries.find((one) => one.type === "field" && one.name.text === "actuals");
  const value = field?.type === "field" ? field.values[0] : undefined;
  const text = value && textOf(value);
  return text === undefined ? inner : [text, ...inner];
}

/** The text of a value that is one, and nothing more. */
function textOf({ head, until, length, at, per, faulty }: Value): string | undefined {
  if (faulty || head?.type !== "text" || (until ?? length ?? at ?? per)) return undefined;
  return head.value;
}
