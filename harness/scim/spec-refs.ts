import type { SpecRef } from '../model/spec.ts';

/** References that the area rests on. @param says the sentence relied on, in our words */
export const refs = {
  page: (section: string, says: string): SpecRef => ({ document: 'aws-scim', section, says }),
  schema: (section: string, says: string): SpecRef => ({ document: 'rfc7643', section, says }),
  protocol: (section: string, says: string): SpecRef => ({ document: 'rfc7644', section, says }),
  guide: (section: string, says: string): SpecRef => ({ document: 'idemeum', section, says }),
  userGuide: (section: string, says: string): SpecRef => ({ document: 'aws-identity-center', section, says }),
} as const;
