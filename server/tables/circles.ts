// Links that must not run in a circle → those that close one, which are left out.

/** The links that close a circle, found in one walk; `of` gives where each leads. */
export function closing<Node, Link>(
  nodes: Iterable<Node>,
  of: (node: Node) => readonly Link[],
  to: (link: Link) => Node,
): ReadonlySet<Link> {
  const closes = new Set<Link>();
  const done = new Set<Node>();
  const open = new Set<Node>();
  for (const start of nodes) {
    if (done.has(start)) continue;
    const path = [{ node: start, links: of(start), at: 0 }];
    open.add(start);
    for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
      const link = step.links[step.at++];
      if (link === undefined) {
        open.delete(step.node);
        done.add(step.node);
        path.pop();
        continue;
      }
      const next = to(link);
      if (open.has(next)) closes.add(link);
      else if (!done.has(next)) {
        open.add(next);
        path.push({ node: next, links: of(next), at: 0 });
      }
    }
  }
  return closes;
}
