// Stands in for the native @vscode/spdlog: the same calls, written with plain synchronous appends and no rotation.
const { closeSync, mkdirSync, openSync, writeSync } = require("node:fs");
const { dirname } = require("node:path");

const names = ["trace", "debug", "info", "warning", "error", "critical"];
let level = 2;

class Logger {
  constructor(_kind, _name, file) {
    this.level = level;
    this.raw = false;
    mkdirSync(dirname(file), { recursive: true });
    this.handle = openSync(file, "a");
  }

  write(at, message) {
    if (at < this.level || this.handle === undefined) return;
    const stamp = new Date().toISOString().replace("T", " ").replace("Z", "");
    try {
      writeSync(this.handle, this.raw ? message : `${stamp} [${names[at]}] ${message}\n`);
    } catch {
      // A log that cannot be written must not end the editor.
    }
  }

  trace = (message) => this.write(0, message);
  debug = (message) => this.write(1, message);
  info = (message) => this.write(2, message);
  warn = (message) => this.write(3, message);
  error = (message) => this.write(4, message);
  critical = (message) => this.write(5, message);
  getLevel = () => this.level;
  setLevel = (next) => {
    this.level = next;
  };
  clearFormatters = () => {
    this.raw = true;
  };
  setPattern() {}
  flush() {}
  drop() {
    if (this.handle !== undefined) closeSync(this.handle);
    this.handle = undefined;
  }
}

exports.version = 0;
exports.setLevel = (next) => {
  level = next;
};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = async (name, file) => new Logger("rotating", name, file);
exports.createAsyncRotatingLogger = async (name, file) => new Logger("rotating_async", name, file);
