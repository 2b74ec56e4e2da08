// Names of roles, teams, stakeholders, skills and technologies that are declared nowhere.
import type { Kind } from "../../grammar/vocabulary.ts";
import { memo } from "../cells/memo.ts";
import { appendDeclarations, type NewDeclaration, replace, titleOf } from "../edits/edits.ts";
import type { Fix } from "../finding.ts";
import type { Ref } from "../model/entity.ts";
import {
  freeUses,
  type Meant,
  meantBy,
  type Undeclared,
  undeclared,
  undeclaredAs,
} from "../model/undeclared.ts";
import type { Model } from "../model/universe.ts";
import { article, either } from "../words/wording.ts";
import { at, type Rule } from "./rule.ts";

export const undeclaredName: Rule = {
  id: "undeclared-name",
  group: "Alignment",
  severity: "info",
  says: "a role, team, stakeholder, skill or technology that is used but not declared; a warning where it is one slip (a letter more, less, other, or two swapped; from eight letters on two) from exactly one declared name of four letters or more, and not in digits alone. Said once a name and file, at its first use",
  fix: "declare it; declare all",
  *judgeFile(model, path) {
    for (const [name, uses] of freeUses(model, path)) {
      const [first] = uses;
      if (first === undefined) continue;
      const meant = meantBy(model, name);
      const { near } = meant;
      yield {
        at: at(first.from, first.span),
        message: messageOf(meant),
        ...(near !== undefined && { severity: "warning" as const }),
        fixes: () => {
          const one = undeclaredAs(model, name);
          return one === undefined ? [] : fixesOf(model, one, uses);
        },
      };
    }
  },
};

/** The same text wherever a name is used. */
const messageOf: (meant: Meant) => string = memo(({ name, near, kinds }) =>
  near === undefined
    ? `'${name}' is declared nowhere. ${advice(kinds)}`
    : `'${name}' is declared nowhere. Did you mean '${near.name}'? ${advice(kinds)}`,
);

function advice(kinds: readonly Kind[]): string {
  const [only, ...others] = kinds;
  if (only === undefined)
    return "It stands for different things in different places: give each a name of its own.";
  return others.length === 0
    ? `Declare the ${only}, so that more can be said of it.`
    : `Declare it as ${article(either(kinds).replaceAll("'", ""))}, so that more can be said of it.`;
}

/** `uses`: those in the file in which the finding stands. */
function fixesOf(model: Model, one: Undeclared, uses: readonly Ref[]): readonly Fix[] {
  const [first] = uses;
  const { near } = one;
  if (first === undefined) return [];
  const instead: Fix[] =
    near === undefined
      ? []
      : [
          {
            title: `Change to '${near.name}'`,
            edits: () => uses.flatMap((use) => replace(use.from, use.span, near.name)),
          },
        ];
  const declare = likeliestKinds(one).map((kind) => ({
    title: `Declare the ${kind} '${one.name}'`,
    edits: () => appendDeclarations(model, first.from, [declaration(one, kind)]),
  }));
  return [...instead, ...declare, ...(near === undefined ? declareAll(model, first) : [])];
}

/** Names that are probably slips are left out: to declare them would make the slip last. */
const lacking: (model: Model) => readonly NewDeclaration[] = memo((model) =>
  undeclared(model).flatMap((one) => {
    const [kind] = one.near === undefined ? likeliestKinds(one) : [];
    return kind === undefined ? [] : [declaration(one, kind)];
  }),
);

function declareAll(model: Model, use: Ref): readonly Fix[] {
  const all = lacking(model);
  if (all.length < 2) return [];
  return [
    {
      title: `Declare all ${all.length} undeclared names`,
      edits: () => appendDeclarations(model, use.from, all),
    },
  ];
}

function declaration({ name }: Undeclared, kind: Kind): NewDeclaration {
  return { kind, name, title: titleOf(name) };
}

/** What a name can be, likeliest first: a party is a team or a stakeholder where its use says so. */
const likeliestKinds: (one: Undeclared) => readonly Kind[] = memo(({ name, kinds, uses }) => {
  const fields = new Set(uses.map((use) => use.field.name));
  const score = (kind: Kind) => {
    if (kind === "team")
      return /(?:^|[-_])(?:team|squad|crew|tribe)s?(?:$|[-_])/.test(name) ? 2 : 0;
    if (kind === "stakeholder") return fields.size === 1 && fields.has("stakeholders") ? 2 : 0;
    return 1;
  };
  return kinds.toSorted((a, b) => score(b) - score(a));
});
