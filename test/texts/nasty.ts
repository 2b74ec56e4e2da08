// A nasty text → strategies that hold it wherever a strategy can hold a text.
import { readFileSync } from "node:fs";
import { type FieldEntry, kinds } from "../../grammar/vocabulary.ts";

/** A text in quotation marks, as its author would have to write it. */
export function quoted(text: string): string {
  const escapes: Readonly<Record<string, string>> = { "\n": "\\n", "\t": "\\t", "\r": "\\u{d}" };
  return `"${text.replace(/["\\]/g, "\\$&").replace(/[\n\t\r]/g, (sign) => escapes[sign] ?? sign)}"`;
}

/** The same over several lines, which makes Markdown of it. */
function long(text: string): string {
  return `"""\n${text.replaceAll("\\", "\\\\").replaceAll('"""', '\\"""')}\n"""`;
}

/** Every field of every kind, with this text as its value, whatever belongs there. */
export function everywhere(text: string): string {
  const field = ({ name, block }: FieldEntry): string =>
    block === undefined
      ? `${name}: ${quoted(text)}`
      : `${name} {\n${block.map(field).join("\n")}\n}`;
  const whole = kinds.map(({ name, fields }) => {
    const own = `${name} a-${name} ${quoted(text)} {\n${fields.map(field).join("\n")}\n}`;
    const texts = fields.filter(({ types }) => types.some(({ is }) => is === "text"));
    const longs = texts.map((one) => `${one.name}: ${long(text)}`);
    return `${own}\n${name} b-${name} {\n${longs.join("\n")}\n}`;
  });
  return whole.join("\n\n");
}

/** A strategy in which all is well but for its texts and units. */
export function inPlace(text: string): string {
  return readFileSync("examples/first/plan.strategy", "utf8")
    .replace(/"(?:[^"\\\n]|\\.)*"/g, () => quoted(text))
    .replace(/unit: .*$/gm, () => `unit: ${quoted(text)}`)
    .replace(
      /^( *)(owner: .*)$/gm,
      (_, space, line) =>
        `${space}${line}\n${space}description: ${long(text)}\n${space}links: ${quoted(text)}`,
    );
}
