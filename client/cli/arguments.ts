// What the library of the command line says of arguments → sentences in the words of all others.
import { InvalidArgumentError } from "commander";

const sentences: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown command ('.*')/s, "There is no command $1."],
  [/^error: unknown option ('.*')/s, "There is no option $1."],
  [/^error: required option ('.*') not specified/, "The option $1 is missing."],
  [/^error: missing required argument ('.*')/, "The argument $1 is missing."],
  [/^error: option ('.*?') argument missing/, "The option $1 has no value."],
  [/^error: option ('.*?') argument ('.*') is invalid\./s, "The option $1 cannot be $2."],
  [/^error: command-argument value ('.*') is invalid for argument ('.*')\./s, "$2 cannot be $1."],
  [
    /^error: too many arguments for ('.*')\..*: (.*)\.$/s,
    "$1 takes fewer arguments: leave out $2.",
  ],
  [/^error: /, ""],
];

/** A sentence of the library in plain words, and what it proposes on a line of its own. */
export function plainly(text: string): readonly string[] {
  const [, said = "", hint] = /^([\s\S]*?)(?:\n(\(Did you mean .*\?\)))?\s*$/.exec(text) ?? [];
  const [form, instead] = sentences.find(([one]) => one.test(said)) ?? [/^/, ""];
  return [said.replace(form, instead), ...(hint === undefined ? [] : [hint])];
}

/** What an option asks for by name, which may not be empty. */
export function named(what: string): (text: string) => string {
  return (text) => {
    if (text === "") throw new InvalidArgumentError(`Name ${what}.`);
    return text;
  };
}

/** A number of things, counted from 0. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError("Write a whole number, such as 0.");
  return Number(text);
}

/** A part of a whole, written as 90% or 90. */
export function asShare(text: string): number {
  const number = /^(\d+(?:\.\d+)?)%?$/.exec(text)?.[1];
  if (number === undefined || Number(number) > 100)
    throw new InvalidArgumentError("Write a percentage, such as 90%.");
  return Number(number) / 100;
}

/** How wide a picture is, in px. */
export function pictureWidth(text: string): number {
  if (!/^\d{3,4}$/.test(text) || Number(text) < 300)
    throw new InvalidArgumentError("Write a number of pixels from 300 to 9999.");
  return Number(text);
}

/** The number of a port, 0 for any that is free. */
export function port(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65535)
    throw new InvalidArgumentError("Write a number from 0 to 65535.");
  return Number(text);
}

/** Names with commas between; the option may be repeated. */
export function nameList(text: string, before: readonly string[] = []): readonly string[] {
  const all = text.split(",").flatMap((one) => one.trim() || []);
  if (all.length === 0)
    throw new InvalidArgumentError("Name a rule; 'strategy explain' lists them.");
  return [...before, ...all];
}
