import { defineCheck, type Fault } from '../../model/check.ts';
import { NAMEID } from '../../saml/namespaces.ts';
import { quote } from '../metadata/_show.ts';
import { at, hasAssertion, idpEntityIdOf } from './_assertions.ts';

export default defineCheck({
  id: 'assertion/issuer',
  title: {
    holds: "The assertion's Issuer is the identity provider's entityID",
    fails: "The assertion's Issuer is not the identity provider's entityID",
  },
  why: 'The service provider finds the keys and rules of the identity provider by the Issuer; with any other value it refuses the login.',
  fix: {
    console: 'Identity provider',
    field: 'SAML settings → entity ID',
    change: 'Set the entity ID that the service provider has imported, or exchange the metadata again.',
  },
  judges: 'idp',
  needs: ['response'],
  uses: ['idp-metadata', 'setup'],
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'The Issuer of each assertion is the unique identifier of the identity provider, its Format entity or absent.',
    },
    {
      document: 'saml-core',
      section: '2.3.3',
      says: 'Issuer is required, and should be unambiguous to the relying parties.',
    },
  ],
  messages: {
    absent: 'The assertion has no Issuer; one is required.',
    other: 'The Issuer is {issuer}; the service provider knows the identity provider as {entityId}.',
    format: 'The Format of the Issuer is {format}; it has to be entity, or absent.',
  },
  applies: hasAssertion,
  run: ({ response, 'idp-metadata': metadata, setup }) => {
    const entityId = idpEntityIdOf(setup, metadata);
    return response.assertions.flatMap(({ element, issuer }): Fault<'absent' | 'other' | 'format'>[] => {
      const expected = entityId === undefined ? 'an Issuer' : quote(entityId);
      if (issuer === undefined)
        return [{ message: 'absent', expected, observed: 'nothing', where: at(response, element) }];
      const where = at(response, issuer.element);
      const observed = quote(issuer.text);
      if (entityId !== undefined && issuer.text !== entityId)
        return [
          { message: 'other', data: { issuer: observed, entityId: expected }, expected, observed, where },
        ];
      if (issuer.format === undefined || issuer.format === NAMEID.entity) return [];
      const format = quote(issuer.format);
      return [{ message: 'format', data: { format }, expected: NAMEID.entity, observed: format, where }];
    });
  },
});
