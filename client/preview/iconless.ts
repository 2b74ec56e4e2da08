// A text of others → the same, in which the name of an icon is a text: menus of the editor would draw it.

export function iconless(text: string): string {
  return text.replaceAll("$(", "$\u200b(");
}
