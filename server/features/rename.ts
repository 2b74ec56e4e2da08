// A name at a place and a new one → the edits that change it everywhere, or why it cannot be.
import type { Span } from "../../grammar/tree.ts";
import { nfc } from "../../grammar/values.ts";
import type { Query } from "../cursor/spot.ts";
import { nameOf, type Referent, symbolAt, type Use, usesOf } from "../cursor/symbol.ts";
import { locate } from "../diagnosis/diagnostic.ts";
import type { Refusal } from "../edits/refusal.ts";
import { allRefs, resolveRef } from "../model/resolve.ts";
import type { Model } from "../model/universe.ts";
import { article } from "../words/wording.ts";
import type { TextChange } from "./feature.ts";

export interface Renaming {
  readonly edits: readonly TextChange[];
}

export interface Renamable {
  /** The name at the cursor, in offsets of the file. */
  readonly span: Span;
  readonly name: string;
}

/** The name at a place that can be changed. */
export function prepareRename(query: Query): Renamable | Refusal | undefined {
  const symbol = symbolAt(query);
  if (symbol === undefined) return undefined;
  const outside = outsideOf(symbol.named);
  if (outside !== undefined) return outside;
  const { start, end } = locate(query.model, { chunk: symbol.chunk, span: symbol.word });
  return { span: { start, end }, name: symbol.word.text };
}

/** Changes a name where it is declared and everywhere it is used, in all files and projects. */
export function rename(query: Query, wanted: string): Renaming | Refusal {
  const symbol = symbolAt(query);
  if (symbol === undefined)
    return { refused: "Nothing here has a name to change. Put the cursor on a name." };
  const { named } = symbol;
  const name = wanted.trim();
  const refusal = outsideOf(named) ?? malformed(name) ?? taken(named, name);
  if (refusal !== undefined) return refusal;
  const uses = usesOf(named);
  // A second declaration of a name has no uses of its own: only what stands there changes.
  const places: readonly Use[] =
    uses.length > 0 ? uses : [{ model: query.model, chunk: symbol.chunk, word: symbol.word }];
  return {
    edits: places.map((use) => ({
      ...locate(use.model, { chunk: use.chunk, span: use.word }),
      text: name,
    })),
  };
}

function outsideOf(named: Referent): Refusal | undefined {
  if (named.model.project.inWorkspace) return undefined;
  return {
    refused: `'${nameOf(named)}' belongs to a project outside this workspace. Open the folder of that project to rename it there.`,
  };
}

function malformed(name: string): Refusal | undefined {
  if (/^[\p{XIDS}_](?:[\p{XIDC}\u200C\u200D]|-)*$/u.test(name)) return undefined;
  if (name === "") return { refused: "Write the new name." };
  const hyphened = name.replace(/[^\p{XIDC}]+/gu, "-").replace(/^-+|-+$/g, "");
  const better = /^\p{XIDS}/u.test(hyphened) ? hyphened : `_${hyphened}`;
  const such = /\p{XIDC}/u.test(better.slice(1) || better) ? `, such as '${better}'` : "";
  return {
    refused: `'${name}' cannot be a name. A name begins with a letter or _ and goes on with letters, digits, - and _${such}.`,
  };
}

function taken(named: Referent, wanted: string): Refusal | undefined {
  const name = nfc(wanted);
  if (name === nfc(nameOf(named))) return undefined;
  if (named.is === "entity" && named.entity.kind === "milestone") {
    const initiative = named.entity.parent;
    const twin = initiative?.children.some((one) => one.kind === "milestone" && one.name === name);
    return twin === true
      ? {
          refused: `'${initiative?.name}' has a milestone '${name}' already. Choose another name.`,
        }
      : undefined;
  }
  const { model } = named;
  const other = model.names.get(name);
  if (other !== undefined) {
    const kind = other.kind ?? "declaration";
    return { refused: `'${name}' is the name of ${article(kind)} already. Choose another name.` };
  }
  for (const [path, aliases] of model.aliases) {
    // Each file imports for itself: the same alias in another file is no clash.
    if (aliases.has(name) && (named.is !== "alias" || named.file.path === path))
      return { refused: `'${name}' is the name of an import already. Choose another name.` };
  }
  const user = usedFreely(model, name);
  return user === undefined
    ? undefined
    : { refused: `'${name}' is used already, for ${user}. Choose another name.` };
}

/** What an undeclared name of the project stands for, if it is one. */
function usedFreely(model: Model, name: string): string | undefined {
  for (const entity of model.entities) {
    for (const ref of allRefs(entity)) {
      if (ref.name !== name || resolveRef(model.universe, ref).is === "entity") continue;
      return `the ${ref.field.name} of '${entity.name}'`;
    }
  }
  return undefined;
}
