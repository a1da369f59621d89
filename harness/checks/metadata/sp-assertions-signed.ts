import { defineCheck } from '../../model/check.ts';
import type { XmlElement } from '../../model/xml.ts';
import { NS } from '../../saml/namespaces.ts';
import { attr, locate } from '../../saml/tree.ts';
import { rolesOf } from './_roles.ts';

export default defineCheck({
  id: 'metadata/sp-assertions-signed',
  title: {
    holds: 'The assertion itself is signed, as the service provider wants it',
    fails: 'The service provider wants the assertion itself signed, and it is not',
  },
  why: 'The service provider refuses the login, even if the Response round the assertion is signed.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → assertion signing',
    change: 'Turn assertion signing on.',
  },
  judges: 'idp',
  needs: ['sp-metadata', 'response'],
  refs: [
    {
      document: 'saml-metadata',
      section: '2.4.4',
      says: 'WantAssertionsSigned asks that assertions be signed, beside any signature that a binding asks for.',
    },
    {
      document: 'saml-errata',
      section: 'E7',
      says: 'A signature of the Response round the assertion does not suffice.',
    },
  ],
  messages: { unsigned: 'WantAssertionsSigned is true, but the assertion has no signature of its own.' },
  applies: ({ 'sp-metadata': metadata, response }) => {
    const wanted = rolesOf(metadata, 'sp').some(
      ({ wantsSigned }) => wantsSigned === 'true' || wantsSigned === '1',
    );
    if (!wanted) return 'The service provider does not ask for signed assertions.';
    return response.assertions.length > 0 || 'The Response has no plain assertion.';
  },
  run: ({ response: { document, assertions, signatures } }) =>
    assertions
      // Found by its parent's ID: the assertion that was read no longer holds the signature that verified it.
      .filter(({ id }) => !signatures.some(({ parent }) => isAssertion(parent) && attr(parent, 'ID') === id))
      .map(({ element }) => ({
        message: 'unsigned',
        expected: 'a ds:Signature in the assertion',
        observed: 'none',
        where: locate('response', element, document),
      })),
});

function isAssertion({ namespace, local }: XmlElement): boolean {
  return namespace === NS.saml && local === 'Assertion';
}
