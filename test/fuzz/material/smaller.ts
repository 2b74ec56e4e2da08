// A text that breaks something → a smaller one that breaks the same, and the words in which a failure is told.

/** What is checked of a text: it throws where something does not hold. */
export type Check = (text: string) => void | Promise<void>;

/** How often a smaller text is tried: shrinking is a courtesy, and must end. */
const mostTrials = 600;

/** Throws where a check fails, in words that hold the smallest text found that fails in the same way. */
export async function holds(text: string, check: Check): Promise<void> {
  const failure = await failureOf(text, check);
  if (failure === undefined) return;
  const small = await smaller(text, check, sortOf(failure));
  const said = (await failureOf(small, check)) ?? failure;
  throw new Error(
    `${shown(small)}\n${said instanceof Error ? (said.stack ?? said.message) : said}`,
  );
}

/** A text as it can be copied into a test; of a huge one, how it begins and ends. */
export function shown(text: string): string {
  const whole = JSON.stringify(text);
  if (whole.length < 4000) return whole;
  return `${whole.slice(0, 2000)} … (${text.length} characters) … ${whole.slice(-500)}`;
}

async function failureOf(text: string, check: Check): Promise<unknown> {
  try {
    await check(text);
    return undefined;
  } catch (error) {
    return error ?? new Error("nothing was thrown");
  }
}

/** What two failures have in common when they are one: their message without names and numbers. */
function sortOf(failure: unknown): string {
  const message = failure instanceof Error ? `${failure.name} ${failure.message}` : `${failure}`;
  return message
    .replace(/(["'`]).*?\1/gs, "")
    .replace(/\d+/g, "")
    .slice(0, 60);
}

/** Leaves out ever smaller parts, first of whole lines, then of characters (Zeller's ddmin, bounded). */
async function smaller(text: string, check: Check, sort: string): Promise<string> {
  let trials = 0;
  let best = text;
  const fails = async (candidate: string) => {
    trials++;
    const failure = await failureOf(candidate, check);
    return failure !== undefined && sortOf(failure) === sort;
  };
  for (const parts of [linesOf, charactersOf]) {
    let size = Math.ceil(parts(best).length / 2);
    while (size >= 1 && trials < mostTrials) {
      let at = 0;
      let cut = false;
      while (at < parts(best).length && trials < mostTrials) {
        const candidate = parts(best).toSpliced(at, size).join("");
        if (await fails(candidate)) {
          best = candidate;
          cut = true;
        } else at += size;
      }
      if (!cut || size > 1) size = Math.floor(size / 2);
    }
  }
  return best;
}

function linesOf(text: string): readonly string[] {
  return text.split(/(?<=\n)/);
}

/** By code unit, so that halves of characters are tried too. */
function charactersOf(text: string): readonly string[] {
  return text.split("");
}
