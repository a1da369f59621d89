import { defineReplayCheck } from './_attempts.ts';

/** Messages, title and remedy differ from the other replays; the judging is the same. */
export default defineReplayCheck({
  how: 'same-browser',
  title: {
    holds: 'A response that was used is refused in the same browser',
    fails: 'A response that was used is accepted again in the same browser',
  },
  why: 'A step back and a reload log a person in again who has just signed out, also when another sits there now.',
  change: 'Remember each assertion ID until its NotOnOrAfter plus the allowed clock difference.',
  phrase: 'in the same browser',
});
