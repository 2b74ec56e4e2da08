// What the system says of a file that it refuses → why, in plain words, and what to do.
import process from "node:process";
import { codeOf } from "../../server/project/disk/codes.ts";

interface Reason {
  readonly because: string;
  readonly advice: string;
}

const reasons: Readonly<Record<string, Reason>> = {
  ENOSPC: { because: "the disk is full", advice: "Make room on it and try again." },
  EDQUOT: {
    because: "your share of the disk is used up",
    advice: "Make room on it and try again.",
  },
  EFBIG: {
    because: "it would be larger than a file may be here",
    advice: "Ask for a higher limit.",
  },
  EROFS: { because: "the disk can only be read", advice: "Write to another place." },
  EACCES: { because: "you are not allowed to", advice: "Change who may do that and try again." },
  EPERM: { because: "the system does not allow it", advice: "Change who may do that." },
  EBUSY: { because: "another program has it open", advice: "Close it there and try again." },
  ENOENT: { because: "it is not there", advice: "Make the folder first, or name another one." },
  ENOTDIR: { because: "a part of its path is a file", advice: "Name a folder there." },
  EISDIR: { because: "it is a folder", advice: "Name a file." },
  ENAMETOOLONG: { because: "its name is too long", advice: "Give it a shorter one." },
  ELOOP: { because: "its links lead round in a circle", advice: "Name the file itself." },
  EMFILE: { because: "too many files are open", advice: "Close some programs and try again." },
  ENFILE: { because: "too many files are open", advice: "Close some programs and try again." },
  EIO: { because: "the disk fails", advice: "Look after it, and keep a copy of your files." },
};

/** On Windows a file that another program has open looks like one that may not be written. */
const elsewhere: Reason = {
  because: "another program has it open, or you are not allowed to",
  advice: "Close it there and try again.",
};

/** Why something cannot be done, and what to do. What the system did not say is thrown on: it is ours. */
export function reasonOf(error: unknown, platform: string = process.platform): Reason {
  const code = codeOf(error);
  if (code === undefined) throw error;
  if (platform === "win32" && /^(?:EACCES|EPERM|EBUSY)$/.test(code)) return elsewhere;
  return reasons[code] ?? { because: `the system says ${code}`, advice: "Try again." };
}

/** The end of a sentence that says so: why, and what to do. */
export function inWords(error: unknown): string {
  const { because, advice } = reasonOf(error);
  return `${because}. ${advice}`;
}
