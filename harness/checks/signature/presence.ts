import { defineCheck } from '../../model/check.ts';
import { NS } from '../../saml/namespaces.ts';
import { at } from '../assertion/_assertions.ts';

type Wanted = 'either' | 'assertion' | 'response' | 'both';
const options: { readonly wants: Wanted } = { wants: 'either' };

const expectedFor: Readonly<Record<Wanted, string>> = {
  either: 'a signature on the assertion or on the Response',
  assertion: 'a signature on the assertion',
  response: 'a signature on the Response',
  both: 'signatures on the assertion and on the Response',
};

export default defineCheck({
  id: 'signature/presence',
  title: {
    holds: 'The message is signed where the service provider wants it',
    fails: 'The message is not signed where the service provider wants it',
  },
  why: 'Without a signature anybody can write a login for anybody; the service provider refuses the message, or the door is open.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → assertion signing, response signing',
    change: 'Switch on the signing of the assertion, and of the Response if the service provider wants that.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    { document: 'saml-profiles', section: '4.1.4.5', says: 'Over HTTP-POST, the assertions are signed.' },
    {
      document: 'saml-errata',
      section: 'E26',
      says: 'Over HTTP-POST each assertion is protected by a signature, its own or that of the Response.',
    },
  ],
  options,
  messages: { absent: 'Signed are: {found}. Wanted is {wanted}.' },
  applies: ({ response }) => {
    if (response.assertions.length > 0) return true;
    if (response.encryptedAssertions.length > 0)
      return 'The assertion is encrypted; its signature may be inside.';
    return 'The Response carries no assertion.';
  },
  run: ({ response }, { options: { wants } }) => {
    const { element, signatures } = response;
    if (element === undefined) return [];
    const onResponse = signatures.some(({ parent }) => parent === element);
    const onAssertion = signatures.some(
      ({ parent }) =>
        parent.namespace === NS.saml && parent.local === 'Assertion' && element.children.includes(parent),
    );
    const met = {
      either: onResponse || onAssertion,
      assertion: onAssertion,
      response: onResponse,
      both: onResponse && onAssertion,
    };
    if (met[wants]) return [];
    const found = onResponse ? 'the Response alone' : onAssertion ? 'the assertion alone' : 'neither';
    const wanted = expectedFor[wants];
    return [
      {
        message: 'absent',
        data: { found, wanted },
        expected: wanted,
        observed: found,
        where: at(response, element),
      },
    ];
  },
});
