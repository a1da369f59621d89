import { defineReplayCheck } from './_attempts.ts';

/** The thief's case: the message without any cookie of its owner. */
export default defineReplayCheck({
  how: 'other-browser',
  title: {
    holds: 'A response that was used is refused in another browser',
    fails: 'A response that was used is accepted in another browser',
  },
  why: 'Whoever gets hold of one message, from a log or an extension, is logged in as the person.',
  change: 'Keep used assertion IDs for the whole provider, not within one browser’s session.',
  phrase: 'in another browser',
});
