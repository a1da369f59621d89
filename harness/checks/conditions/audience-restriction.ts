import { defineCheck, type Fault } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { conditionsOf, hasConditions } from './_conditions.ts';

export default defineCheck({
  id: 'conditions/audience-restriction',
  title: {
    holds: 'The assertion is restricted to an audience',
    fails: 'The assertion is not restricted to any audience',
  },
  why: 'An assertion for everybody can be carried by one service provider to another, which would log the person in there.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → entity ID (audience)',
    change: 'Set the entity ID of the service provider.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'Each bearer assertion contains an AudienceRestriction that includes the service provider.',
    },
    {
      document: 'saml-core',
      section: '2.5.1.4',
      says: 'An AudienceRestriction has one or more Audience elements.',
    },
  ],
  messages: {
    absent: 'Conditions has no AudienceRestriction; one that names the service provider is required.',
    empty: 'AudienceRestriction has no Audience; the service provider has to be one.',
  },
  applies: hasConditions,
  run: ({ response }) =>
    conditionsOf(response).flatMap(({ element, audienceRestrictions }): Fault<'absent' | 'empty'>[] => {
      const expected = 'AudienceRestriction with an Audience';
      if (audienceRestrictions.length === 0)
        return [{ message: 'absent', expected, observed: 'nothing', where: at(response, element) }];
      return audienceRestrictions
        .filter(({ audiences }) => audiences.length === 0)
        .map((restriction) => ({
          message: 'empty',
          expected,
          observed: 'no Audience',
          where: at(response, restriction.element),
        }));
    }),
});
