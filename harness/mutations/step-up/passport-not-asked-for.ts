import { defineMutation } from '../../model/mutation.ts';
import { changeBody } from './_change.ts';

export default defineMutation({
  id: 'step-up/passport-not-asked-for',
  title: 'The proofing asks for one document only',
  stage: 'in-transit',
  change: {
    on: 'step-up',
    apply: (record) => changeBody(record, 'open-session', { document_types: ['id_card'] }),
  },
  breaks: ['step-up/proofing-documents'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: '1kosmos',
      section: 'Amazon Cognito',
      says: 'The session is opened with document_types drivers_license and passport.',
    },
  ],
  needsArtifacts: ['step-up'],
});
