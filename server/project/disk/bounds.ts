// Folders as they are named → where they really lie, and whether something really lies in one of them.
import { realpath } from "node:fs/promises";
import { sep } from "node:path";
import { isWithin } from "../project.ts";

/** A folder as it is named, and where it lies once all links are followed. */
export interface Bound {
  readonly name: string;
  readonly real: string;
}

/** Where a path leads once all links are followed, with `/`. Fails where nothing is there. */
export async function realPath(path: string): Promise<string> {
  const real = await realpath(path);
  return sep === "\\" ? real.replaceAll("\\", "/") : real;
}

/** Folders with where they lie. Those of one list are resolved once: a load asks for them with each file. */
export function boundsOf(folders: readonly string[]): Promise<readonly Bound[]> {
  let bounds = known.get(folders);
  if (bounds === undefined) {
    bounds = resolveAll(folders);
    known.set(folders, bounds);
  }
  return bounds;
}

const known = new WeakMap<readonly string[], Promise<readonly Bound[]>>();

async function resolveAll(folders: readonly string[]): Promise<readonly Bound[]> {
  const found = await Promise.all(
    folders.map(async (name) => {
      const real = await realPath(name).catch(() => undefined);
      return real === undefined ? [] : [{ name, real }];
    }),
  );
  return found.flat();
}

/**
 * A path with the links to its folder followed, and none in its own place. Folders are resolved once
 * for the files of a load, which most often share them.
 */
export async function besideLinks(path: string, within: readonly string[]): Promise<string> {
  const slash = path.lastIndexOf("/");
  let folders = resolved.get(within);
  if (folders === undefined) {
    folders = new Map();
    resolved.set(within, folders);
  }
  const folder = path.slice(0, slash) || "/";
  let real = folders.get(folder);
  if (real === undefined) {
    real = realPath(folder);
    folders.set(folder, real);
  }
  return `${(await real).replace(/\/$/, "")}${path.slice(slash)}`;
}

const resolved = new WeakMap<readonly string[], Map<string, Promise<string>>>();

/** A resolved path, named from the first of the folders that holds it; undefined where none does. */
export function nameIn(bounds: readonly Bound[], real: string): string | undefined {
  const bound = bounds.find((one) => isWithin(one.real, real));
  if (bound === undefined) return undefined;
  const rest = real.slice(bound.real.length).replace(/^\//, "");
  if (rest === "") return bound.name;
  return bound.name.endsWith("/") ? bound.name + rest : `${bound.name}/${rest}`;
}
