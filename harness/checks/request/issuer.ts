import { defineCheck } from '../../model/check.ts';
import { NAMEID } from '../../saml/namespaces.ts';
import { locate } from '../../saml/tree.ts';
import { quote } from '../metadata/_show.ts';

export default defineCheck({
  id: 'request/issuer',
  title: {
    holds: "The Issuer of the AuthnRequest is the service provider's entityID",
    fails: "The Issuer of the AuthnRequest is not the service provider's entityID",
  },
  why: 'The identity provider does not find the application that the request comes from.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → entity ID',
    change: "Enter the service provider's entityID (issuer URL) exactly as its metadata has it.",
  },
  judges: 'sp',
  needs: ['request'],
  uses: ['sp-metadata', 'setup'],
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.1',
      says: 'Issuer is present and is the unique identifier of the service provider; Format is absent or entity.',
    },
  ],
  messages: {
    absent: 'The AuthnRequest has no Issuer; one is required.',
    other: 'The Issuer is {issuer}; the service provider is {entityId}.',
    format: 'The Format of the Issuer is {format}; it has to be entity, or absent.',
  },
  run: ({ request: { document, element, issuer }, 'sp-metadata': metadata, setup }) => {
    const entityId = metadata?.entityId ?? setup?.sp?.entityId;
    if (issuer === undefined) {
      const expected = entityId === undefined ? 'an Issuer' : quote(entityId);
      const where = element && locate('request', element, document);
      return [{ message: 'absent', expected, observed: 'nothing', ...(where ? { where } : {}) }];
    }
    const where = locate('request', issuer.element, document);
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
