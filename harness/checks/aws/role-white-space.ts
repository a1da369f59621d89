import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';
import { hasRoleValues, roleValuesOf } from './_attributes.ts';

export default defineCheck({
  id: 'aws/role-white-space',
  title: {
    holds: 'No Role value has white space in or round its ARNs',
    fails: 'A Role value has white space in or round its ARNs',
  },
  why: 'The ARN with the space is another one: the role is not found, and AWS says only that it is not authorized.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application → Role',
    change: 'Remove spaces and line breaks, also after the comma.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    refs.assertions('The two ARNs are separated by a comma, with nothing else between.'),
    {
      assumption: 'White space round an ARN is not safe to send.',
      known: 'AWS does not say whether it trims the values; tools differ in it.',
    },
  ],
  messages: {
    inside: 'The Role value {value} has white space inside an ARN.',
    around: 'The Role value {value} has white space round an ARN.',
  },
  applies: hasRoleValues,
  run: ({ response }) =>
    roleValuesOf(response).flatMap(({ value, reading }) => {
      const isInside = 'fault' in reading && reading.fault === 'space-inside';
      if (!isInside && !('pair' in reading && reading.pair.trimmed)) return [];
      return [
        {
          message: isInside ? ('inside' as const) : ('around' as const),
          data: { value: quote(value.text) },
          expected: 'no white space',
          observed: quote(value.text),
          where: at(response, value.element),
        },
      ];
    }),
});
