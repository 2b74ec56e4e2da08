// Offsets in a text → where the name or the address that begins there ends.

// A byte that is no UTF-8 most often was a letter, so that its word stays one word.
const nameForm = /[\p{XID_Start}_\ufffd](?:[\p{XID_Continue}-]|\u200c|\u200d|\ufffd)*/uy;
const nameRest = /(?:[\p{XID_Continue}-]|\u200c|\u200d|\ufffd)*/uy;

/** Which ASCII characters may continue a name; all of them but digits and `-` may begin one. */
const nameCodes = Uint8Array.from({ length: 128 }, (_, code) =>
  code === 45 || isWordCode(code) ? 1 : 0,
);

/** Where the name that begins at an offset ends; the offset itself where none begins. */
export function nameEnd(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 128) return matchEnd(nameForm, text, at);
  return nameCodes[code] === 1 && code > 57 ? nameRestEnd(text, at + 1) : at;
}

/** Where characters that may continue a name end. */
export function nameRestEnd(text: string, at: number): number {
  let end = at;
  while (nameCodes[text.charCodeAt(end)] === 1) end++;
  return text.charCodeAt(end) >= 128 ? matchEnd(nameRest, text, end) : end;
}

/** Where a sticky pattern ends that matches at an offset; the offset itself where it does not. */
export function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

const scheme = /(?:^|[^\p{XID_Continue}])(?:https?|ftps?|sftp|file|ssh|git|teams|slack|vscode)$/iu;
const address = /(?:[^\s\u200b\ufeff"<>{}]|\{[^\s\u200b\ufeff"<>{}]*\})*/uy;

/** Whether the `//` at an offset belongs to an address such as `https://example.org`. */
export function isAddressSlash(text: string, at: number): boolean {
  if (at < 4 || text.charCodeAt(at - 1) !== 58) return false;
  return scheme.test(text.slice(Math.max(0, at - 8), at - 1));
}

/** Where an address ends; punctuation at its end is none of it. */
export function addressEnd(text: string, at: number): number {
  let end = matchEnd(address, text, at);
  while (end > at && ".,;:!?)'".includes(text[end - 1] ?? "")) end--;
  return end;
}

/** Whether an ASCII character is a letter, a digit or a low line. */
export function isWordCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95
  );
}
