import { z } from 'zod';

/** What the checks rely on in the record "identity-pool". */
export const identityPoolShape = z.looseObject({ identityPoolId: z.string() });
