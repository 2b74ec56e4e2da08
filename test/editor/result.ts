// A step or a check → what came of it: that it went well, or why it did not.

export interface Result {
  readonly name: string;
  readonly error?: string;
}

/** Does it; what it throws is the fault of this one, and the next is done all the same. */
export async function taken(name: string, does: () => Promise<void>): Promise<Result> {
  try {
    await does();
    return { name };
  } catch (error) {
    return { name, error: String(error instanceof Error ? error.stack : error) };
  }
}
