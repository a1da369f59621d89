import { defineMutation } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { insertInto } from '../kit/edit.ts';

const oneTimeUse = `<saml:OneTimeUse xmlns:saml="${NS.saml}"/>`;

export default defineMutation({
  id: 'conditions/one-time-use-twice',
  title: 'OneTimeUse is stated twice',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => insertInto(xml, 'Conditions', oneTimeUse + oneTimeUse) },
  breaks: ['conditions/one-time-use'],
  hostile: false,
  safe: 'refuses',
  refs: [{ document: 'saml-core', section: '2.5.1.5', says: 'Conditions contain OneTimeUse at most once.' }],
});
