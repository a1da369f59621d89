import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';

export default defineMutation({
  id: 'scim/leaver-not-removed',
  title: 'A person who left stays active at the service',
  stage: 'in-transit',
  change: {
    on: 'directory',
    apply: ({ found, ...rest }) => ({ ...rest, found: { ...found, users: [...found.users, dan] } }),
  },
  breaks: ['scim/leavers-off'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.guide('Capabilities overview', 'Accounts are removed.')],
  needsArtifacts: ['directory'],
});

const dan = {
  userName: 'dan.evans@example.com',
  externalId: 'idemeum-dan',
  displayName: 'Dan Evans',
  givenName: 'Dan',
  familyName: 'Evans',
  active: true,
};
