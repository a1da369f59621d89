import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { quote, quoteAll } from '../metadata/_show.ts';
import { isSigned } from './_query.ts';
import { ssoLocations } from './_sso-locations.ts';

export default defineCheck({
  id: 'request/destination',
  title: {
    holds: "The AuthnRequest is made out to the identity provider's sign-on URL",
    fails: "The AuthnRequest is not made out to the identity provider's sign-on URL",
  },
  why: 'The identity provider discards a message that was meant for another address.',
  fix: {
    console: 'Service provider',
    field: 'Identity provider → sign-in URL',
    change: "Import the identity provider's metadata again, so that its sign-on URL is the one in force.",
  },
  judges: 'sp',
  needs: ['request'],
  uses: ['request-delivery', 'idp-metadata', 'setup'],
  refs: [
    {
      document: 'saml-bindings',
      section: '3.4.5.2',
      says: 'A signed message names the address it was sent to in Destination, and the recipient verifies that.',
    },
    {
      document: 'saml-core',
      section: '3.2.1',
      says: 'Where Destination is present, the recipient checks that it is the location at which it got the message.',
    },
  ],
  messages: {
    absent: 'The AuthnRequest is signed and has no Destination; it has to name the sign-on URL.',
    other: 'The Destination is {destination}; requests are taken at {locations}.',
  },
  applies: ({ request, 'request-delivery': delivery, 'idp-metadata': metadata, setup }) => {
    if (request.destination === undefined) {
      return isSigned(request, delivery) || 'The request is unsigned and names no Destination, as it may.';
    }
    return ssoLocations(metadata, setup).length > 0 || "The identity provider's sign-on URL is not known.";
  },
  run: ({ request: { document, element, destination }, 'idp-metadata': metadata, setup }) => {
    if (element === undefined) return [];
    const locations = ssoLocations(metadata, setup);
    const expected = quoteAll(locations);
    const where = locate('request', element, document, { attribute: 'Destination' });
    if (destination === undefined) return [{ message: 'absent', expected, observed: 'nothing', where }];
    if (locations.includes(destination)) return [];
    const data = { destination: quote(destination), locations: expected };
    return [{ message: 'other', data, expected, observed: quote(destination), where }];
  },
});
