import { defineCheck } from '../../model/check.ts';
import { apiCallsOf, atApi, functionFix, quote, refs } from './_step-up.ts';

export default defineCheck({
  id: 'step-up/proofing-documents',
  title: {
    holds: 'The documents that were agreed are asked for',
    fails: 'Other documents are asked for than were agreed',
  },
  why: 'The proof is weaker than what access is built on, or people without a passport cannot sign up.',
  fix: functionFix('Pre sign-up or Post confirmation', 'Send document_types as agreed.'),
  judges: 'setup',
  needs: ['step-up'],
  refs: [refs.kosmos('The session is opened with document_types drivers_license and passport.')],
  messages: { other: 'The session asks for {documents}.' },
  applies: ({ 'step-up': record }) =>
    apiCallsOf(record, 'open-session').length > 0 || 'No proofing session was asked for.',
  run: ({ 'step-up': record }) =>
    apiCallsOf(record, 'open-session')
      .filter(
        ({ sent }) =>
          JSON.stringify([sent?.document_types].flat().sort()) !==
          JSON.stringify([...record.wanted.documents].sort()),
      )
      .map((api) => ({
        message: 'other' as const,
        data: { documents: quote(api.sent?.document_types) },
        expected: record.wanted.documents.join(', '),
        observed: quote(api.sent?.document_types),
        where: atApi(api),
      })),
});
