import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../../scim/spec-refs.ts';
import { changeGroups } from './_directory.ts';

export default defineMutation({
  id: 'scim/group-missing',
  title: 'A group is not pushed',
  stage: 'in-transit',
  change: { on: 'directory', apply: (record) => changeGroups(record, () => []) },
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
