import { defineMutation } from '../../model/mutation.ts';
import { instant, minute } from '../assertion/_times.ts';
import { setAttribute } from '../kit/edit.ts';

export default defineMutation({
  id: 'authn-statement/login-without-zone',
  title: 'The time of the login has no time zone',
  stage: 'before-signing',
  change: {
    on: 'response',
    apply: (xml, { now }) =>
      setAttribute(xml, 'AuthnStatement', 'AuthnInstant', instant(now - minute).replace('Z', '')),
  },
  breaks: ['authn-statement/instants'],
  hostile: false,
  safe: 'refuses',
  refs: [{ document: 'saml-core', section: '1.3.3', says: 'A time is expressed in UTC.' }],
});
