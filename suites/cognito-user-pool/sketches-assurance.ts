import * as arrange from './arrange.ts';
import type { Sketch } from './cases.ts';
import { mapping } from './parties.ts';

const low = 'oidc/assurance-level';
const { 'custom:ial': _, ...withoutLevel } = mapping;

/** How well somebody is known, and what becomes of it. */
export const assuranceCases: readonly Sketch[] = [
  {
    id: 'not-proofed',
    title: 'A person who was never proofed signs in, and the resource stays shut',
    person: 'bob',
    failures: [{ check: low, reason: 'Nobody has seen a document of this person.' }],
  },
  {
    id: 'fingerprint',
    title: 'A proofed person who confirms by fingerprint has not proved it now, and the resource stays shut',
    phone: { biometric: 'touch-id' },
    failures: [{ check: low, reason: 'Only LiveID proves that it is the proofed person.' }],
  },
  {
    id: 'scope-not-asked',
    title: 'Where the pool does not ask for the scope, nobody’s assurance is known',
    before: [arrange.details(() => ({ authorize_scopes: 'openid email profile' }))],
    failures: [
      { check: 'oidc/request-assurance', reason: 'The scope is not among the authorized ones.' },
      { check: 'oidc/assurance-claim', reason: 'The provider sends the claim only where it is asked for.' },
    ],
  },
  {
    id: 'claim-missing',
    title: 'Without the claim the person signs in, and the resource stays shut',
    before: [arrange.idToken({ remove: ['ial'] })],
    failures: [{ check: 'oidc/assurance-claim', reason: 'The claim is taken out.' }],
  },
  {
    id: 'claim-as-word',
    title: 'A level in words opens nothing',
    before: [arrange.idToken({ set: { ial: 'two' } })],
    failures: [{ check: 'oidc/assurance-claim', reason: 'The level is a word.' }],
  },
  {
    id: 'claim-as-list',
    title: 'A level that comes as an object opens nothing',
    before: [arrange.idToken({ set: { ial: { level: 2 } } })],
    failures: [{ check: 'oidc/assurance-claim', reason: 'The level is an object.' }],
  },
  {
    id: 'level-not-mapped',
    title: 'Where the level is not mapped, the pool’s token does not carry it',
    before: [arrange.mapped(withoutLevel)],
    failures: [{ check: 'oidc/mapping-assurance', reason: 'The line of the mapping is missing.' }],
  },
  {
    id: 'level-not-readable',
    title: 'Where the client may not read the attribute, the pool’s token does not carry the level',
    before: [arrange.appClient({ readAttributes: ['email', 'given_name', 'family_name'] })],
    failures: [{ check: 'oidc/pool-token-assurance', reason: 'The client may not read the attribute.' }],
  },
  {
    id: 'level-kept',
    title: 'A claim that stays away leaves the old level, and opens the resource',
    known: { 'custom:ial': '2' },
    before: [arrange.idToken({ remove: ['ial'] })],
    failures: [{ check: 'oidc/assurance-claim', reason: 'The claim is taken out, and the attribute stays.' }],
  },
  {
    id: 'resource-unguarded',
    title: 'A resource that nobody guards is found out',
    person: 'bob',
    before: [arrange.resourceUnguarded],
    failures: [
      { check: low, reason: 'Nobody has seen a document of this person.' },
      { check: 'oidc/resource-assurance', reason: 'The resource does not look at the claim.' },
    ],
  },
];
