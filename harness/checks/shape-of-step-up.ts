import { z } from 'zod';

/** What the checks rely on in the record "step-up". */
export const stepUpShape = z.looseObject({ proofingApi: z.string() });
