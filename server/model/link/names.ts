// Declarations and imports of a project → names that are taken twice, and a second strategy.

import type { Chunk } from "../../../grammar/tree.ts";
import { nfc } from "../../../grammar/values.ts";
import { indexed } from "../../cells/indexed.ts";
import { memo } from "../../cells/memo.ts";
import type { Finding } from "../../finding.ts";
import { resolveFrom } from "../../project/project.ts";
import type { Entity } from "../entity.ts";
import { nameSpan } from "../entity.ts";
import { outline } from "../outline.ts";
import { isLocalName, type Model } from "../universe.ts";

interface Claim {
  readonly name: string;
  readonly at: Finding["at"];
  readonly entity?: Entity;
  /** Of an import: its file, and the folder that it names. */
  readonly imported?: { readonly path: string; readonly from: string };
}

/** Every place but the first, by path and position, at which a name of the project is declared. */
export function* duplicateNames(model: Model): Iterable<Finding> {
  for (const chunk of model.chunks()) {
    for (const claim of claimsIn(model, chunk)) {
      if (isAlone(model, claim)) continue;
      const [known] = claims(model).get(claim.name);
      if (known === undefined || known.at.span === claim.at.span) continue;
      if (claim.imported === undefined || known.imported === undefined) {
        yield taken(claim.name, claim.at, known.at);
      } else if (claim.imported.path === known.imported.path) {
        yield taken(claim.name, claim.at, known.at);
      } else if (claim.imported.from !== known.imported.from) {
        // Each file imports for itself, so the same name for the same project is no second declaration.
        const message = `In another file of this project '${claim.name}' stands for another project. Choose another name.`;
        yield { ...taken(claim.name, claim.at, known.at), message };
      }
    }
  }
}

/** Whether the names of a project say already that none is taken before: so it is of most. */
function isAlone(model: Model, { name, entity }: Claim): boolean {
  return entity !== undefined && model.names.get(name) === entity && !importNames(model).has(name);
}

const importNames: (model: Model) => ReadonlySet<string> = memo(
  (model) => new Set([...model.aliases.values()].flatMap((file) => [...file.keys()])),
  (a, b) => a.size === b.size && [...a].every((name) => b.has(name)),
);

const claims = indexed<Model, string, Claim>(function* (model, chunk) {
  for (const claim of claimsIn(model, chunk)) yield [claim.name, claim];
});

/** All names that a chunk gives its project. */
function* claimsIn(model: Model, chunk: Chunk): Iterable<Claim> {
  const { entities, imports } = outline(chunk);
  for (const { name, path } of imports) {
    if (name === undefined) continue;
    const file = model.pathOf(chunk) ?? "";
    const from = path === undefined ? "" : resolveFrom(model.project, { path: file }, path.value);
    yield { name: nfc(name.text), at: { chunk, span: name }, imported: { path: file, from } };
  }
  for (const entity of entities) {
    if (entity.name === "" || isLocalName(entity)) continue;
    yield { name: entity.name, at: { chunk, span: nameSpan(entity) }, entity };
  }
}

function taken(name: string, at: Finding["at"], first: Finding["at"]): Finding {
  return {
    code: "duplicate-name",
    at,
    message: `The name '${name}' is already taken in this project. Choose another one.`,
    related: [{ at: first, message: `'${name}' is first declared here.` }],
  };
}

/** Milestones whose name their initiative uses already. */
export function* duplicateMilestones(model: Model): Iterable<Finding> {
  for (const chunk of model.chunks()) yield* doubledIn(chunk);
}

function doubledIn(chunk: Chunk): readonly Finding[] {
  const found: Finding[] = [];
  for (const initiative of outline(chunk).entities) {
    if (initiative.children.length < 2) continue;
    const first = new Map<string, Entity>();
    for (const child of initiative.children) {
      if (child.kind !== "milestone" || child.name === "") continue;
      const known = first.get(child.name);
      if (known === undefined) {
        first.set(child.name, child);
        continue;
      }
      found.push({
        code: "duplicate-name",
        at: { chunk: child.chunk, span: nameSpan(child) },
        message: `'${initiative.name}' already has a milestone '${child.name}'. Choose another name.`,
        related: [
          {
            at: { chunk: known.chunk, span: nameSpan(known) },
            message: `'${child.name}' is first declared here.`,
          },
        ],
      });
    }
  }
  return found;
}

/** Every `strategy` declaration but the first. */
export function* secondStrategies(model: Model): Iterable<Finding> {
  for (const other of model.of("strategy")) {
    const first = model.strategy;
    if (other === first) continue;
    yield {
      code: "second-strategy",
      at: { chunk: other.chunk, span: nameSpan(other) },
      message:
        "A project has one strategy. Move what differs into the first one, or this one into a project of its own.",
      related:
        first === undefined
          ? []
          : [
              {
                at: { chunk: first.chunk, span: nameSpan(first) },
                message: "The first strategy is here.",
              },
            ],
    };
  }
}
