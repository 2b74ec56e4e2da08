// Trees and faults → the compact form in which the cases of the grammar are written.
import type { Chunk, Entry, Fault, FileTree, Head, Measure, Value } from "../../grammar/tree.ts";

/**
 * A tree, one top-level entry a line: `(kind name "title" entries)`, `(field: values)`, `(junk words)`.
 * `_` is a missing name, `{}` an empty block, `!` marks what is faulty. Then the faults, one a line:
 * the words at fault, and what the fix makes of their lines.
 */
export function shown(tree: FileTree): string {
  const entries = tree.chunks.flatMap((chunk) => chunk.entries.map(shownEntry));
  const faults = tree.chunks.flatMap((chunk) => chunk.faults.map((one) => shownFault(chunk, one)));
  return [...entries, ...faults].join("\n");
}

function shownEntry(node: Entry): string {
  const mark = "faulty" in node && node.faulty ? "!" : "";
  const block = node.type !== "import" && node.block;
  const inner = block ? (block.entries.length === 0 ? ["{}"] : block.entries.map(shownEntry)) : [];
  const heads: Record<Entry["type"], () => (string | undefined)[]> = {
    declaration: () =>
      node.type === "declaration"
        ? [node.kind.text, node.name?.text ?? "_", node.title && quoted(node.title.value)]
        : [],
    field: () =>
      node.type === "field" ? [`${node.name.text}:`, ...node.values.map(shownValue)] : [],
    import: () =>
      node.type === "import"
        ? ["import", node.name?.text ?? "_", quoted(node.path?.value ?? "?")]
        : [],
    junk: () => (node.type === "junk" ? ["junk", ...node.words.map((word) => word.text)] : []),
  };
  const parts = [...heads[node.type](), ...inner].filter((part) => part !== undefined);
  return `${mark}(${parts.join(" ")})`;
}

function shownValue({ head, until, length, at, per, faulty }: Value): string {
  return [
    faulty ? "!" : "",
    head === undefined ? "?" : shownHead(head),
    until && ` .. ${until.date?.text ?? ""}`.trimEnd(),
    length && ` for ${shownMeasure(length.measure)}`,
    at && ` ${at.word.text} ${at.date?.text ?? "?"}`,
    per && ` per ${per.unit?.text ?? "?"}`,
  ]
    .filter((part) => part !== undefined)
    .join("");
}

function shownHead(head: Head): string {
  switch (head.type) {
    case "text":
      return quoted(head.value);
    case "percent":
      return "%";
    case "measure":
      return shownMeasure(head);
    case "date":
      return `@${head.text}`;
    case "reference": {
      const path = head.path.map((word) => word.text).join(".");
      return head.measure === undefined ? path : `${path}${shownMeasure(head.measure)}`;
    }
    case "after":
      return `<after ${head.references.map(shownHead).join(" ")}>`;
  }
}

function shownMeasure(measure: Measure | undefined): string {
  if (measure === undefined) return "?";
  return `<${[measure.number.text, measure.unit?.text].filter(Boolean).join(" ")}>`;
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

function shownFault({ text }: Chunk, fault: Fault): string {
  const code = fault.code === "syntax" ? "" : ` ${fault.code}`;
  const related = (fault.related ?? [])
    .map((one) => ` & ${text.slice(one.start, one.end)}`)
    .join("");
  const at = quoted(text.slice(fault.start, fault.end)).slice(1, -1);
  return `! ${at}${related}${code}${fault.fix ? ` ~> ${shownFix(text, fault.fix.edits)}` : ""}`.trimEnd();
}

/** What edits make of the lines that they touch. */
function shownFix(text: string, edits: NonNullable<Fault["fix"]>["edits"]): string {
  const inOrder = [...edits].sort((a, b) => a.start - b.start);
  const first = inOrder[0]?.start ?? 0;
  const last = inOrder.at(-1)?.end ?? 0;
  const from = Math.max(text.lastIndexOf("\n", first - 1), text.lastIndexOf("\r", first - 1)) + 1;
  const rest = text.slice(last).search(/[\r\n]|$/);
  let result = "";
  let at = from;
  for (const edit of inOrder) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return quoted((result + text.slice(at, last + rest)).trim()).slice(1, -1);
}
