import { defineCheck } from '../../model/check.ts';

export default defineCheck({
  id: 'setup/acs-url',
  title: {
    holds: 'The identity provider has an assertion consumer service of the service provider’s metadata',
    fails: 'The identity provider has an address that the service provider’s metadata does not name',
  },
  why: 'The response goes to an address that does not take it, or to somebody else.',
  fix: {
    console: 'Identity provider',
    field: 'Assertion Consumer Service URL of the application',
    change: 'Copy the address from the service provider.',
  },
  judges: 'setup',
  needs: ['setup', 'sp-metadata'],
  refs: [
    {
      document: 'saml-metadata',
      section: '2.4.4',
      says: 'AssertionConsumerService names the addresses that take a Response.',
    },
    {
      document: '1kosmos',
      section: 'Step 3',
      says: 'The ACS URL of IAM Identity Center is entered as the Assertion Consumer Service URL.',
    },
  ],
  messages: { differs: 'The identity provider has {typed}; the metadata names {published}.' },
  applies: ({ setup }) => setup.sp?.acsUrl !== undefined || 'What the identity provider has is not known.',
  run: ({ setup, 'sp-metadata': metadata }) => {
    const typed = setup.sp?.acsUrl ?? '';
    const locations = metadata.roles
      .flatMap((role) => role.assertionConsumers)
      .flatMap(({ location }) => (location === undefined ? [] : [location]));
    if (locations.includes(typed)) return [];
    const published = [...new Set(locations)].join(' and ') || 'none';
    return [
      {
        message: 'differs' as const,
        data: { typed, published },
        expected: published,
        observed: typed,
        where: { artifact: 'setup', path: '/sp/acsUrl' },
      },
    ];
  },
});
