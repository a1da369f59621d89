import { defineCheck, type Fault } from '../../model/check.ts';
import { CONFIRMATION } from '../../saml/namespaces.ts';
import { at, bearerConfirmations } from '../assertion/_assertions.ts';
import { quoteAll } from '../metadata/_show.ts';

export default defineCheck({
  id: 'subject/confirmation',
  title: {
    holds: 'The subject is confirmed once, as bearer',
    fails: 'The subject is not confirmed once, as bearer',
  },
  why: 'Web login rests on the bearer confirmation; without it, or beside another one, service providers refuse the assertion.',
  fix: {
    console: 'Identity provider',
    field: 'SAML application → subject confirmation',
    change: 'Choose the bearer method, and no other.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-profiles',
      section: '4.1.4.2',
      says: 'A Subject has at least one SubjectConfirmation of the method bearer.',
    },
    {
      document: 'saml-errata',
      section: 'E26',
      says: 'Every bearer assertion has a bearer confirmation, and may have further ones.',
    },
    {
      document: 'aws-iam',
      section: 'Configure SAML assertions for the authentication response',
      says: 'There is exactly one SubjectConfirmation.',
    },
  ],
  options: { noOtherMethod: false },
  messages: {
    absent: 'The Subject has no bearer confirmation, but {methods}.',
    several: 'The Subject has {count} confirmations ({methods}); one is wanted.',
  },
  applies: ({ response }) =>
    response.assertions.some(({ subject }) => subject !== undefined) || 'No assertion has a Subject.',
  run: ({ response }, { options: { noOtherMethod } }) =>
    response.assertions.flatMap((assertion): Fault<'absent' | 'several'>[] => {
      if (assertion.subject === undefined) return [];
      const { element, confirmations } = assertion.subject;
      const methods = quoteAll(confirmations.map(({ method }) => method ?? ''));
      const bearers = bearerConfirmations(assertion);
      const count = noOtherMethod ? confirmations.length : bearers.length;
      const found = { data: { methods, count }, expected: `one, ${CONFIRMATION.bearer}`, observed: methods };
      if (bearers.length === 0)
        return [{ message: 'absent', ...found, where: at(response, confirmations[0]?.element ?? element) }];
      if (count === 1) return [];
      return [{ message: 'several', ...found, where: at(response, confirmations[1]?.element ?? element) }];
    }),
});
