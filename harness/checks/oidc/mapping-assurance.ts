import { defineCheck } from '../../model/check.ts';
import { fault } from './_oidc.ts';
import { kosmos, mappingPage, poolFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/mapping-assurance',
  title: {
    holds: 'The level of assurance is mapped to the attribute that access depends on',
    fails: 'The level of assurance is not mapped to the attribute that access depends on',
  },
  why: 'The pool’s tokens then never carry the claim, whatever the provider says.',
  fix: poolFix(mappingPage, 'Map the claim of the level to the agreed attribute.'),
  judges: 'setup',
  needs: ['oidc'],
  refs: [
    kosmos('Amazon Cognito, mechanism A', 'The pool maps claims of the ID token to user pool attributes.'),
  ],
  messages: {
    missing: 'The attribute {attribute} is not mapped.',
    other: 'The attribute {attribute} is mapped from {observed}.',
  },
  run: ({ oidc }) => {
    const { claim, attribute } = oidc.assurance;
    const mapped = oidc.provider.mapping[attribute];
    const at = '/provider/mapping';
    if (mapped === undefined) return [fault('missing', claim, 'nothing', at, { attribute })];
    return mapped === claim ? [] : [fault('other', claim, mapped, at, { attribute })];
  },
});
