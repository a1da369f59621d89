import { z } from 'zod';
import { lambdaBody } from '../../../lambda/config.ts';

/** Triggers of a pool, by the names of LambdaConfig in CreateUserPool. */
export const triggerNames = [
  'PreSignUp',
  'PostConfirmation',
  'PreAuthentication',
  'PostAuthentication',
  'DefineAuthChallenge',
  'CreateAuthChallenge',
  'VerifyAuthChallengeResponse',
  'PreTokenGeneration',
] as const;
export type TriggerName = (typeof triggerNames)[number];

/** Which function each trigger calls. */
export const lambdaConfigBody = z.partialRecord(z.enum(triggerNames), z.string());
export type LambdaTriggers = z.output<typeof lambdaConfigBody>;

export const apiBody = z.strictObject({
  /** Functions, and where they reach. The pool's own API is reached in any case. */
  lambda: lambdaBody.prefault({}),
  triggers: lambdaConfigBody.default({}),
  /** How long the pool waits for a function: 5 s at AWS, which cannot be changed there. */
  triggerWaitMs: z.number().int().min(1).default(5000),
});
export type PoolApiConfig = z.input<typeof apiBody>;
