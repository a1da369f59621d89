import { defineMutation } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { insertInto } from '../kit/edit.ts';

export default defineMutation({
  id: 'structure/proxy-restriction-repeated',
  title: 'The Conditions hold ProxyRestriction twice',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) =>
      insertInto(
        xml,
        'Conditions',
        ['0', '9']
          .map((count) => `<saml:ProxyRestriction xmlns:saml="${NS.saml}" Count="${count}"/>`)
          .join(''),
      ),
  },
  breaks: ['conditions/proxy-restriction'],
  hostile: true,
  safe: 'refuses',
  refs: [{ document: 'saml-core', section: '2.5.1.6', says: 'There is one ProxyRestriction at most.' }],
  attack: {
    against: 'sp',
    mechanism:
      'Where one is allowed, two say different things to those who take the first and those who take the last.',
    weakness: ['conditions-repeated'],
  },
});
