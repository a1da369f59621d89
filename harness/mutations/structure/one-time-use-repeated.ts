import { defineMutation } from '../../model/mutation.ts';
import { NS } from '../../saml/namespaces.ts';
import { insertInto } from '../kit/edit.ts';

export default defineMutation({
  id: 'structure/one-time-use-repeated',
  title: 'The Conditions hold OneTimeUse twice',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml) => insertInto(xml, 'Conditions', `<saml:OneTimeUse xmlns:saml="${NS.saml}"/>`.repeat(2)),
  },
  breaks: ['conditions/one-time-use'],
  hostile: true,
  safe: 'refuses',
  refs: [{ document: 'saml-core', section: '2.5.1.5', says: 'There is one OneTimeUse at most.' }],
  attack: {
    against: 'sp',
    mechanism:
      'Where one is allowed, two say different things to those who take the first and those who take the last.',
    weakness: ['conditions-repeated'],
  },
});
