import { defineCheck } from '../../model/check.ts';
import { at as inResponse } from '../assertion/_assertions.ts';
import { fixes, hasLogin, refs } from './_pool.ts';

const transient = 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient';

export default defineCheck({
  id: 'identity-pool/name-id-lasting',
  title: {
    holds: 'NameID is one that stays',
    fails: 'NameID is another in each login',
  },
  why: 'The pool makes a new identity for each login, and the quota of identities is the least of it.',
  fix: fixes.claims('Choose a NameID format that lasts: persistent or emailAddress.'),
  judges: 'idp',
  needs: ['response', 'identity-pool'],
  refs: [refs.flow('An identity is found again by provider and subject of the login.')],
  messages: {
    transient: 'NameID is transient.',
  },
  applies: hasLogin,
  run: (given) => {
    const nameId = given.response.assertions[0]?.subject?.nameIds[0];
    if (nameId === undefined || nameId.format !== transient) return [];
    return [
      {
        message: 'transient' as const,
        expected: 'a NameID that lasts',
        observed: transient,
        where: inResponse(given.response, nameId.element, 'Format'),
      },
    ];
  },
});
