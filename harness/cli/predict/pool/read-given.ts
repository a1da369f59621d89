import { joinPool, readPoolFile } from '../../../aws/identity-pool/read-pool.ts';
import { CountersignError } from '../../../model/error.ts';
import type { IdentityPool } from '../../../model/identity-pool-records.ts';
import { faultAt, type InputText, readText } from '../input.ts';
import type { PredictOptions } from '../options.ts';

/** The pool of the files, and what is to be said of them. */
export interface GivenPool {
  readonly pool: IdentityPool;
  /** ARN of the SAML provider by which everybody logs in. */
  readonly provider: string;
  readonly notes: readonly string[];
}

const next =
  'Write it with "aws cognito-identity describe-identity-pool --identity-pool-id ID", as JSON; likewise get-identity-pool-roles, and get-principal-tag-attribute-map for the provider.';

/** Reads what AWS prints about one identity pool. @throws CountersignError `file`, `usage` */
export async function readGivenPool({ here, pool = [], loginBy }: PredictOptions): Promise<GivenPool> {
  const files: { readonly input: InputText; readonly read: ReturnType<typeof readPoolFile> }[] = [];
  for (const name of new Set(pool)) {
    const input = await readText(here, name);
    const read = readPoolFile(input.text);
    const [fault] = read.faults;
    if (fault !== undefined) throw faultAt(input.name, fault.place, fault.says, next);
    files.push({ input, read });
  }
  const joined = joinPool(files.map(({ read }) => read));
  if (joined === undefined) throw usage('None of the files describes the pool itself.', next);
  const stray = files.find(({ read }) => read.identityPoolId !== joined.identityPoolId);
  if (stray !== undefined)
    throw usage(
      `"${stray.input.name}" is about ${stray.read.identityPoolId}, and the pool is ${joined.identityPoolId}.`,
      'Predict one pool at a time.',
    );
  for (const part of ['pool', 'roles'] as const) {
    const same = files.filter(({ read }) => read.part === part).map(({ input }) => `"${input.name}"`);
    if (same.length > 1)
      throw usage(`${same.join(' and ')} tell the same.`, 'Give one file of each command.');
  }
  return {
    pool: joined,
    provider: chooseProvider(joined, loginBy),
    notes: notesOf(files.map(({ read }) => read.part)),
  };
}

/** What is not given is taken for what AWS prints of a pool without it, which must be seen. */
function notesOf(parts: readonly (string | undefined)[]): readonly string[] {
  return [
    ...(parts.includes('roles')
      ? []
      : [
          'No output of get-identity-pool-roles is given: the pool is taken to have neither roles nor rules.',
        ]),
    ...(parts.includes('tags')
      ? []
      : [
          'No output of get-principal-tag-attribute-map is given: attributes for access control are taken for inactive.',
        ]),
  ];
}

function chooseProvider({ samlProviders }: IdentityPool, wanted: string | undefined): string {
  if (wanted !== undefined) return wanted;
  const [only, ...others] = samlProviders;
  if (only !== undefined && others.length === 0) return only;
  throw usage(
    only === undefined
      ? 'The pool lists no SAML provider.'
      : `The pool lists several SAML providers: ${samlProviders.join(', ')}.`,
    'Add --login-by ARN with the one by which people log in.',
  );
}

function usage(message: string, how: string): CountersignError {
  return new CountersignError('usage', message, how);
}
