import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { otherIdpOf } from '../kit/attack-tools.ts';
import { setText } from '../kit/edit.ts';
import { bySigner, signAgain } from '../kit/forge.ts';
import { personate } from '../kit/person.ts';

function sign(xml: string, context: MutationContext): string {
  const issuer = otherIdpOf(context);
  return signAgain(xml, {
    change: (unsigned) => setText(personate(unsigned, context), 'Response/Issuer', issuer),
    fill: bySigner(context, 'other-idp'),
  });
}

export default defineMutation({
  id: 'key-confusion/issuer-other-idp-outside',
  title: 'The Response is another identity provider’s, the assertion in it this one’s',
  stage: 'after-signing',
  change: { on: 'response', apply: sign },
  breaks: ['attributes/value', 'response/issuer', 'signature/key', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.issuerOfResponse, refs.issuerIsAuthority],
  attack: {
    against: 'sp',
    mechanism:
      'The Response names another trusted identity provider, whose key signs; the assertion names the victim’s. It works where the Response tells whose key to use.',
    weakness: ['any-idp-for-any-issuer'],
    needs: ['other-idp'],
  },
});
