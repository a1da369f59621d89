import { defineCheck, type Fault } from '../../model/check.ts';
import { at, bearerConfirmations } from '../assertion/_assertions.ts';

export default defineCheck({
  id: 'subject/confirmation-data',
  title: {
    holds: 'The bearer confirmation says for which address and until when it holds',
    fails: 'The bearer confirmation does not say for which address or until when it holds',
  },
  why: 'Without these bounds a stolen assertion could be used anywhere and for ever; service providers refuse it.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → recipient',
    change: 'Set the recipient to the ACS URL; the product then writes the data element in full.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'A bearer SubjectConfirmation contains SubjectConfirmationData with Recipient and NotOnOrAfter.',
    },
  ],
  messages: {
    absent: 'The bearer confirmation has no SubjectConfirmationData, which is required.',
    incomplete: 'SubjectConfirmationData has no {attribute}, which is required.',
  },
  applies: ({ response }) =>
    response.assertions.some((assertion) => bearerConfirmations(assertion).length > 0) ||
    'No assertion has a bearer confirmation.',
  run: ({ response }) =>
    response.assertions
      .flatMap(bearerConfirmations)
      .flatMap(({ element, data }): Fault<'absent' | 'incomplete'>[] => {
        if (data === undefined) {
          const expected = 'SubjectConfirmationData';
          return [{ message: 'absent', expected, observed: 'nothing', where: at(response, element) }];
        }
        const wanted = { Recipient: data.recipient, NotOnOrAfter: data.notOnOrAfter };
        return Object.entries(wanted)
          .filter(([, value]) => value === undefined)
          .map(([attribute]) => ({
            message: 'incomplete',
            data: { attribute },
            expected: attribute,
            observed: 'nothing',
            where: at(response, data.element),
          }));
      }),
});
