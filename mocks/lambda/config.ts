import { z } from 'zod';

/** One function as the console of AWS Lambda has it. */
export const functionBody = z.strictObject({
  runtime: z.enum(['nodejs', 'python']),
  /** Path of the file with the code: absolute, below the working folder, or below that of this project. */
  file: z.string().min(1),
  /** Name that the file gives the function: `handler`, `lambda_handler`, `define_auth_challenge`. */
  handler: z.string().regex(/^[A-Za-z_$][\w$]*$/, 'A name of a function.'),
  /** Environment variables. */
  environment: z.record(z.string(), z.string()).default({}),
  /**
   * Python names that the file uses and nowhere defines, with their values. Only printed samples need it: a deployed
   * function would end with a NameError.
   */
  globals: z.record(z.string(), z.string()).default({}),
  /** How long Lambda lets it run, in milliseconds; 3 s by default, at most 15 minutes. */
  timeoutMs: z.number().int().min(1).max(900_000).default(3000),
});
export type FunctionConfig = z.output<typeof functionBody>;

export const lambdaBody = z.strictObject({
  region: z.string().default('us-east-1'),
  /** Functions by name. */
  functions: z.record(z.string(), functionBody).default({}),
  /**
   * The only places that functions reach: production origin → address that stands for it. Everything else is refused,
   * loopback included.
   */
  routes: z.record(z.url(), z.url()).default({}),
  /** The interpreter for Python functions. */
  python: z.string().default('python3'),
});
export type LambdaConfig = z.output<typeof lambdaBody>;
export type LambdaInput = z.input<typeof lambdaBody>;
