import { defineReplayCheck } from './_attempts.ts';

/** Memory that is lost with the process is no memory. */
export default defineReplayCheck({
  how: 'after-restart',
  title: {
    holds: 'A response that was used is refused after a restart of the service provider',
    fails: 'A response that was used is accepted after a restart of the service provider',
  },
  why: 'Each release, and each new node, forgets which messages were used and lets them in again.',
  change: 'Keep used assertion IDs in storage that survives restarts and is shared by all nodes.',
  phrase: 'after a restart',
});
