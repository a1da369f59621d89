import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { quoteAll } from '../metadata/_show.ts';
import { valuesOf } from './_attributes.ts';

export default defineCheck({
  id: 'aws/session-name-single',
  title: { holds: 'RoleSessionName has one value', fails: 'RoleSessionName has several values' },
  why: 'AWS takes exactly one name for a session, and refuses the response.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application → RoleSessionName',
    change: 'Map it to an attribute that has one value, and only once.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [refs.assertions('RoleSessionName has exactly one value.')],
  messages: { several: 'RoleSessionName has the values {values}.' },
  applies: ({ response }) =>
    valuesOf(response, 'roleSessionName').length > 0 || 'The response has no RoleSessionName.',
  run: ({ response }) => {
    const values = valuesOf(response, 'roleSessionName');
    const second = values[1];
    if (second === undefined) return [];
    const observed = quoteAll(values.map(({ text }) => text));
    const where = at(response, second.element);
    return [{ message: 'several', data: { values: observed }, expected: 'one value', observed, where }];
  },
});
