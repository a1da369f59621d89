import { defineCheck } from '../../model/check.ts';
import { NAMEID } from '../../saml/namespaces.ts';
import { locate } from '../../saml/tree.ts';
import { quote } from '../metadata/_show.ts';
import { isResponse, isResponseSigned } from './_response.ts';

export default defineCheck({
  id: 'response/issuer',
  title: {
    holds: "The Issuer of the Response is the identity provider's entityID",
    fails: "The Issuer of the Response is not the identity provider's entityID",
  },
  why: 'The service provider looks up keys by the Issuer; for another one it has none, and refuses.',
  fix: {
    console: 'Identity provider',
    field: 'SAML settings → entity ID (issuer)',
    change:
      'Let the issuer be the entityID of the metadata, and import the metadata again at the service provider.',
  },
  judges: 'idp',
  needs: ['response'],
  uses: ['idp-metadata', 'setup'],
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'The Issuer of the Response, where present, is the unique identifier of the identity provider; its Format is absent or entity.',
    },
    {
      document: 'saml-errata',
      section: 'E17',
      says: 'Issuer is present when the Response is signed or an enclosed assertion is encrypted; otherwise it may be left out.',
    },
  ],
  messages: {
    absent: 'The Response has no Issuer, though it is signed or its assertion encrypted.',
    other: 'The Issuer is {issuer}; the identity provider is {entityId}.',
    format: 'The Format of the Issuer is {format}; it has to be entity, or absent.',
  },
  applies: ({ response }) => {
    if (isResponse(response) !== true) return isResponse(response);
    const needed = isResponseSigned(response) || response.encryptedAssertions.length > 0;
    return (
      needed || response.issuer !== undefined || 'The Response is unsigned and has no Issuer, as it may.'
    );
  },
  run: ({ response: { document, element, issuer }, 'idp-metadata': metadata, setup }) => {
    const entityId = metadata?.entityId ?? setup?.idp?.entityId;
    if (element === undefined) return [];
    if (issuer === undefined) {
      const expected = entityId === undefined ? 'an Issuer' : quote(entityId);
      return [
        { message: 'absent', expected, observed: 'nothing', where: locate('response', element, document) },
      ];
    }
    const where = locate('response', issuer.element, document);
    const { text, format } = issuer;
    const faults = [];
    if (entityId !== undefined && text !== entityId) {
      const data = { issuer: quote(text), entityId: quote(entityId) };
      faults.push({
        message: 'other' as const,
        data,
        expected: quote(entityId),
        observed: quote(text),
        where,
      });
    }
    if (format !== undefined && format !== NAMEID.entity) {
      const observed = quote(format);
      faults.push({
        message: 'format' as const,
        data: { format: observed },
        expected: NAMEID.entity,
        observed,
        where,
      });
    }
    return faults;
  },
});
