// Links and where they lead → the real path of each file, and each real file once.
import { folderOf } from "./project.ts";

/** What a path really means: where a link, or a folder that is one, lies on it, that is followed. */
export function linksIn(links: ReadonlyMap<string, string>): (path: string) => string {
  if (links.size === 0) return (path) => path;
  return (path) => {
    for (let at = path; at !== ""; at = folderOf(at)) {
      const target = links.get(at);
      if (target !== undefined) return target + path.slice(at.length);
    }
    return path;
  };
}

/** The paths without those that mean a file once more: its own name comes first, then the order of the paths. */
export function onceEach(
  paths: readonly string[],
  real: (path: string) => string,
): readonly string[] {
  const taken = new Set(paths.filter((path) => real(path) === path));
  return paths.filter((path) => {
    const target = real(path);
    if (target === path) return true;
    if (taken.has(target)) return false;
    taken.add(target);
    return true;
  });
}
