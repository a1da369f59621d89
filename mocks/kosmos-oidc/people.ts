import { createHash } from 'node:crypto';
import type { Biometric } from '../../harness/model/records.ts';
import type { User } from '../idp/config.ts';

/** `sub` of a person: the same at every login, and not their e-mail address. */
export function subjectOf({ email, custom }: Pick<User, 'email' | 'custom'>): string {
  if (typeof custom.sub === 'string') return custom.sub;
  const hex = createHash('sha256').update(`did:${email}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/** What a login proved about who somebody is: not more than they were proofed to, and only by LiveID. */
export function assuranceOf(user: User, biometric: Biometric): 1 | 2 {
  return user.custom.ial === '2' && biometric === 'live-id' ? 2 : 1;
}

/** As 1Kosmos writes it in `acr`. */
export function acrOf(level: 1 | 2): string {
  return `/assurance/ial/${level}/`;
}

/** Authentication methods (RFC 8176), and the level, which 1Kosmos puts among them. */
export function amrOf(biometric: Biometric, level: 1 | 2): readonly string[] {
  return ['hwk', biometric === 'touch-id' ? 'fpt' : 'face', acrOf(level)];
}
