import { defineCheck } from '../../model/check.ts';
import { at, hasAssertion } from '../assertion/_assertions.ts';

export default defineCheck({
  id: 'conditions/presence',
  title: {
    holds: 'The assertion says under which Conditions it may be used',
    fails: 'The assertion does not say under which Conditions it may be used',
  },
  why: 'Without Conditions the assertion holds for every service provider and for ever; service providers refuse it.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → audience and assertion validity',
    change: 'Set an audience and a validity; the product then writes Conditions.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'Each bearer assertion contains an AudienceRestriction, which is a condition.',
    },
  ],
  messages: { absent: 'The assertion has no Conditions; they are required.' },
  applies: hasAssertion,
  run: ({ response }) =>
    response.assertions
      .filter(({ conditions }) => conditions === undefined)
      .map(({ element }) => ({
        message: 'absent',
        expected: 'Conditions',
        observed: 'nothing',
        where: at(response, element),
      })),
});
