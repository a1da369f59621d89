import { defineCheck } from '../../model/check.ts';
import type { MetadataReading } from '../../model/readings.ts';
import { at } from '../assertion/_assertions.ts';
import { rolesOf } from '../metadata/_roles.ts';
import { hasStatement, statementsOf } from './_statements.ts';

export default defineCheck({
  id: 'authn-statement/session-index',
  title: {
    holds: 'The AuthnStatement names the session, so that it can be ended from outside',
    fails: 'The AuthnStatement does not name the session that it speaks of',
  },
  why: 'A LogoutRequest speaks of sessions by SessionIndex; without one the person stays logged in after logging out.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → session index',
    change: 'Switch on SessionIndex, or take the single logout service out of the metadata.',
  },
  judges: 'idp',
  needs: ['response', 'idp-metadata'],
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'If the identity provider supports the Single Logout profile, each AuthnStatement includes a SessionIndex.',
    },
    {
      document: 'saml-core',
      section: '2.7.2',
      says: 'SessionIndex, where given, names one session between the principal and the authority.',
    },
  ],
  messages: {
    absent: 'The AuthnStatement has no SessionIndex, although single logout is offered.',
    empty: 'The SessionIndex is empty; it has to name the session.',
  },
  applies: (evidence) => {
    if (offersLogout(evidence['idp-metadata'])) return hasStatement(evidence);
    const named = statementsOf(evidence.response).some(({ sessionIndex }) => sessionIndex !== undefined);
    return named || 'The identity provider offers no single logout.';
  },
  run: ({ response, 'idp-metadata': metadata }) =>
    statementsOf(response)
      .filter(({ sessionIndex }) =>
        sessionIndex === undefined ? offersLogout(metadata) : sessionIndex.trim() === '',
      )
      .map(({ element, sessionIndex }) => ({
        message: sessionIndex === undefined ? 'absent' : 'empty',
        expected: 'SessionIndex',
        observed: sessionIndex === undefined ? 'nothing' : 'an empty one',
        where: at(response, element, sessionIndex === undefined ? undefined : 'SessionIndex'),
      })),
});

function offersLogout(metadata: MetadataReading): boolean {
  return rolesOf(metadata, 'idp').some(({ singleLogout }) => singleLogout.length > 0);
}
