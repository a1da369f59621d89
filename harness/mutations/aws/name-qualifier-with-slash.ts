import { refs } from '../../aws/spec-refs.ts';
import { nameQualifier } from '../../aws/subject.ts';
import { defineMutation } from '../../model/mutation.ts';
import { iamNames } from '../kit/genuine-iam-facts.ts';
import { changeCredentials } from './_sts.ts';

export default defineMutation({
  id: 'aws/name-qualifier-with-slash',
  title: 'STS’s NameQualifier has a slash between issuer and account',
  stage: 'in-transit',
  change: {
    on: 'sts',
    apply: (sts, { idpEntityId }) =>
      changeCredentials(sts, {
        nameQualifier: nameQualifier(`${idpEntityId}/`, iamNames.accountId, '1Kosmos'),
      }),
  },
  breaks: ['aws/name-qualifier'],
  hostile: false,
  safe: 'unaffected',
  refs: [refs.api('NameQualifier is a hash of the issuer, the account and the name of the provider.')],
  needsArtifacts: ['account'],
});
