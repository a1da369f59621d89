import { defineMutation } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { insertInto } from '../kit/edit.ts';

const transform =
  `<ds:Transform xmlns:ds="${NS.ds}" Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116">` +
  '<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0"/></ds:Transform>';

export default defineMutation({
  id: 'signature/transform-xslt',
  title: 'The signed content is made by a stylesheet',
  stage: 'after-signing',
  change: {
    on: 'response',
    apply: (xml) => insertInto(xml, 'Assertion/Signature/SignedInfo/Reference/Transforms', transform),
  },
  breaks: ['signature/transforms'],
  hostile: true,
  safe: 'refuses',
  refs: [
    {
      document: 'saml-core',
      section: '5.4.4',
      says: 'Signatures should contain no transforms other than enveloped-signature and exclusive canonicalization; verifiers may reject others.',
    },
  ],
});
