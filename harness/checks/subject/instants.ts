import { defineCheck } from '../../model/check.ts';
import { bearerData } from '../assertion/_assertions.ts';
import { instantFaults, instantMessages, instantRef } from '../assertion/_instants.ts';

export default defineCheck({
  id: 'subject/instants',
  title: {
    holds: 'The times of the subject confirmation are written in UTC',
    fails: 'A time of the subject confirmation is not written in UTC',
  },
  why: 'Products read a time without its zone as their own local time, so that confirmations expire hours early or late.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application',
    change: 'Report the defect to the vendor: the product writes the times, no field sets them.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [instantRef],
  messages: instantMessages,
  applies: ({ response }) =>
    bearerData(response).some(({ notBefore, notOnOrAfter }) => (notBefore ?? notOnOrAfter) !== undefined) ||
    'No bearer confirmation has times.',
  run: ({ response }) =>
    instantFaults(
      response,
      bearerData(response).flatMap(({ element, notBefore, notOnOrAfter }) => [
        { name: 'NotBefore', value: notBefore, element },
        { name: 'NotOnOrAfter', value: notOnOrAfter, element },
      ]),
    ),
});
