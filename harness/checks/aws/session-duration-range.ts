import { attributeLimits, within } from '../../aws/limits.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { onlyValue } from './_attributes.ts';
import { hasDuration } from './_durations.ts';

export default defineCheck({
  id: 'aws/session-duration-range',
  title: {
    holds: 'SessionDuration is between 15 minutes and 12 hours',
    fails: 'SessionDuration is under 15 minutes or over 12 hours',
  },
  why: 'AWS does not give sessions of that length, and refuses the response.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application → SessionDuration',
    change: 'Enter a number of seconds from 900 to 43200.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [refs.assertions('The value is between 900 and 43200 seconds.')],
  options: { ...attributeLimits.sessionDuration },
  messages: { outside: 'SessionDuration is {seconds} seconds.' },
  applies: hasDuration,
  run: ({ response }, { options }) => {
    const value = onlyValue(response, 'sessionDuration');
    if (value === undefined || within(Number(value.text), options)) return [];
    return [
      {
        message: 'outside',
        data: { seconds: value.text },
        expected: `${options.min} to ${options.max} seconds`,
        observed: `${value.text} seconds`,
        where: at(response, value.element),
      },
    ];
  },
});
