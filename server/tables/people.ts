// The cells of a column with people → their names, one by one.

/** Whether the cells of a column write the family name first: "Schmidt, Anna". */
export function isFamilyFirst(cells: readonly string[]): boolean {
  let turned = 0;
  let other = 0;
  for (const cell of cells) {
    if (!cell.includes(",")) continue;
    const people = cell.split(/[;\n|]/);
    if (
      people.every(
        (one) =>
          /^\s*[^\s,]+(?:\s[^\s,]+)?,\s*[^\s,]+(?:\s[^\s,]+)?\s*$/.test(one) && isOneName(one),
      )
    )
      turned++;
    else other++;
  }
  return turned > 0 && turned > other;
}

/** One word before the comma, or one behind it: two whole names would have two each. */
function isOneName(text: string): boolean {
  const [family = "", given = ""] = text.split(",");
  return family.trim().split(/\s+/).length === 1 || given.trim().split(/\s+/).length === 1;
}

/** The people of a cell. */
export function peopleIn(cell: string, familyFirst: boolean): readonly string[] {
  const line = cell.slice(0, 2000).replace(/\[[^\]]*\]|\((?:\d+%?|[^)]*@[^)]*)\)/g, " ");
  const all = line.split(familyFirst ? /[;\n|/]/ : /[;,\n|/&]|\s(?:and|und|et)\s/);
  return all.flatMap((one) => {
    const name = nameOf(one.trim(), familyFirst);
    return name === "" || name.length > 120 ? [] : [name];
  });
}

function nameOf(text: string, familyFirst: boolean): string {
  const mail = /^<?([^\s<>@]+)@[^\s<>@]+>?$/.exec(text)?.[1] ?? "";
  if (mail !== "")
    return mail
      .split(/[._+-]+/)
      .filter(Boolean)
      .map(capitalised)
      .join(" ");
  const name = text
    .replace(/<[^>]*>|^@/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const [family = "", given = ""] = name.split(",").map((part) => part.trim());
  return familyFirst && given !== "" ? `${given} ${family}` : name;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Whether a name is that of a team rather than of a person or a role. */
export function isTeamName(name: string): boolean {
  return /(?:^|[\s-])(?:teams?|squad|tribe|abteilung|équipe|department|département|office|crew|gruppe|groupe)(?:$|[\s-])/i.test(
    name,
  );
}
