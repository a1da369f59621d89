import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeGroups } from './_directory.ts';

export default defineMutation({
  id: 'scim/member-left',
  title: 'A person who left a group stays in it at the service',
  stage: 'in-transit',
  change: {
    on: 'directory',
    apply: (record) =>
      changeGroups(record, (group) => [{ ...group, members: [...group.members, 'carol.diaz@example.com'] }]),
  },
  breaks: ['scim/members-same'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.guide('Group management', 'Groups are pushed, and their membership is managed in AWS.')],
  needsArtifacts: ['directory'],
});
