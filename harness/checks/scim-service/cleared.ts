import { defineCheck } from '../../model/check.ts';
import { refs } from '../../scim/spec-refs.ts';

export default defineCheck({
  id: 'scim-service/cleared',
  title: {
    holds: 'All that was made to try the service is removed again',
    fails: 'Something that was made to try the service is still there',
  },
  why: 'People and groups that nobody knows are left in the directory, and the names are taken.',
  fix: {
    console: 'IAM Identity Center',
    field: 'Users, and Groups',
    change: 'Delete what is named; its name begins with “countersign-”.',
  },
  judges: 'sp',
  needs: ['scim-probe'],
  refs: [refs.protocol('3.6', 'DELETE removes a resource.')],
  messages: { left: '{resource} could not be removed.' },
  run: ({ 'scim-probe': { left } }) =>
    left.map((resource, index) => ({
      message: 'left' as const,
      data: { resource },
      expected: 'nothing left',
      observed: resource,
      where: { artifact: 'scim-probe' as const, path: `/left/${index}` },
    })),
});
