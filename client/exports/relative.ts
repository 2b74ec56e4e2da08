// A folder and a path → the path as it is written from that folder.

/** A path below a folder, or the way up and over where it lies elsewhere. */
export function relative(base: string, file: string): string {
  if (file.startsWith(`${base}/`)) return file.slice(base.length + 1);
  const from = base.split("/");
  const to = file.split("/");
  let same = 0;
  while (same < from.length && from[same] === to[same]) same += 1;
  return [...from.slice(same).map(() => ".."), ...to.slice(same)].join("/");
}
