import { z } from 'zod';

/** What the checks rely on in the record "oidc". */
export const oidcShape = z.looseObject({ issuer: z.string() });
