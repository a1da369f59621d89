import { defineCheck } from '../../model/check.ts';
import { wasAsked } from './_phone.ts';

export default defineCheck({
  id: 'authenticator/request-shown',
  title: {
    holds: 'The phone tells which application asks, and for whom, before it asks for a biometric',
    fails: 'The phone asks for a biometric without telling which application asks, or for whom',
  },
  why: 'People cannot refuse a login of which they do not see that it is not theirs.',
  fix: {
    console: 'Identity provider',
    field: 'Name of the application; text of the approval',
    change: 'Give the application a name that people know, and show it with the user name.',
  },
  judges: 'authenticator',
  needs: ['phone'],
  refs: [
    {
      document: 'nist-sp-800-63b',
      section: 'Revision 3, 5.2.9',
      says: 'Intent means that the person answers each request for authentication explicitly.',
    },
    {
      assumption: 'People can judge a request only if they see which application asks, and for whom.',
      known: 'NIST does not say what the device shows with the request.',
    },
  ],
  messages: { missing: 'The phone does not show the {what}.' },
  applies: ({ phone }) => wasAsked(phone) || 'The phone was not asked.',
  run: ({ phone: { shown } }) =>
    (
      [
        ['application', shown.application, '/shown/application'],
        ['user name', shown.userName, '/shown/userName'],
      ] as const
    )
      .filter(([, value]) => value.trim() === '')
      .map(([what, , path]) => ({
        message: 'missing' as const,
        data: { what },
        expected: `the ${what}`,
        observed: 'nothing',
        where: { artifact: 'phone' as const, path },
      })),
});
