// Choices of the vocabulary → the phrases in which people read them: `safe` is "SAFe", `must` "Must have".

/**
 * Phrases that are more than their word with a capital letter and blanks, by field. A phrase stands
 * as a sentence of its own or behind the name of its field.
 */
const phrases: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  priority: {
    must: "Must have",
    should: "Should have",
    could: "Could have",
    wont: "Won't have this time",
  },
  framework: { safe: "SAFe", devops: "DevOps", itil: "ITIL", prince2: "PRINCE2" },
  type: {
    run: "Run the business",
    grow: "Grow the business",
    leading: "Leading indicator",
    lagging: "Lagging indicator",
  },
  level: { business: "Business objective", it: "IT objective", team: "Team objective" },
  perspective: {
    financial: "Financial perspective",
    customer: "Customer perspective",
    process: "Process perspective",
    learning: "Learning perspective",
  },
  direction: {
    increase: "Higher is better",
    decrease: "Lower is better",
    maintain: "Should stay where it is",
  },
  category: { ai: "AI" },
  lifecycle: {
    plan: "Under consideration",
    "phase-in": "Being introduced",
    active: "In use",
    "phase-out": "Being phased out",
    "end-of-life": "At the end of its life",
  },
  response: {
    avoid: "To be avoided",
    mitigate: "Mitigated",
    transfer: "Transferred",
    accept: "Accepted",
  },
  cadence: { "half-yearly": "Half-yearly" },
  frequency: { "half-yearly": "Half-yearly" },
};

/** The phrase of a choice of a field: "Must have", "On hold", "SAFe". */
export function phrase(field: string, choice: string): string {
  return phrases[field]?.[choice] ?? capital(choice.replaceAll("-", " "));
}

/** Whether the phrase says more than the word does: "SAFe" of `safe`, not "On hold" of `on-hold`. */
export function hasOwnPhrase(field: string, choice: string): boolean {
  return phrases[field]?.[choice] !== undefined;
}

/** A text that begins with a capital letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
