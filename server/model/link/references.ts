// References and imports of a project → names that do not exist or stand for another kind.
import type { Finding, Fix } from "../../finding.ts";
import { resolveFrom } from "../../project/project.ts";
import { whyNot } from "../../project/trouble.ts";
import { article } from "../../words/wording.ts";
import { called, type Entity, type Ref } from "../entity.ts";
import { isQuiet, outline } from "../outline.ts";
import { allRefs, kindsOf, resolveRef } from "../resolve.ts";
import type { Model } from "../universe.ts";

/** References that name nothing, or something of a kind that the field does not take. */
export function* faultyReferences(model: Model): Iterable<Finding> {
  for (const entity of model.entities) {
    if (isQuiet(entity)) continue;
    for (const ref of allRefs(entity)) {
      const target = resolveRef(model.universe, ref);
      if (target.is === "missing" && target.alias !== undefined) yield importAlone(entity, ref);
      else if (target.is === "missing") yield unknownName(entity, ref, target.near?.text);
      else if (target.is === "wrong-kind") yield wrongKind(entity, ref, target.entity);
    }
  }
}

function unknownName(entity: Entity, ref: Ref, near: string | undefined): Finding {
  const at = { chunk: entity.chunk, span: ref.span };
  const kinds = kindsOf(ref);
  const what = kinds.length > 4 ? "Nothing" : `No ${kinds.join(" or ")}`;
  const fixes: Fix[] =
    near === undefined
      ? []
      : // Never unseen: what is not declared may still be to come.
        [{ title: `Change to '${near}'`, edits: () => [{ at, text: near }] }];
  return {
    code: "unknown-name",
    at,
    message:
      near === undefined
        ? `${what} is called '${ref.name}'. Declare it, or name one that exists.`
        : `${what} is called '${ref.name}'. Did you mean '${near}'?`,
    fixes,
  };
}

/** The name of an import with nothing behind it. */
function importAlone(entity: Entity, ref: Ref): Finding {
  return {
    code: "unknown-name",
    at: { chunk: entity.chunk, span: ref.span },
    message: `'${ref.name}' is an import. Name something in it, as in '${ref.name}.growth'.`,
  };
}

function wrongKind(entity: Entity, ref: Ref, target: Entity): Finding {
  const kinds = kindsOf(ref).map((kind) => article(kind));
  const last = kinds.pop() ?? "";
  const asked = kinds.length === 0 ? last : `${kinds.join(", ")} or ${last}`;
  return {
    code: "wrong-kind",
    at: { chunk: entity.chunk, span: ref.span },
    message: `'${ref.name}' is ${article(target.kind ?? "")}, but '${ref.field.name}' takes ${asked}. Name one of these.`,
    related: [
      {
        at: { chunk: target.chunk, span: target.node.name ?? target.node.kind },
        message: `'${called(target)}' is declared here.`,
      },
    ],
  };
}

/** Imports whose path leads to no project. */
export function* unknownImports(model: Model): Iterable<Finding> {
  for (const chunk of model.chunks()) {
    const { imports } = outline(chunk);
    const path = model.pathOf(chunk) ?? "";
    for (const node of imports) {
      if (node.path === undefined || node.faulty) continue;
      const alias = model.aliases.get(path)?.get(node.name?.text.normalize("NFC") ?? "");
      if (alias?.node === node ? alias.root !== undefined : alias !== undefined) continue;
      const folder = resolveFrom(model.project, { path }, node.path.value);
      const own = folder === model.project.root || folder.startsWith(`${model.project.root}/`);
      const trouble = model.universe.workspace.troubles?.get(folder);
      const message = trouble
        ? `'${node.path.value}' is not read. ${whyNot(trouble)}`
        : leadsNowhere(node.path.value, own);
      yield { code: "unknown-import", at: { chunk, span: node.path }, message };
    }
  }
}

/** `own`: the path leads into the project that imports. */
function leadsNowhere(path: string, own: boolean): string {
  const form = 'from this file, such as "../corporate"';
  if (path.trim() === "")
    return `The path is empty. Write that of the other project's folder ${form}.`;
  return own
    ? `'${path}' is a folder of this project or is not there. Names of the same project need no import.`
    : `There is no strategy in '${path}'. Write the path of its folder ${form}.`;
}
