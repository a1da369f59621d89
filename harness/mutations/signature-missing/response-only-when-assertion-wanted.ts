import { defineMutation } from '../../model/mutation.ts';
import { refs } from '../kit/attack-refs.ts';
import { bySigner, signAt, unsign } from '../kit/forge.ts';

export default defineMutation({
  id: 'signature-missing/response-only-when-assertion-wanted',
  title: 'Only the Response is signed, though signed assertions are wanted',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) =>
      signAt(unsign(xml, 'Response/Assertion'), 'Response', { fill: bySigner(context, 'idp') }),
  },
  breaks: ['metadata/sp-assertions-signed'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.wantAssertionsSigned],
  attack: {
    against: 'sp',
    mechanism:
      'A genuine message whose Response is signed, and whose assertion is not. The metadata of the service provider says that it wants signed assertions.',
    weakness: ['response-signature-enough'],
    needs: ['signed-assertion'],
  },
});
