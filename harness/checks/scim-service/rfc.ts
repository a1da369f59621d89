import { defineCheck } from '../../model/check.ts';
import { refs } from '../../scim/spec-refs.ts';
import { saysAnything, serviceFix, unmet } from './_calls.ts';

export default defineCheck({
  id: 'scim-service/rfc',
  title: {
    holds: 'The service answers as RFC 7643 and RFC 7644 have it',
    fails: 'The service answers otherwise than RFC 7643 and RFC 7644 have it',
  },
  why: 'A client that is written by the standard stops, doubles people or loses them where a service is not.',
  fix: serviceFix(
    'Answer as the section that is named has it, or list the difference for the case as known.',
  ),
  judges: 'sp',
  needs: ['scim-probe'],
  refs: [
    refs.protocol('3', 'Requests and answers for users and groups.'),
    refs.schema('2', 'Attributes and their values.'),
  ],
  messages: { otherwise: '{what} after {request} is {observed}; {source} has {expected}.' },
  applies: ({ 'scim-probe': record }) => saysAnything(record, 'rfc'),
  run: ({ 'scim-probe': record }) => unmet(record, 'rfc'),
});
