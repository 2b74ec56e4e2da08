// Single values that nesting implies → those that say something else.
import { test } from "vitest";
import { check } from "./faults.ts";

test("a part names the programme in which it stands, or none", () => {
  check(`
    initiative cloud "Cloud" {
               ~~~~~ wrong-type
      initiative network "Network" { part-of: cloud }
      initiative desks "Desks" { part-of: hall }
                                          ^^^^ wrong-type: 'desks' stands in initiative 'cloud', so its 'part-of' can only be 'cloud'
    }
    initiative hall "Hall"
  `);
});

test("what stands in a theme, in a team, or in a team of a team", () => {
  check(`
    theme speed "Speed" {
      objective faster "Faster" { theme: speed }
      objective slower "Slower" { theme: calm }
                                         ^^^^ wrong-type: 'theme' can only be 'speed'
      initiative run "Run" { theme: calm }
                                    ^^^^ wrong-type
    }
    theme calm "Calm"
    team platform "Platform" {
      role lead "Lead" { team: data }
                               ^^^^ wrong-type: 'team' can only be 'platform'
      team cloud "Cloud" { reports-to: data }
                                       ^^^^ wrong-type: 'reports-to' can only be 'platform'
      role cook "Cook" { reports-to: lead }
    }
    team data "Data"
  `);
});

test("only the declaration directly around it implies something; a list adds to it", () => {
  check(`
    theme speed "Speed" {
      objective faster "Faster" {
        initiative run "Run" { theme: calm supports: slower }
      }
    }
    theme calm "Calm"
    objective slower "Slower"
  `);
});

test("a name that stands for nothing is one fault", () => {
  check(`
    initiative cloud "Cloud" {
      initiative desks "Desks" { part-of: nowhere }
                                          ^^^^^^^ unknown-name
      initiative floor "Floor" { part-of: goal }
                                          ^^^^ wrong-kind
    }
    objective goal "Goal"
  `);
});
