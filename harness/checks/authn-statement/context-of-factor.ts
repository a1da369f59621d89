import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';
import { classPrefix } from '../request/_context-classes.ts';
import { classRefsOf } from './_statements.ts';

const options: { readonly classes: readonly string[] } = {
  classes: [
    `${classPrefix}MobileTwoFactorContract`,
    `${classPrefix}MobileTwoFactorUnregistered`,
    // Published by others for the same fact: several factors were used.
    'https://refeds.org/profile/mfa',
    'http://schemas.microsoft.com/claims/multipleauthn',
  ],
};

export default defineCheck({
  id: 'authn-statement/context-of-factor',
  title: {
    holds: 'The authentication context tells of the phone and its biometric',
    fails: 'The authentication context does not tell of the phone and its biometric',
  },
  why: 'Access rules and audits rest on the class: with a password class, the strong login counts as a weak one.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → authentication context',
    change: 'Choose the class for a registered mobile device with two factors.',
  },
  judges: 'idp',
  needs: ['response', 'setup'],
  refs: [
    {
      document: 'saml-authn-context',
      section: '3.4.7',
      says: 'MobileTwoFactorContract: a registered mobile customer and two factors, such as a device that signs and a PIN or biometric that releases its key.',
    },
    {
      document: 'saml-core',
      section: '2.7.2',
      says: 'AuthnContext is the context of the login up to and including the one that yielded this statement.',
    },
  ],
  options,
  messages: { other: 'The class is {value}; the phone proved the person by {factor}.' },
  applies: ({ response, setup }) => {
    if (setup.factor === undefined) return 'How the phone proved the person is not known.';
    return classRefsOf(response).length > 0 || 'No AuthnStatement names a class.';
  },
  run: ({ response, setup: { factor = '' } }, { options: { classes } }) =>
    classRefsOf(response)
      .filter(({ text }) => !classes.includes(text.trim()))
      .map(({ element, text }) => ({
        message: 'other',
        data: { value: quote(text), factor },
        expected: classes.join(' or '),
        observed: quote(text),
        where: at(response, element),
      })),
});
