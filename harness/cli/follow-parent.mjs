// Loaded into the runner: it ends when the process that started it is gone, however that ended.
// The runner's own workers end with it, and their browsers with them.
const parent = process.ppid;
if (process.env.COUNTERSIGN_PARENT === String(parent))
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
  }, 250).unref();
