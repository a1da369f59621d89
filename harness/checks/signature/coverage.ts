import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';
import { canVerify } from './_signatures.ts';

export default defineCheck({
  id: 'signature/coverage',
  title: {
    holds: 'Every assertion lies within what is signed',
    fails: 'An assertion lies outside of what is signed',
  },
  why: 'A reader that takes this assertion for verified, because a signature stands somewhere, logs in whomever it names.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → assertion signing',
    change: 'Sign each assertion or the whole Response; look for whoever added this one.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-core',
      section: '5.3',
      says: 'An unsigned assertion takes over the signature of the element round it, if that signature applies to all of it.',
    },
    {
      document: 'saml-errata',
      section: 'E26',
      says: 'Over HTTP-POST each assertion is protected by a signature, its own or that of the Response.',
    },
  ],
  messages: { outside: 'No signature covers the assertion {id}; one has to cover each.' },
  applies: (evidence) => {
    const able = canVerify(evidence);
    if (able !== true) return able;
    return evidence.response.assertions.length > 0 || 'The Response carries no assertion in plain text.';
  },
  run: ({ response }) =>
    response.assertions
      .filter(({ verified }) => !verified)
      // Where the right place holds a signature that does not verify, the reason has a check of its own.
      .filter(
        ({ element }) =>
          !response.signatures.some(({ parent }) => parent === element || parent === response.element),
      )
      .map(({ element, id = '' }) => ({
        message: 'outside',
        data: { id: quote(id) },
        expected: 'a signature of its own, or of the Response',
        observed: 'none',
        where: at(response, element),
      })),
});
