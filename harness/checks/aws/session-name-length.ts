import { within } from '../../aws/limits.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';
import { hasOnlyValue, onlyValue } from './_attributes.ts';

export default defineCheck({
  id: 'aws/session-name-length',
  title: {
    holds: 'RoleSessionName has 2 to 64 characters',
    fails: 'RoleSessionName has fewer than 2 or more than 64 characters',
  },
  why: 'People with a long e-mail address cannot log in, and only they.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application → RoleSessionName',
    change: 'Map it to a name that is never longer, such as an employee number, or cut it to 64 characters.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [refs.troubleshooting('RoleSessionName must match [a-zA-Z_0-9+=,.@-]{2,64}.')],
  options: { min: 2, max: 64 },
  messages: { length: 'RoleSessionName is {value}; it has {count} characters.' },
  applies: ({ response }) => hasOnlyValue(response, 'roleSessionName'),
  run: ({ response }, { options }) => {
    const value = onlyValue(response, 'roleSessionName');
    if (value === undefined || within(value.text.length, options)) return [];
    return [
      {
        message: 'length',
        data: { value: quote(value.text), count: value.text.length },
        expected: `${options.min} to ${options.max} characters`,
        observed: `${value.text.length} characters`,
        where: at(response, value.element),
      },
    ];
  },
});
