import { defineCheck } from '../../model/check.ts';
import { fault, hasIdToken, idTokenOf, show } from './_oidc.ts';
import { cognito, core, providerFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/id-token-subject',
  title: {
    holds: 'The ID token says whom it is about, in a form that lasts',
    fails: 'The ID token does not say whom it is about in a form that lasts',
  },
  why: 'The pool makes the user name of it; one that changes, or is no text, makes another person.',
  fix: providerFix('OpenID Connect → Subject', 'Send an identifier that is never given to anybody else.'),
  judges: 'idp',
  needs: ['oidc'],
  refs: [
    core('2', 'sub is at most 255 ASCII characters, never reassigned, and case-sensitive.'),
    cognito('cognito-user-pools-oidc-flow', 'The user name is made of the provider’s name and sub.'),
  ],
  messages: {
    type: 'sub is {observed}, which is no text.',
    form: 'sub is {observed}, which is longer than 255 characters or not ASCII.',
  },
  applies: hasIdToken,
  run: ({ oidc }) => {
    const { sub } = idTokenOf(oidc).claims;
    const at = '/federation/idToken/claims/sub';
    if (typeof sub !== 'string' || sub === '') return [fault('type', 'a text', show(sub), at)];
    return /^[\x20-\x7e]{1,255}$/.test(sub)
      ? []
      : [fault('form', 'up to 255 ASCII characters', show(sub), at)];
  },
});
