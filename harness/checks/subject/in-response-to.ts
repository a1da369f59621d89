import { defineCheck } from '../../model/check.ts';
import { at, bearerData, hasBearerData } from '../assertion/_assertions.ts';
import { quote } from '../metadata/_show.ts';

export default defineCheck({
  id: 'subject/in-response-to',
  title: {
    holds: 'The bearer confirmation answers the request of this login',
    fails: 'The bearer confirmation does not answer the request of this login',
  },
  why: 'The value ties the signed assertion to the browser that asked for it; otherwise an attacker can plant an assertion of their own.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application',
    change: 'Report the defect to the vendor: the product copies the ID of the request, no field sets it.',
  },
  judges: 'idp',
  needs: ['response', 'setup'],
  uses: ['request'],
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: "When the assertion answers an AuthnRequest, InResponseTo of the bearer confirmation matches the request's ID.",
    },
    {
      document: 'saml-profiles',
      section: '4.1.5',
      says: 'An unsolicited Response carries no InResponseTo, nor should its bearer confirmations.',
    },
  ],
  messages: {
    absent: 'SubjectConfirmationData has no InResponseTo; the request has the ID {id}.',
    other: 'InResponseTo of SubjectConfirmationData is {value}; the request has the ID {id}.',
    unsolicited:
      'InResponseTo of SubjectConfirmationData is {value}, but the login began at the identity provider.',
  },
  applies: (evidence) => {
    const { requestId, initiatedBy } = evidence.setup;
    if ((requestId ?? evidence.request?.id) === undefined && initiatedBy !== 'idp')
      return 'Whether a request was sent, and which, is not known.';
    return hasBearerData(evidence);
  },
  run: ({ response, setup, request }) => {
    const wanted = setup.initiatedBy === 'idp' ? undefined : (setup.requestId ?? request?.id);
    return bearerData(response).flatMap(({ element, inResponseTo }) => {
      if (inResponseTo === wanted) return [];
      const observed = inResponseTo === undefined ? 'nothing' : quote(inResponseTo);
      const expected = wanted === undefined ? 'no InResponseTo' : quote(wanted);
      const message = wanted === undefined ? 'unsolicited' : inResponseTo === undefined ? 'absent' : 'other';
      const where = at(response, element, 'InResponseTo');
      return [{ message, data: { id: expected, value: observed }, expected, observed, where }];
    });
  },
});
