// package.json → the version that the command line tells.
import manifest from "../../package.json" with { type: "json" };

export const version: string = manifest.version;
