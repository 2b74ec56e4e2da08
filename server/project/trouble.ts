// Something that is there and is not read → a sentence that says why, and what to do.
import { lengthFault, longestText } from "../../grammar/size.ts";

/** A file or folder that is not read, and why. */
export interface Trouble {
  /** Absolute. */
  readonly path: string;
  readonly is:
    | "outside"
    | "left-out"
    | "special"
    | "folder"
    | "large"
    | "crowded"
    | "top"
    /** A .gitignore with too many patterns, or one that is not read. */
    | "patterns"
    /** It is there, and the system refuses to give it. */
    | "unreadable"
    /** The system does not say whether it is there. */
    | "unreachable";
  /** What the system calls it. */
  readonly code?: string;
  /** Of something that is too large: how much would be read. */
  readonly most?: number;
  /** What is wrong with patterns, in sentences. */
  readonly why?: string;
}

/** Why it is not read and what to do, in sentences about "it". */
export function whyNot({ is, code, most, why = "" }: Trouble): string {
  switch (is) {
    case "outside":
      return "It is or lies behind a link that leads out of the workspace. Put what is meant into the workspace instead.";
    case "left-out":
      return "It is a link to something that is left out. Link to something else, or do not leave that out.";
    case "special":
      return "It is no ordinary file. Put an ordinary file in its place.";
    case "folder":
      return "It is a folder. Put a file in its place.";
    case "large":
      return lengthFault(most ?? longestText);
    case "crowded":
      return `It holds more than ${(most ?? 0).toLocaleString("en-US")} files and folders. Name the folder of the strategy itself, or give it a strategy.config.json.`;
    case "top":
      return 'It is where everything lies. Name the folder of the other strategy, such as "../corporate".';
    case "patterns":
      return why;
    default:
      return refusal(code);
  }
}

function refusal(code: string | undefined): string {
  if (code === "EACCES" || code === "EPERM")
    return "You have no permission to read it. Change its permissions.";
  if (code === "ELOOP")
    return "It is or lies behind a link that leads back to itself. Let the link lead to a file or folder.";
  if (code === "ENAMETOOLONG") return "Its path is too long for this system. Shorten it.";
  return `The system refuses to read it${code === undefined ? "" : ` (${code})`}. Try again, or put a copy in its place.`;
}
