import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { signVictimBy } from './_sign.ts';

export default defineMutation({
  id: 'key-confusion/other-idp',
  title: 'Another trusted identity provider signs for the first one',
  stage: 'after-signing',
  change: { on: 'response', apply: signVictimBy('other-idp') },
  breaks: ['attributes/value', 'signature/key', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.issuerIsAuthority, refs.issuerOfResponse],
  attack: {
    against: 'sp',
    mechanism:
      'The Issuer is the identity provider of the victim; the signature is by the key of another one that the service provider trusts as well.',
    weakness: ['any-idp-for-any-issuer'],
    needs: ['other-idp'],
  },
});
