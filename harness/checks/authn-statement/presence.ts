import { defineCheck } from '../../model/check.ts';
import { at, bearerConfirmations } from '../assertion/_assertions.ts';

export default defineCheck({
  id: 'authn-statement/presence',
  title: {
    holds: 'A bearer assertion states how the person was authenticated',
    fails: 'No bearer assertion states how the person was authenticated',
  },
  why: 'An assertion without AuthnStatement says who somebody is, not that they have logged in; service providers refuse it.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → assertion content',
    change: 'Switch on the authentication statement.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'The assertions contain at least one AuthnStatement that reflects the login of the principal.',
    },
    {
      document: 'saml-errata',
      section: 'E26',
      says: 'At least one AuthnStatement is in a bearer assertion.',
    },
  ],
  messages: { absent: 'The assertion has no AuthnStatement; one is required.' },
  applies: ({ response }) =>
    response.assertions.some((assertion) => bearerConfirmations(assertion).length > 0) ||
    'No assertion is confirmed as bearer.',
  run: ({ response }) => {
    const bearers = response.assertions.filter((assertion) => bearerConfirmations(assertion).length > 0);
    if (bearers.some(({ authnStatements }) => authnStatements.length > 0)) return [];
    return bearers.map(({ element }) => ({
      message: 'absent',
      expected: 'AuthnStatement',
      observed: 'nothing',
      where: at(response, element),
    }));
  },
});
