import { defineCheck } from '../../model/check.ts';
import { fault, mappingOf } from './_oidc.ts';
import { cognito, poolFix } from './_refs.ts';

export default defineCheck({
  id: 'oidc/mapping-writable',
  title: {
    holds: 'The app client may write every mapped attribute',
    fails: 'The app client may not write a mapped attribute',
  },
  why: 'The sign-in ends in an error of the pool.',
  fix: poolFix(
    'App clients → the client → Attribute permissions',
    'Let the client write every mapped attribute.',
  ),
  judges: 'setup',
  needs: ['oidc'],
  refs: [
    cognito(
      'cognito-user-pools-specifying-attribute-mapping',
      'The app client must be able to write mapped attributes.',
    ),
  ],
  messages: { refused: 'The attribute {observed} is mapped, and the client may not write it.' },
  applies: ({ oidc }) => oidc.client.writeAttributes !== undefined || 'The client may write all attributes.',
  run: ({ oidc }) => {
    const allowed = oidc.client.writeAttributes ?? [];
    return mappingOf(oidc)
      .filter(([attribute]) => !allowed.includes(attribute))
      .map(([attribute]) =>
        fault('refused', 'an attribute it may write', attribute, '/client/writeAttributes'),
      );
  },
});
