import { defineCheck } from '../../model/check.ts';
import { quote } from '../metadata/_show.ts';
import { configurationFix, hasApplication, judgeApplication } from './_application.ts';

/** Names that stand for AWS itself, or for nobody. */
const shared = [
  'urn:amazon:webservices',
  'urn:amazon:webservices:govcloud',
  'https://signin.aws.amazon.com/saml',
];

export default defineCheck({
  id: 'saml-app/audience-own',
  title: {
    holds: 'The audience names this application alone',
    fails: 'The audience is a name that others have too',
  },
  why: 'An assertion for one application of that name is also one for the others: whoever operates one can sign in to all.',
  fix: configurationFix(
    'Application SAML audience',
    'Where the application lets you choose, give each instance a name of its own.',
  ),
  judges: 'setup',
  needs: ['setup'],
  refs: [
    {
      document: 'saml-core',
      section: '2.5.1.4',
      says: 'An audience is the identifier of the party, or of a group of parties, that the assertion is meant for.',
    },
    {
      assumption: 'urn:amazon:webservices is the audience of AWS sign-in, and here only a name.',
      known: 'The guides of Kpow and others have it typed for applications that are not AWS.',
    },
  ],
  messages: { shared: 'The audience is {audience}, which is also that of AWS sign-in.' },
  applies: hasApplication,
  run: ({ setup }) =>
    judgeApplication(setup, ({ audience }) =>
      shared.includes(audience)
        ? [
            {
              message: 'shared' as const,
              data: { audience: quote(audience) },
              expected: 'a name of this application',
              observed: quote(audience),
              where: { artifact: 'setup' as const, path: '/application/audience' },
            },
          ]
        : [],
    ),
});
