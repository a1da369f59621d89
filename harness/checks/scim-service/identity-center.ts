import { defineCheck } from '../../model/check.ts';
import { refs } from '../../scim/spec-refs.ts';
import { saysAnything, serviceFix, unmet } from './_calls.ts';

export default defineCheck({
  id: 'scim-service/identity-center',
  title: {
    holds: 'The service answers as AWS documents for IAM Identity Center',
    fails: 'The service answers otherwise than AWS documents for IAM Identity Center',
  },
  why: 'A client that works with one of them need not work with the other: lists, changes and limits differ.',
  fix: serviceFix(
    'Compare with the page of the SCIM developer guide that is named; tell AWS, or us, where the page is right.',
  ),
  judges: 'sp',
  needs: ['scim-probe'],
  refs: [
    refs.page('Limitations', 'What IAM Identity Center leaves out of the standard.'),
    refs.page('Supported API operations', 'Each operation, its parameters and its answers.'),
    {
      assumption: 'Where AWS says nothing of its own, the RFC holds for IAM Identity Center, too',
      known: 'The guide says that the implementation is based on version 2.0 of the protocol.',
    },
  ],
  messages: { otherwise: '{what} after {request} is {observed}; {source} has {expected}.' },
  applies: ({ 'scim-probe': record }) => saysAnything(record, 'identityCenter'),
  run: ({ 'scim-probe': record }) => unmet(record, 'identityCenter'),
});
