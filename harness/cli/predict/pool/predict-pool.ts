import { openPoolPredictor } from '../../../aws/identity-pool/predict.ts';
import { CountersignError } from '../../../model/error.ts';
import { version } from '../../version.ts';
import { readAccounts } from '../account.ts';
import { type InputText, readText } from '../input.ts';
import { readIdpMetadata } from '../metadata.ts';
import { momentOf, type PredictOptions, sourceOf } from '../options.ts';
import { readPeople } from '../people.ts';
import type { GivenProvider } from '../providers.ts';
import { writePieces } from '../write.ts';
import { summarizePool, writePoolToConsole } from './pool-console.ts';
import { writePoolCsv } from './pool-csv.ts';
import { buildPoolReport, type PoolPredictionReport } from './pool-report.ts';
import { readGivenPool } from './read-given.ts';

/** Says which role and tags people get of an identity pool before anybody logs in, from files alone. @returns the exit code */
export async function predictPool(options: PredictOptions): Promise<number> {
  const report = await makePoolPrediction(options, Date.now());
  await writePieces(options, {
    pieces: (style) => {
      if (options.format === 'csv') return writePoolCsv(report);
      if (options.format === 'json') return [`${JSON.stringify(report, null, 2)}\n`];
      return writePoolToConsole(report, style);
    },
    summary: (style) => summarizePool(report, style),
  });
  return { pass: 0, fail: 1, inconclusive: 3 }[report.verdict];
}

/** @param present milliseconds since 1970 @throws CountersignError `usage`, `file` */
export async function makePoolPrediction(
  options: PredictOptions,
  present: number,
): Promise<PoolPredictionReport> {
  refuseStray(options);
  const { pool, provider: arn, notes } = await readGivenPool(options);
  const idpMetadata =
    options.idpMetadata === undefined
      ? undefined
      : readIdpMetadata(await readText(options.here, options.idpMetadata));
  const issuer = idpMetadata?.entityId ?? 'urn:countersign:the-identity-provider';
  const provider: GivenProvider = {
    facts: { arn, entityId: issuer, certificateCount: idpMetadata?.certificates.length ?? 1 },
    certificates: idpMetadata?.certificates ?? [],
  };
  const source = sourceOf({ ...options, providers: [arn] });
  const given = readAccounts(await readAll(options));
  const now = momentOf(options.now);
  const people = await readPeople(source, { options, given, idpMetadata, now, present });
  const { subjects, unpredicted } = people.meet([provider]);
  const { customRole } = options;
  const predict = openPoolPredictor({
    pool,
    roles: given.roles,
    provider: provider.facts,
    ...(customRole === undefined ? {} : { customRoleArn: customRole }),
  });
  return buildPoolReport({
    version,
    from: source.from,
    pool,
    provider: arn,
    people: subjects.map(({ name, from, now: at, length, factsFor }) => ({
      name,
      from,
      prediction: predict({
        // Without metadata nothing tells the issuer that IAM knows: it is taken to be that of the assertions.
        assertion: idpMetadata === undefined ? { ...factsFor(provider), issuer } : factsFor(provider),
        now: at,
        ...(length === undefined ? {} : { length }),
      }),
    })),
    unpredicted,
    notes: [...given.notes, ...notes, ...people.notes],
  });
}

/** What speaks of STS, or of a form that there is not. */
function refuseStray(options: PredictOptions): void {
  const { askSts, stsEndpoint, region, role, duration, only, providers, responses, idpMetadata } = options;
  const given: readonly (readonly [string, boolean])[] = [
    ['--ask-sts', askSts],
    ['--sts-endpoint', stsEndpoint !== undefined],
    ['--region', region !== undefined],
    ['--role', role.length > 0],
    ['--duration', duration !== undefined],
    ['--only', only !== undefined],
    ['--providers', providers.length > 0],
  ];
  const stray = given.find(([, isGiven]) => isGiven)?.[0];
  if (stray !== undefined)
    throw new CountersignError(
      'usage',
      `${stray} does not go with --pool: it is about STS.`,
      'Leave it out, or predict the account without --pool.',
    );
  if (options.format === 'html')
    throw new CountersignError(
      'usage',
      'A prediction for an identity pool is no page.',
      'Write it with --format console, json or csv.',
    );
  if (responses.length > 0 && idpMetadata === undefined)
    throw new CountersignError(
      'usage',
      'Nothing tells whose signatures the responses are to have.',
      'Add --idp-metadata FILE, as it was uploaded to IAM.',
    );
}

async function readAll({ here, account }: PredictOptions): Promise<readonly InputText[]> {
  const texts: InputText[] = [];
  for (const name of new Set(account)) texts.push(await readText(here, name));
  return texts;
}
