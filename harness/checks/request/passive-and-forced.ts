import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';

const isTrue = (value: string | undefined) => value === 'true' || value === '1';

export default defineCheck({
  id: 'request/passive-and-forced',
  title: {
    holds: 'The AuthnRequest does not ask for a fresh login that nobody may see',
    fails: 'The AuthnRequest asks for a fresh login and forbids to show one',
  },
  why: 'A phone login needs a page with a QR code; with both asked for, the answer can only be NoPassive.',
  fix: {
    console: 'Service provider',
    field: 'SAML settings → force authentication, passive',
    change: 'Turn force authentication or passive off.',
  },
  judges: 'sp',
  needs: ['request'],
  refs: [
    {
      document: 'saml-core',
      section: '3.4.1',
      says: 'With ForceAuthn and IsPassive, the identity provider may log in afresh only if that needs no visible page.',
    },
  ],
  messages: { both: 'ForceAuthn and IsPassive are both true; one of them at most can be met.' },
  applies: ({ request: { forceAuthn, isPassive } }) =>
    forceAuthn !== undefined ||
    isPassive !== undefined ||
    'The request sets neither ForceAuthn nor IsPassive.',
  run: ({ request: { document, element, forceAuthn, isPassive } }) => {
    if (element === undefined || !isTrue(forceAuthn) || !isTrue(isPassive)) return [];
    const where = locate('request', element, document, { attribute: 'IsPassive' });
    return [{ message: 'both', expected: 'one of them at most', observed: 'both are true', where }];
  },
});
