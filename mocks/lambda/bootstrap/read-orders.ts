import { readSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';

// A thread of its own: it notices that the other side is gone also while a handler never gives the processor back.
const orders = 3;
const chunk = Buffer.alloc(65_536);
let rest = Buffer.alloc(0);
for (;;) {
  const size = readOrEnd();
  if (size === 0) process.kill(process.pid, 'SIGKILL');
  rest = Buffer.concat([rest, chunk.subarray(0, size)]);
  for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
    parentPort?.postMessage(rest.subarray(0, end).toString('utf8'));
    rest = rest.subarray(end + 1);
  }
}

function readOrEnd(): number {
  try {
    return readSync(orders, chunk);
  } catch {
    return 0;
  }
}
