import { defineCheck } from '../../model/check.ts';
import { instantFaults, instantMessages, instantRef } from '../assertion/_instants.ts';
import { conditionsOf } from './_conditions.ts';

export default defineCheck({
  id: 'conditions/instants',
  title: {
    holds: 'The times of the Conditions are written in UTC',
    fails: 'A time of the Conditions is not written in UTC',
  },
  why: 'Products read a time without its zone as their own local time, so that assertions expire hours early or late.',
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
    conditionsOf(response).some(({ notBefore, notOnOrAfter }) => (notBefore ?? notOnOrAfter) !== undefined) ||
    'No Conditions has times.',
  run: ({ response }) =>
    instantFaults(
      response,
      conditionsOf(response).flatMap(({ element, notBefore, notOnOrAfter }) => [
        { name: 'NotBefore', value: notBefore, element },
        { name: 'NotOnOrAfter', value: notOnOrAfter, element },
      ]),
    ),
});
