import { defineMutation } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { insertInto } from '../kit/edit.ts';

const restriction = (count: number) => `<saml:ProxyRestriction xmlns:saml="${NS.saml}" Count="${count}"/>`;

export default defineMutation({
  id: 'conditions/proxy-restriction-twice',
  title: 'ProxyRestriction is stated twice, with different counts',
  stage: 'before-signing',
  change: { on: 'response', apply: (xml) => insertInto(xml, 'Conditions', restriction(0) + restriction(3)) },
  breaks: ['conditions/proxy-restriction'],
  hostile: false,
  safe: 'refuses',
  refs: [
    { document: 'saml-core', section: '2.5.1.6', says: 'Conditions contain ProxyRestriction at most once.' },
  ],
});
