import { defineCheck } from '../../model/check.ts';
import { at, spEntityIdOf } from '../assertion/_assertions.ts';
import { quote, quoteAll } from '../metadata/_show.ts';
import { conditionsOf } from './_conditions.ts';

const options: { readonly alsoAccepted: readonly string[] } = { alsoAccepted: [] };

export default defineCheck({
  id: 'conditions/audience',
  title: {
    holds: 'Every AudienceRestriction names the service provider',
    fails: 'An AudienceRestriction does not name the service provider',
  },
  why: 'The service provider refuses an assertion that was made for somebody else, even if one character differs.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → entity ID (audience)',
    change: 'Copy the entity ID from the service provider, every character of it.',
  },
  judges: 'idp',
  needs: ['response'],
  uses: ['setup', 'sp-metadata'],
  refs: [
    {
      document: 'saml-core',
      section: '2.5.1.4',
      says: 'Each AudienceRestriction is judged by itself: the assertion is valid only if the party is among the audiences of every one.',
    },
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'The AudienceRestriction includes the unique identifier of the service provider as an Audience.',
    },
  ],
  options,
  messages: { other: 'The audience is {audiences}; the service provider is {entityId}.' },
  applies: ({ response, setup, 'sp-metadata': metadata }) => {
    if (spEntityIdOf(setup, metadata) === undefined)
      return 'The entity ID of the service provider is not known.';
    const restrictions = conditionsOf(response).flatMap(({ audienceRestrictions }) => audienceRestrictions);
    return restrictions.some(({ audiences }) => audiences.length > 0) || 'No assertion names an audience.';
  },
  run: ({ response, setup, 'sp-metadata': metadata }, { options: { alsoAccepted } }) => {
    const entityId = spEntityIdOf(setup, metadata);
    if (entityId === undefined) return [];
    return conditionsOf(response)
      .flatMap(({ audienceRestrictions }) => audienceRestrictions)
      .filter(({ audiences }) => audiences.length > 0)
      .filter(
        ({ audiences }) => !audiences.some(({ text }) => text === entityId || alsoAccepted.includes(text)),
      )
      .map(({ element, audiences }) => {
        const observed = quoteAll(audiences.map(({ text }) => text));
        return {
          message: 'other',
          data: { audiences: observed, entityId: quote(entityId) },
          expected: quote(entityId),
          observed,
          where: at(response, audiences[0]?.element ?? element),
        };
      });
  },
});
