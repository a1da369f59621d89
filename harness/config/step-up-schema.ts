import { z } from 'zod';

/** One function, as the console of AWS Lambda has it. */
const ownFunction = z.strictObject({
  runtime: z.enum(['nodejs', 'python']),
  /** Path of its file, from the folder of the configuration. */
  file: z.string().min(1),
  /** Name that the file gives it: `handler`, `lambda_handler`. */
  handler: z.string().min(1),
  /** Environment variables; `{apiKey}` and the other words in braces stand for what the run makes up. */
  environment: z.record(z.string(), z.string()).default({}),
  /** Python names that the file uses and nowhere defines; only printed samples need it. */
  globals: z.record(z.string(), z.string()).default({}),
  /** How long Lambda lets it run, in milliseconds. */
  timeoutMs: z.number().int().min(1).max(900_000).default(3000),
});
export type OwnFunction = z.output<typeof ownFunction>;

/** Triggers that have something to do with step-up, and the two functions behind the application's own API. */
export const stepUpFunctionNames = [
  'PreSignUp',
  'PostConfirmation',
  'DefineAuthChallenge',
  'CreateAuthChallenge',
  'VerifyAuthChallengeResponse',
  'PreTokenGeneration',
  'callback',
  'resource',
] as const;

/** Step-up by Lambda functions: those of the samples, unless a rollout names its own. */
export const stepUp = z.strictObject({
  /** Own functions; a trigger that is not named has none. `callback` and `resource` stay those of the samples. */
  functions: z.partialRecord(z.enum(stepUpFunctionNames), ownFunction).optional(),
  /** The interpreter for Python functions. */
  python: z.string().default('python3'),
  linkAttribute: z.string().default('custom:blockid_sub'),
  assuranceAttribute: z.string().default('custom:ial'),
  /** Further attributes of the pool that the functions use. */
  attributes: z.array(z.string()).default(['custom:idv_session']),
  /** Claims of the ID token that access depends on. */
  claims: z
    .strictObject({
      assurance: z.string().default('assurance_level'),
      stepUp: z.string().default('step_up'),
    })
    .prefault({}),
  documents: z.array(z.string()).min(1).default(['drivers_license', 'passport']),
  liveness: z.string().default('active'),
  reason: z.string().default('high_value_transaction'),
});
export type StepUpSettings = z.output<typeof stepUp>;
