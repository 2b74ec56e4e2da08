// The bytes of a deck or a workbook → its files, their trees and how they relate, for tests of what programs rely on.
import { posix } from "node:path";
import { unzipSync } from "fflate";
import { SaxesParser } from "saxes";

export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly inside: readonly XmlNode[];
  readonly text: string;
}

export interface OpenedPackage {
  /** The names in the zip, in their order. */
  readonly names: readonly string[];
  readonly bytesOf: (path: string) => Uint8Array;
  readonly textOf: (path: string) => string;
  readonly treeOf: (path: string) => XmlNode;
  /** Of a part, or of the package itself where its path is empty. */
  readonly relationsOf: (path: string) => readonly Relationship[];
}

interface Relationship {
  readonly id: string;
  readonly type: string;
  /** The path in the package. */
  readonly target: string;
}

export function openedPackage(bytes: Uint8Array): OpenedPackage {
  const files = unzipSync(bytes);
  const bytesOf = (path: string) => {
    const found = files[path];
    if (found === undefined) throw new Error(`There is no '${path}' in the package.`);
    return found;
  };
  const textOf = (path: string) => new TextDecoder("utf-8", { fatal: true }).decode(bytesOf(path));
  const treeOf = (path: string) => parsed(textOf(path));
  return {
    ...{ names: Object.keys(files), bytesOf, textOf, treeOf },
    relationsOf: (path) => {
      const { dir, base } = posix.parse(path);
      const relations = posix.join(dir, "_rels", `${base}.rels`);
      if (files[relations] === undefined) return [];
      return treeOf(relations).inside.map(
        ({ attributes: { Id = "", Type = "", Target = "" } }) => ({
          id: Id,
          type: posix.basename(Type),
          target: posix.join(dir, Target),
        }),
      );
    },
  };
}

/** A well-formed file as a tree; throws where it is none. */
function parsed(xml: string): XmlNode {
  interface Growing extends XmlNode {
    readonly inside: Growing[];
    text: string;
  }
  const open: Growing[] = [{ name: "", attributes: {}, inside: [], text: "" }];
  const parser = new SaxesParser({ xmlns: false, position: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const node: Growing = { name, attributes, inside: [], text: "" };
    open.at(-1)?.inside.push(node);
    open.push(node);
  });
  parser.on("text", (text) => {
    const node = open.at(-1);
    if (node) node.text += text;
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.write(xml).close();
  const root = open[0]?.inside[0];
  if (root === undefined) throw new Error("There is no element.");
  return root;
}

/** A node and all that is in it, in their order. */
export function* allIn(node: XmlNode): Iterable<XmlNode> {
  yield node;
  for (const child of node.inside) yield* allIn(child);
}

/** All elements of a name in a tree. */
export function named(node: XmlNode, name: string): readonly XmlNode[] {
  return [...allIn(node)].filter((one) => one.name === name);
}
