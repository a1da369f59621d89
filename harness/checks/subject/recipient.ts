import { defineCheck } from '../../model/check.ts';
import { at, bearerData, hasBearerData } from '../assertion/_assertions.ts';
import { quote, quoteAll } from '../metadata/_show.ts';
import { acsLocations } from '../response/_response.ts';

export default defineCheck({
  id: 'subject/recipient',
  title: {
    holds: "The confirmation's Recipient is the service provider's ACS URL",
    fails: "The confirmation's Recipient is not the service provider's ACS URL",
  },
  why: 'The service provider refuses an assertion that was made for delivery elsewhere.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → assertion consumer service URL',
    change: 'Copy the ACS URL from the service provider, every character of it.',
  },
  judges: 'idp',
  needs: ['response'],
  uses: ['setup', 'sp-metadata'],
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'Recipient contains the URL of the assertion consumer service that the assertion is delivered to.',
    },
    {
      document: 'saml-profiles',
      section: '4.1.4.3',
      says: 'The service provider verifies that Recipient matches the URL at which it received the Response.',
    },
  ],
  messages: { other: 'Recipient is {recipient}; the ACS URL is {acs}.' },
  applies: (evidence) => {
    if (acsLocations(evidence['sp-metadata'], evidence.setup).length === 0)
      return 'The ACS URL is not known.';
    return hasBearerData(evidence);
  },
  run: ({ response, setup, 'sp-metadata': metadata }) => {
    const urls = acsLocations(metadata, setup);
    const acs = quoteAll(urls);
    return bearerData(response).flatMap(({ element, recipient }) => {
      if (recipient === undefined || urls.includes(recipient)) return [];
      const observed = quote(recipient);
      const where = at(response, element, 'Recipient');
      return [{ message: 'other', data: { recipient: observed, acs }, expected: acs, observed, where }];
    });
  },
});
