import { defineMutation } from '../../model/mutation.ts';
import { EditError } from '../kit/edit.ts';
import { mistake, onRecord, refs } from './_change.ts';

export default defineMutation({
  id: 'identity-pool/tags-not-agreed',
  title: 'Another value was agreed for a tag',
  ...mistake,
  change: onRecord((record) => {
    if (record.agreed === undefined || record.agreed.tags.length === 0)
      throw new EditError('No tag was agreed.');
    const tags = record.agreed.tags.map((tag) => ({ ...tag, value: `${tag.value}s` }));
    return { ...record, agreed: { ...record.agreed, tags } };
  }),
  breaks: ['identity-pool/tags-agreed'],
  refs: [refs.tags],
  needsArtifacts: ['identity-pool'],
});
