import { defineCheck } from '../../model/check.ts';
import { at, bearerData, hasBearerData } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';

export default defineCheck({
  id: 'subject/confirmation-not-before',
  title: {
    holds: 'The bearer confirmation has no NotBefore',
    fails: 'The bearer confirmation has a NotBefore, which it must not have',
  },
  why: 'Service providers that follow the profile refuse the assertion for the mere presence of the attribute.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → subject confirmation',
    change: 'Leave NotBefore out of SubjectConfirmationData; its place is in Conditions.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'The data of a bearer confirmation does not contain a NotBefore attribute.',
    },
  ],
  messages: { present: 'SubjectConfirmationData has NotBefore {notBefore}, which the profile forbids.' },
  applies: hasBearerData,
  run: ({ response }) =>
    bearerData(response).flatMap(({ element, notBefore }) => {
      if (notBefore === undefined) return [];
      const observed = quote(notBefore);
      const where = at(response, element, 'NotBefore');
      return [
        { message: 'present', data: { notBefore: observed }, expected: 'no NotBefore', observed, where },
      ];
    }),
});
