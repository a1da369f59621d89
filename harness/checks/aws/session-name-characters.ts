import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { quote, quoteAll } from '../metadata/_show.ts';
import { hasOnlyValue, onlyValue } from './_attributes.ts';

const allowed = /[a-zA-Z_0-9+=,.@-]/;

export default defineCheck({
  id: 'aws/session-name-characters',
  title: {
    holds: 'RoleSessionName has only characters that AWS takes',
    fails: 'RoleSessionName has characters that AWS does not take',
  },
  why: 'People with a space or an accent in their name cannot log in, and only they.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application → RoleSessionName',
    change: 'Map it to the e-mail address, or to another name of letters A–Z, digits and _ + = , . @ -.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    refs.assertions('The value consists of letters, digits and _ + = , . @ -, without spaces.'),
    refs.troubleshooting('RoleSessionName must match [a-zA-Z_0-9+=,.@-]{2,64}.'),
  ],
  messages: { other: 'RoleSessionName is {value}; it has {characters}.' },
  applies: ({ response }) => hasOnlyValue(response, 'roleSessionName'),
  run: ({ response }) => {
    const value = onlyValue(response, 'roleSessionName');
    if (value === undefined) return [];
    const wrong = [...new Set(value.text)].filter((character) => !allowed.test(character));
    if (wrong.length === 0) return [];
    return [
      {
        message: 'other',
        data: { value: quote(value.text), characters: quoteAll(wrong) },
        expected: 'letters A–Z, digits and _ + = , . @ -',
        observed: quote(value.text),
        where: at(response, value.element),
      },
    ];
  },
});
