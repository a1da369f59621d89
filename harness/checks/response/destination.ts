import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { quote, quoteAll } from '../metadata/_show.ts';
import { acsLocations, isResponse, isResponseSigned } from './_response.ts';

export default defineCheck({
  id: 'response/destination',
  title: {
    holds: "The Response is made out to the service provider's ACS URL",
    fails: "The Response is not made out to the service provider's ACS URL",
  },
  why: 'The service provider discards a message that was meant for another address.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → assertion consumer service URL',
    change: "Copy the ACS URL from the service provider's console, without changing a character.",
  },
  judges: 'idp',
  needs: ['response'],
  uses: ['sp-metadata', 'setup'],
  refs: [
    {
      document: 'saml-bindings',
      section: '3.5.5.2',
      says: 'A signed message names the address it was sent to in Destination, and the recipient verifies that.',
    },
    {
      document: 'saml-core',
      section: '3.2.2',
      says: 'Where Destination is present, the recipient checks that it is the location at which it got the message.',
    },
  ],
  messages: {
    absent: 'The Response is signed and has no Destination; it has to name the ACS URL.',
    other: 'The Destination is {destination}; the ACS URL is {locations}.',
  },
  applies: ({ response, 'sp-metadata': metadata, setup }) => {
    if (isResponse(response) !== true) return isResponse(response);
    if (response.destination === undefined) {
      return isResponseSigned(response) || 'The Response is unsigned and names no Destination, as it may.';
    }
    return acsLocations(metadata, setup).length > 0 || "The service provider's ACS URL is not known.";
  },
  run: ({ response: { document, element, destination }, 'sp-metadata': metadata, setup }) => {
    if (element === undefined) return [];
    const locations = acsLocations(metadata, setup);
    const expected = quoteAll(locations);
    const where = locate('response', element, document, { attribute: 'Destination' });
    if (destination === undefined) return [{ message: 'absent', expected, observed: 'nothing', where }];
    if (locations.includes(destination)) return [];
    const data = { destination: quote(destination), locations: expected };
    return [{ message: 'other', data, expected, observed: data.destination, where }];
  },
});
