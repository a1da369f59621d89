// Loaded into the runner: it ends when the process that started it is gone, however that ended.
// The runner's own workers end with it, and their browsers with them.
const parent = Number(process.env.COUNTERSIGN_PARENT);
// The workers have the runner as their parent.
delete process.env.COUNTERSIGN_PARENT;
const follow = () => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
};
if (parent > 0) {
  follow(); // it may be gone already
  setInterval(follow, 250).unref();
}
