// Words of the vocabulary → what they mean, in Markdown, and the page that says more.
import type { Choice, FieldEntry, KindEntry } from "../../grammar/vocabulary.ts";
import { asks } from "../words/asks.ts";
import { code, type Markdown, md, ours, together } from "../words/markdown.ts";
import { hasOwnPhrase, phrase } from "../words/phrases.ts";
import { article, joined } from "../words/wording.ts";

/** An explanation for a hover or a completion. */
export interface Doc {
  readonly text: Markdown;
  /** A page of the documentation, such as `rules/missing-risk.md`. */
  readonly page?: string;
}

const reference = "reference.md";

/** What a kind is, where it stands and which fields it has. */
export function kindDoc(kind: KindEntry): Doc {
  const places = kind.places.map((place) =>
    place === "file" ? "at the top level" : `in ${article(place)}`,
  );
  const fields = kind.fields.map((field) => code(field.name));
  return {
    text: md`**${kind.name}** — ${ours(kind.doc)}\n\nStands ${joined(places, "or")}.\n\n${together(fields, " · ")}`,
    page: `${reference}#${kind.name}`,
  };
}

/** What a field means and what it takes. */
export function fieldDoc(owner: KindEntry | FieldEntry, field: FieldEntry): Doc {
  const more = [
    field.list ? "Several, with commas between." : "",
    field.repeated ? "May be written several times." : "",
    field.implied
      ? `Nested in ${joined(
          field.implied.map((kind) => article(kind)),
          "or",
        )}, it need not be written.`
      : "",
  ].filter((one) => one !== "");
  const choices = choicesOf(field).filter((choice) => choice.doc !== undefined);
  const list = choices.map((choice) => {
    const own = hasOwnPhrase(field.name, choice.name)
      ? ` (${phrase(field.name, choice.name)})`
      : "";
    return md`- ${code(choice.name)}${own}: ${ours(choice.doc ?? "")}`;
  });
  return {
    text: together(
      [
        md`**${field.name}** — ${ours(field.doc)}`,
        ours([`Takes ${asks(field)}.`, ...more].join(" ")),
        together(list, "\n"),
      ],
      "\n\n",
    ),
    page: `${reference}#${"fields" in owner ? owner.name : field.name}`,
  };
}

/** What a choice of a field means. */
export function choiceDoc(field: FieldEntry, choice: Choice): Doc {
  const own = hasOwnPhrase(field.name, choice.name) ? ` · ${phrase(field.name, choice.name)}` : "";
  const doc = choice.doc === undefined ? "" : md` — ${ours(choice.doc)}`;
  return {
    text: md`**${choice.name}**${own}${doc}\n\nA choice of ${code(field.name)}: ${ours(field.doc)}`,
  };
}

/** The choices that a field takes. */
export function choicesOf(field: FieldEntry): readonly Choice[] {
  return field.types.flatMap((type) => (type.is === "choice" ? type.of : []));
}
