import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { locate } from '../../saml/tree.ts';
import { isResponse } from '../response/_response.ts';

export default defineCheck({
  id: 'aws/destination',
  title: { holds: 'The Response names its Destination', fails: 'The Response names no Destination' },
  why: 'Command line tools post the response to Destination; some of them fail without one.',
  fix: {
    console: 'Identity provider',
    field: 'Assertion Consumer Service URL of the application',
    change: 'Have the response carry it as Destination.',
  },
  judges: 'idp',
  needs: ['response'],
  refs: [
    {
      document: 'saml-core',
      section: '3.2.2',
      says: 'Destination is the address that the response is sent to.',
    },
    {
      assumption: 'Tools need it.',
      known: 'Widely used tools take it as the address of the post; AWS does not document that it checks it.',
    },
    refs.assertions('The response is posted to the sign-in address.'),
  ],
  messages: { absent: 'The Response has no Destination.' },
  applies: ({ response }) => isResponse(response),
  run: ({ response: { document, element, destination } }) => {
    if (element === undefined || destination !== undefined) return [];
    const where = locate('response', element, document);
    return [{ message: 'absent', expected: 'the sign-in address', observed: 'nothing', where }];
  },
});
