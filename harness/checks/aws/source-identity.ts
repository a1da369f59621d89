import { attributeLimits } from '../../aws/limits.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';
import { hasOnlyValue, onlyValue } from './_attributes.ts';

export default defineCheck({
  id: 'aws/source-identity',
  title: {
    holds: 'SourceIdentity has a form that AWS takes',
    fails: 'SourceIdentity has a form that AWS does not take',
  },
  why: 'AWS answers “Source Identity must match …”; people with unusual names cannot log in.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application → SourceIdentity',
    change:
      'Map it to the e-mail address: 2 to 64 of A–Z, digits and _ + = , . @ -, not beginning with aws:.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    refs.troubleshooting('SourceIdentity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with "aws:".'),
  ],
  messages: {
    reserved: 'SourceIdentity is {value}; aws: is reserved.',
    length: 'SourceIdentity is {value}; it has {count} characters.',
    characters: 'SourceIdentity is {value}; it has characters that AWS does not take.',
  },
  applies: ({ response }) => hasOnlyValue(response, 'sourceIdentity'),
  run: ({ response }) => {
    const value = onlyValue(response, 'sourceIdentity');
    const text = value?.text ?? '';
    const isReserved = text.toLowerCase().startsWith('aws:');
    if (value === undefined || (!isReserved && attributeLimits.sessionNamePattern.test(text))) return [];
    const isLength = text.length < 2 || text.length > 64;
    return [
      {
        message: isReserved ? 'reserved' : isLength ? 'length' : 'characters',
        data: { value: quote(text), count: text.length },
        expected: '2 to 64 of A–Z, digits and _ + = , . @ -, not beginning with aws:',
        observed: quote(text),
        where: at(response, value.element),
      },
    ];
  },
});
