import { z } from 'zod';
import { stsShape } from '../sts/config.ts';

export const signInShape = {
  ...stsShape,
  /** Regions beside the global address. */
  regions: z
    .array(z.string().regex(/^[a-z]{2}(-gov)?-[a-z]+-\d$/))
    .default(['us-east-1', 'us-east-2', 'us-west-2', 'eu-west-1', 'eu-central-1']),
};
export const signInBody = z.strictObject(signInShape);
export type SignInConfig = z.input<typeof signInBody>;
