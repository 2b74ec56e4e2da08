// The parts of a package and how they relate → the bytes of its zip: the same for the same parts.
import { zipSync } from "fflate";
import { element, xmlFile } from "./xml.ts";

/** A file in the package. */
export interface Part {
  /** "ppt/slides/slide1.xml" */
  readonly path: string;
  /** Its content type; those with the same extension may have different ones. */
  readonly type: string;
  readonly content: string | Uint8Array;
  /** Its first relation is known in it as `rId1`, the next as `rId2`. */
  readonly relations?: readonly Relation[];
}

interface Relation {
  /** The end of the name of its type: "slideLayout". */
  readonly type: string;
  /** The path of a part. */
  readonly to: string;
}

const packageTypes = "http://schemas.openxmlformats.org/package/2006";
const officeTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const coreProperties = `${packageTypes}/relationships/metadata/core-properties`;

/** All parts in a zip, without folders, each of the same time; `roots` are what the package itself names. */
export function packed(parts: readonly Part[], roots: readonly Relation[]): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  const add = (path: string, content: string | Uint8Array) => {
    files[path] = typeof content === "string" ? new TextEncoder().encode(content) : content;
  };
  add("[Content_Types].xml", contentTypes(parts));
  add("_rels/.rels", relationsIn("", roots));
  for (const { path, content, relations = [] } of parts) {
    add(path, content);
    if (relations.length > 0) add(relationsPath(path), relationsIn(folderOf(path), relations));
  }
  // A zip has the time of its files as a clock on the wall shows it, wherever that hangs.
  return zipSync(files, { mtime: new Date(1980, 0, 1), level: 6 });
}

/** What each extension is by itself, and each part that is something else. */
function contentTypes(parts: readonly Part[]): string {
  const types = new Map([
    ["rels", "application/vnd.openxmlformats-package.relationships+xml"],
    ["xml", "application/xml"],
  ]);
  const extension = (path: string) => path.slice(path.lastIndexOf(".") + 1);
  for (const { path, type } of parts) {
    if (!types.has(extension(path))) types.set(extension(path), type);
  }
  const others = parts.filter(({ path, type }) => types.get(extension(path)) !== type);
  return xmlFile(
    element(
      "Types",
      { xmlns: `${packageTypes}/content-types` },
      [...types].map(([Extension, ContentType]) => element("Default", { Extension, ContentType })),
      others.map(({ path, type }) =>
        element("Override", { PartName: `/${path}`, ContentType: type }),
      ),
    ),
  );
}

function relationsIn(folder: string, relations: readonly Relation[]): string {
  return xmlFile(
    element(
      "Relationships",
      { xmlns: `${packageTypes}/relationships` },
      relations.map(({ type, to }, index) =>
        element("Relationship", {
          Id: `rId${index + 1}`,
          Type: type === "core-properties" ? coreProperties : `${officeTypes}/${type}`,
          Target: pathFrom(folder, to),
        }),
      ),
    ),
  );
}

function relationsPath(path: string): string {
  const folder = folderOf(path);
  return `${folder}_rels/${path.slice(folder.length)}.rels`;
}

/** "ppt/slides/", or nothing for a part that lies in no folder. */
function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** From "ppt/slides/" to "ppt/charts/chart1.xml": "../charts/chart1.xml". */
function pathFrom(folder: string, to: string): string {
  const [from, target] = [folder.split("/").slice(0, -1), to.split("/")];
  let shared = 0;
  while (shared < from.length && from[shared] === target[shared]) shared++;
  return [...from.slice(shared).map(() => ".."), ...target.slice(shared)].join("/");
}
