// A title that is written in a picture → the text behind the name.
import { test } from "vitest";
import { check, refused } from "./done.ts";
import type { Done } from "./offered.ts";

const titled = (was: string, to: string): Done => ({ type: "title", of: "crm", was, to });

test("a title is written, changed and taken away behind the name", () => {
  check('initiative crm "CRM" {}\n', titled("CRM", "One CRM"), 'initiative crm "One CRM" {}\n');
  check('initiative crm "CRM" {}\n', titled("CRM", ""), "initiative crm {}\n");
  check("initiative crm\n", titled("", "CRM"), 'initiative crm "CRM"\n');
  check("initiative crm\n", titled("crm", "CRM"), 'initiative crm "CRM"\n', "one way");
  check(
    'objective top { initiative crm "CRM" {} }\n',
    titled("CRM", " "),
    "objective top { initiative crm {} }\n",
    "one way",
  );
});

test("what would end the text is escaped, and the end of a line is a blank", () => {
  check(
    'initiative crm "CRM"\n',
    titled("CRM", 'Say "C:\\x"'),
    'initiative crm "Say \\"C:\\\\x\\""\n',
  );
  check(
    'initiative crm "CRM"\n',
    titled("CRM", "a\r\nb\tc  d"),
    'initiative crm "a b c  d"\n',
    "one way",
  );
  check('initiative crm "CRM"\n', titled("CRM", "// { } /*"), 'initiative crm "// { } /*"\n');
  check('initiative crm "Größe 目標 🚀"\n', titled("Größe 目標 🚀", "x"), 'initiative crm "x"\n');
});

test("a title of several lines becomes one, and is known by what the picture shows of it", () => {
  check(
    'initiative crm """a\n  b""" {}\n',
    titled("a b", "c"),
    'initiative crm "c" {}\n',
    "one way",
  );
  check('initiative crm "a\\nb" {}\n', titled("a b", "c"), 'initiative crm "c" {}\n', "one way");
});

test("comments round a title stay", () => {
  check(
    'initiative crm /* the one */ "CRM" /* now */ {}\n',
    titled("CRM", ""),
    "initiative crm /* the one */ /* now */ {}\n",
    "one way",
  );
  check(
    'initiative crm // the one\n  "CRM" {\n}\n',
    titled("CRM", ""),
    "initiative crm // the one\n  {\n}\n",
    "one way",
  );
});

test("what cannot be written is refused", () => {
  refused('initiative crm "CRM"', titled("KRM", "x"), "changed meanwhile");
  refused('initiative crm "CRM"', titled("CRM", "CRM"), "Nothing would change");
  refused('initiative crm { title: "CRM" }', titled("crm", "x"), "is not understood");
});
