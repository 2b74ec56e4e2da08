// A place and what completion offers there → what the parser makes of each offer once it is taken.
import { parseFile } from "../../grammar/parser.ts";
import type { Span } from "../../grammar/tree.ts";
import { type Query, spotIn } from "../../server/cursor/spot.ts";
import type { Suggestion } from "../../server/cursor/suggestion.ts";
import { completion } from "../../server/features/completion.ts";

/** One offer of each sort at a place that is not read as what it was offered as, once it is taken. */
export function misread(query: Query): readonly string[] {
  const { items, span } = completion(query);
  const sorts = new Map(items.toReversed().map((one) => [one.kind, one]));
  return [...sorts.values()]
    .map((one) => [`${one.kind} ${one.label}`, readAs(query, span, one)] as const)
    .filter(([offered, read]) => read !== offered)
    .map(([offered, read]) => `${offered} is read as ${read}`);
}

/** What stands where an offer was written, in the words in which it was offered. */
function readAs({ file }: Query, span: Span, offer: Suggestion): string {
  const { text } = file.tree;
  const written = offer.insert ?? offer.label;
  const start = span.start + written.search(/\S/);
  const tree = parseFile(text.slice(0, span.start) + written + text.slice(span.end), file.tree);
  const spot = spotIn(tree, start + 1);
  if (spot === undefined) return "nothing";
  const at = spot.at - 1;
  const isHere = (one: Span | undefined) => one?.start === at;
  const isAround = (one: Span) => one.start <= at && at < one.end;
  const node = spot.path.findLast(({ type }) => /^(?:declaration|field|import|junk)$/.test(type));
  const same = `${offer.kind} ${offer.label}`;
  if (spot.chunk.comments.some(isAround)) return offer.kind === "rule" ? same : "comment";
  switch (node?.type) {
    case "field":
      if (isHere(node.name)) return `field ${node.name.text}`;
      return isAround(node) && isValueOffer(offer) ? same : `value of ${node.name.text}`;
    case "declaration":
      if (isHere(node.name)) return `name ${node.name?.text}`;
      if (!isHere(node.kind)) return `head of ${node.kind.text}`;
      return offer.label.startsWith("kpi-") ? same : `kind ${node.kind.text}`;
    case "import":
      return offer.kind === "path" || offer.kind === "keyword" ? same : "import";
    default:
      return offer.kind === "keyword" && offer.label === "import" ? same : "junk";
  }
}

function isValueOffer({ kind }: Suggestion): boolean {
  return kind !== "field" && kind !== "kind" && kind !== "rule";
}
