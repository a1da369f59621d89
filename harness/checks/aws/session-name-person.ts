import { attributeLimits } from '../../aws/limits.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';
import { hasOnlyValue, onlyValue } from './_attributes.ts';

export default defineCheck({
  id: 'aws/session-name-person',
  title: {
    holds: 'RoleSessionName tells who the person is',
    fails: 'RoleSessionName does not tell who the person is',
  },
  why: 'CloudTrail records the session name: with a shared one nobody can find out who did what.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application → RoleSessionName',
    change: 'Map it to the person’s e-mail address or user name.',
  },
  judges: 'idp',
  needs: ['response', 'setup'],
  refs: [
    refs.assertions('The name is usually a user name or an e-mail address; logs and the console show it.'),
  ],
  messages: { other: 'RoleSessionName is {value}; the person is {user}.' },
  applies: ({ response, setup }) => {
    if (!setup.user) return 'Who the person is, is not known.';
    const value = onlyValue(response, 'roleSessionName')?.text ?? '';
    if (hasOnlyValue(response, 'roleSessionName') === true && !attributeLimits.sessionNamePattern.test(value))
      return 'It is none that AWS takes; the checks on its characters and length tell.';
    return hasOnlyValue(response, 'roleSessionName');
  },
  run: ({ response, setup: { user } }) => {
    const value = onlyValue(response, 'roleSessionName');
    if (value === undefined || !user) return [];
    const names = [user.userName, user.email].flatMap((name) => [name, name.split('@')[0] ?? name]);
    if (names.some((name) => name.toLowerCase() === value.text.toLowerCase())) return [];
    return [
      {
        message: 'other',
        data: { value: quote(value.text), user: user.userName },
        expected: quote(user.email),
        observed: quote(value.text),
        where: at(response, value.element),
      },
    ];
  },
});
