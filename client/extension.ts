// Turns VS Code's start of the extension into a running language client.

/** Called by VS Code when the first strategy is opened. */
export function activate(): void {}
