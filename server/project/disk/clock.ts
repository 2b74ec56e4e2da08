// The clock of a machine → the date where it stands.

/** The date on the clock, where the user is: `2026-11-23`. */
export function localDate(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
