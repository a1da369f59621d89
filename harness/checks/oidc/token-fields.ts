import { defineCheck } from '../../model/check.ts';
import { fault, federationOf, hasCalled } from './_oidc.ts';
import { oauth, poolFix, providerPage } from './_refs.ts';

export default defineCheck({
  id: 'oidc/token-fields',
  title: {
    holds: 'The pool sends all that belongs to a code',
    fails: 'The pool does not send all that belongs to a code',
  },
  why: 'A provider that is strict refuses the code, and one that is not cannot tell whose it is.',
  fix: poolFix(providerPage, 'Let the pool redeem the code itself.'),
  judges: 'sp',
  needs: ['oidc'],
  refs: [
    oauth('4.1.3', 'grant_type, code, redirect_uri and client_id are required.'),
    oauth('3.2', 'Parameters are not sent more than once.'),
  ],
  messages: {
    missing: 'The request has no field {name}.',
    twice: 'The request has the field {name} more than once.',
  },
  applies: hasCalled,
  run: ({ oidc }) => {
    const { fields } = federationOf(oidc).tokenCall ?? { fields: [] };
    return ['grant_type', 'code', 'redirect_uri', 'client_id'].flatMap((name) => {
      const count = fields.filter((one) => one === name).length;
      if (count === 1) return [];
      const message = count === 0 ? 'missing' : 'twice';
      return [fault(message, name, `${count} fields`, '/federation/tokenCall/fields', { name })];
    });
  },
});
