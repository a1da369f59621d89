import { defineCheck } from '../../model/check.ts';
import { NAMEID } from '../../saml/namespaces.ts';
import { at, idpEntityIdOf, spEntityIdOf } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';
import { nameIdsOf } from './_name-ids.ts';

export default defineCheck({
  id: 'subject/name-qualifiers',
  title: {
    holds: 'The qualifiers of a persistent NameID name the two parties',
    fails: 'A qualifier of a persistent NameID names another party',
  },
  why: 'A persistent identifier means something only between its two parties; qualified otherwise it is another identifier, and the account link breaks.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → NameID',
    change: 'Leave the qualifiers out, or set them to the entity IDs of the two parties.',
  },
  judges: 'idp',
  needs: ['response'],
  uses: ['setup', 'idp-metadata', 'sp-metadata'],
  refs: [
    {
      document: 'saml-core',
      section: '8.3.7',
      says: 'NameQualifier, if present, is the identity provider that made the identifier; SPNameQualifier the provider (or affiliation) it was made for.',
    },
  ],
  messages: { other: '{attribute} is {value}; the party is {entityId}.' },
  applies: ({ response }) =>
    nameIdsOf(response).some(({ format }) => format === NAMEID.persistent) || 'No NameID is persistent.',
  run: ({ response, setup, 'idp-metadata': idp, 'sp-metadata': sp }) =>
    nameIdsOf(response)
      .filter(({ format }) => format === NAMEID.persistent)
      .flatMap((nameId) =>
        [
          { attribute: 'NameQualifier', value: nameId.nameQualifier, entityId: idpEntityIdOf(setup, idp) },
          { attribute: 'SPNameQualifier', value: nameId.spNameQualifier, entityId: spEntityIdOf(setup, sp) },
        ].flatMap(({ attribute, value, entityId }) => {
          if (value === undefined || entityId === undefined || value === entityId) return [];
          return [
            {
              message: 'other',
              data: { attribute, value: quote(value), entityId: quote(entityId) },
              expected: quote(entityId),
              observed: quote(value),
              where: at(response, nameId.element, attribute),
            },
          ];
        }),
      ),
});
