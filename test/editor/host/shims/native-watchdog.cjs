// Stands in for @vscode/native-watchdog, which ends a process when the one that it serves has died.
exports.start = (pid) => {
  const look = () => {
    try {
      process.kill(pid, 0);
    } catch {
      process.exit(87);
    }
  };
  setInterval(look, 2000).unref();
};
