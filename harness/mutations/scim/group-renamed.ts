import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeGroups } from './_directory.ts';

export default defineMutation({
  id: 'scim/group-renamed',
  title: 'A group has another name at the service',
  stage: 'in-transit',
  change: {
    on: 'directory',
    apply: (record) =>
      changeGroups(record, (group) => [{ ...group, displayName: `Old ${group.displayName}` }]),
  },
  breaks: ['scim/groups-there'],
  hostile: false,
  safe: 'unaffected',
  refs: [
    refs.guide(
      'Enable SCIM provisioning in idemeum',
      'Group provisioning is set to true; groups are pushed and people assigned to them.',
    ),
  ],
  needsArtifacts: ['directory'],
});
