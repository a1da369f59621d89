import { skip, type Weaknesses } from './weakness.ts';

const hour = 3_600_000;

/** When a message may be used. */
export const time: Weaknesses = {
  'conditions-time-not-checked': skip('conditionsTime'),
  'subject-time-not-checked': skip('subjectTime'),
  'subject-not-before-ignored': skip('subjectNotBefore'),
  'bounds-optional': skip('bounds'),
  'window-not-checked': skip('window'),
  'issue-instant-not-checked': skip('issueInstant'),
  'session-end-not-checked': (steps) => ({
    ...skip('sessionEnd')(steps),
    sessionUntil: (_statement, { now, settings }) => now + settings.sessionMs,
  }),
  'authn-instant-not-checked': skip('authnInstant'),

  'wide-skew': (steps) => ({ ...steps, skewMs: (run) => Math.max(steps.skewMs(run), hour) }),

  'lenient-dates': (steps) => ({ ...steps, readInstant: readLoosely }),

  'unreadable-dates-pass': (steps) => ({
    ...steps,
    readBound: (text, _name, run) => run.steps.readInstant(text),
  }),

  'dates-by-backtracking': (steps) => ({
    ...steps,
    // What is beyond would keep the machine busy for minutes.
    readInstant: (text) => (isDate(text?.slice(0, 24_000) ?? '') ? steps.readInstant(text) : undefined),
  }),
};

/** Passes over the sign of the year and the zone, and takes the fraction for milliseconds, however long it is. */
function readLoosely(text: string | undefined): number | undefined {
  const found = /(\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?/.exec(text ?? '');
  if (found === null) return undefined;
  const seconds = Date.parse(`${found[1]}Z`);
  return Number.isNaN(seconds) ? undefined : seconds + Number(found[2] ?? 0);
}

/** Tries every way of dividing the digits of the fraction in two before it gives up. */
function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+\d*)?Z$/.test(text);
}
