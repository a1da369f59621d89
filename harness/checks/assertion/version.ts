import { defineCheck } from '../../model/check.ts';
import { quote } from '../metadata/_show.ts';
import { at, hasAssertion } from './_assertions.ts';

export default defineCheck({
  id: 'assertion/version',
  title: {
    holds: 'The assertion is of SAML version 2.0',
    fails: 'The assertion is not of SAML version 2.0',
  },
  why: 'A service provider that speaks SAML 2.0 does not process an assertion of another version.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → protocol',
    change: 'Choose SAML 2.0; if it is chosen, report the defect to the vendor.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    { document: 'saml-core', section: '2.3.3', says: 'The Version of a SAML 2.0 assertion is "2.0".' },
    {
      document: 'saml-core',
      section: '4.1.2',
      says: 'A relying party does not process an assertion of a major version that it does not support.',
    },
  ],
  messages: { other: 'The Version of the assertion is {version}; it has to be 2.0.' },
  applies: hasAssertion,
  run: ({ response }) =>
    response.assertions
      .filter(({ version }) => version !== '2.0')
      .map(({ element, version }) => {
        const observed = version === undefined ? 'nothing' : quote(version);
        return {
          message: 'other',
          data: { version: observed },
          expected: '"2.0"',
          observed,
          where: at(response, element, 'Version'),
        };
      }),
});
