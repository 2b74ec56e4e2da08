// What the library of the command line says of arguments → sentences in the words of all others.

const sentences: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown command ('.*')/, "There is no command $1."],
  [/^error: unknown option ('.*')/, "There is no option $1."],
  [/^error: required option ('.*') not specified/, "The option $1 is missing."],
  [/^error: missing required argument ('.*')/, "The argument $1 is missing."],
  [/^error: option ('.*?') argument missing/, "The option $1 has no value."],
  [/^error: option ('.*?') argument ('.*') is invalid\./, "The option $1 cannot be $2."],
  [/^error: command-argument value ('.*') is invalid for argument ('.*')\./, "$2 cannot be $1."],
  [
    /^error: too many arguments for ('.*')\..*: (.*)\.$/s,
    "$1 takes fewer arguments: leave out $2.",
  ],
  [/^error: /, ""],
];

/** A sentence of the library, in plain words. */
export function plainly(text: string): string {
  const said = text.trimEnd();
  const [form, instead] = sentences.find(([one]) => one.test(said)) ?? [/^/, ""];
  return said.replace(form, instead);
}
