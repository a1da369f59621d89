import type { RoleValueFault } from '../../aws/role-attribute.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';
import { hasRoleValues, roleValuesOf } from './_attributes.ts';

const faults: readonly RoleValueFault[] = ['not-a-pair', 'no-role', 'no-provider'];

export default defineCheck({
  id: 'aws/role-pair',
  title: {
    holds: 'Every Role value is one role and one SAML provider with a comma between',
    fails: 'A Role value is not one role and one SAML provider with a comma between',
  },
  why: 'AWS passes the value over or refuses the whole response; the person misses a role or cannot log in.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application → Role',
    change: 'Send each role as a value of its own: role ARN, comma, provider ARN.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    refs.assertions('Each value is a comma-delimited pair of the ARNs of a role and of a provider.'),
    {
      assumption: 'Either of the two may stand first.',
      known: 'AWS documents the role first; tools and recorded responses with the provider first work.',
    },
  ],
  messages: { other: 'The Role value {value} names no role and provider. {says}' },
  applies: hasRoleValues,
  run: ({ response }) =>
    roleValuesOf(response).flatMap(({ value, reading }) => {
      if (value.text.trim() === '' || 'pair' in reading || !faults.includes(reading.fault)) return [];
      return [
        {
          message: 'other' as const,
          data: { value: quote(value.text), says: reading.says },
          expected: 'arn:aws:iam::<account>:role/<name>,arn:aws:iam::<account>:saml-provider/<name>',
          observed: quote(value.text),
          where: at(response, value.element),
        },
      ];
    }),
});
