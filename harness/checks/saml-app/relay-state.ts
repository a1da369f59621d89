import { applicationOf } from '../../aws/mapping-expressions-records.ts';
import { defineCheck, type Fault } from '../../model/check.ts';
import { quote, quoteOrNothing } from '../metadata/_show.ts';
import { configurationFix, judgeApplication, propertiesRef } from './_application.ts';

export default defineCheck({
  id: 'saml-app/relay-state',
  title: {
    holds: 'The relay state of the portal reaches the application as it was set, and leads into it',
    fails: 'The relay state of the portal is changed on its way, or leads elsewhere',
  },
  why: 'People land on another page than was meant; an application that follows any address sends them to another site.',
  fix: configurationFix(
    'Relay state',
    'Leave it empty, or enter a path or address of the application itself.',
  ),
  judges: 'setup',
  needs: ['response-delivery', 'setup'],
  refs: [
    propertiesRef('The relay state is passed to the application unmodified, along with the SAML response.'),
  ],
  messages: {
    changed: 'The relay state is set to {set}; {sent} was sent.',
    elsewhere: 'The relay state is {set}, on another site than the application.',
  },
  applies: ({ setup }) => {
    if (applicationOf(setup) === undefined) return 'How the application was set up is not known.';
    return (
      setup.initiatedBy === 'idp' || 'The login began at the application, which has a RelayState of its own.'
    );
  },
  run: ({ setup, 'response-delivery': { relayState: sent } }) =>
    judgeApplication(setup, ({ relayState, startUrl, acsUrl, own }) => {
      // With a start URL it is the application that asks, and its RelayState that comes back.
      if (startUrl !== '') return [];
      const faults: Fault<'changed' | 'elsewhere'>[] = [];
      if ((sent ?? '') !== relayState)
        faults.push({
          message: 'changed',
          data: { set: quote(relayState), sent: quoteOrNothing(sent) },
          expected: relayState === '' ? 'none' : quote(relayState),
          observed: quoteOrNothing(sent),
          where: { artifact: 'response-delivery', path: '/relayState' },
        });
      const target = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(relayState) ? URL.parse(relayState, acsUrl) : null;
      if (target !== null && target.origin !== URL.parse(own.acsUrl ?? acsUrl)?.origin)
        faults.push({
          message: 'elsewhere',
          data: { set: quote(relayState) },
          expected: 'a page of the application',
          observed: quote(relayState),
          where: { artifact: 'setup', path: '/application/relayState' },
        });
      return faults;
    }),
});
