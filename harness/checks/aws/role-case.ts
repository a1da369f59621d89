import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';
import { hasRoleValues, roleValuesOf } from './_attributes.ts';

export default defineCheck({
  id: 'aws/role-case',
  title: { holds: 'ARNs are written in the right case', fails: 'An ARN is written in the wrong case' },
  why: 'AWS compares ARNs exactly; the role or provider is not found, and the person is not authorized.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application → Role',
    change: 'Write arn:aws:iam::<account>:role/ and :saml-provider/ in lower case, and copy names from IAM.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [refs.troubleshooting('Names of roles are case-sensitive; one in another case is not authorized.')],
  messages: { other: 'The Role value {value} is not as IAM writes it. {says}' },
  applies: hasRoleValues,
  run: ({ response }) =>
    roleValuesOf(response).flatMap(({ value, reading }) => {
      if ('pair' in reading || reading.fault !== 'wrong-case') return [];
      return [
        {
          message: 'other' as const,
          data: { value: quote(value.text), says: reading.says },
          expected: 'arn:aws:iam::… in lower case',
          observed: quote(value.text),
          where: at(response, value.element),
        },
      ];
    }),
});
