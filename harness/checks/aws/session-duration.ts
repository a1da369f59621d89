import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';
import { hasOnlyValue, onlyValue } from './_attributes.ts';

export default defineCheck({
  id: 'aws/session-duration',
  title: {
    holds: 'SessionDuration is a whole number of seconds',
    fails: 'SessionDuration is no whole number of seconds',
  },
  why: 'AWS cannot read the length of the session, and refuses the response.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application → SessionDuration',
    change: 'Enter seconds in digits only, for example 14400 for four hours.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [refs.assertions('The value is an integer, the length of the session in seconds.')],
  messages: { other: 'SessionDuration is {value}.' },
  applies: ({ response }) => hasOnlyValue(response, 'sessionDuration'),
  run: ({ response }) => {
    const value = onlyValue(response, 'sessionDuration');
    if (value === undefined || /^\d+$/.test(value.text)) return [];
    const observed = quote(value.text);
    const where = at(response, value.element);
    return [{ message: 'other', data: { value: observed }, expected: 'digits only', observed, where }];
  },
});
