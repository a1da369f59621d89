import { defineMutation } from '../../model/mutation.ts';

export default defineMutation({
  id: 'identity-center/portal-of-other-instance',
  title: 'The login ends in the portal of another instance',
  stage: 'in-transit',
  change: { on: 'portal', apply: (record) => ({ ...record, url: 'https://d-0000000000.awsapps.com/start' }) },
  breaks: ['identity-center/instance'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    {
      document: '1kosmos',
      section: 'Step 3',
      says: 'The AWS access portal URL is entered as the Application Access URL.',
    },
  ],
});
