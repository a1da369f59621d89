import { parseProviderArn } from '../../aws/arn.ts';
import { CountersignError } from '../../model/error.ts';
import { version } from '../version.ts';
import { chooseRoles, type GivenRoles, readAccounts, trustedProviders } from './account.ts';
import { listAssumptions } from './assumptions.ts';
import type { StsReport } from './compare-sts.ts';
import { type InputText, readText } from './input.ts';
import type { layBeside } from './lay-beside.ts';
import { type IdpMetadata, readIdpMetadata } from './metadata.ts';
import { checkAskSts, checkDuration, momentOf, type PredictOptions, sourceOf } from './options.ts';
import { readPeople } from './people.ts';
import { type GivenProviders, type ProviderFile, readProviders, splitProviderArgument } from './providers.ts';
import { openReasonBook } from './reasons.ts';
import { buildReport, type PredictionReport } from './report.ts';
import { findStsTarget } from './sts-target.ts';
import { predictTable, rememberRoleValues, roleValuesOf } from './table.ts';
import { writePrediction } from './write.ts';

/** Says who can assume which role before anybody logs in, from files alone. @returns the exit code */
export async function predict(options: PredictOptions): Promise<number> {
  const { pool = [], loginBy, customRole } = options;
  if (pool.length > 0) return (await import('./pool/predict-pool.ts')).predictPool(options);
  const stray = loginBy !== undefined ? '--login-by' : customRole !== undefined ? '--custom-role' : undefined;
  if (stray !== undefined)
    throw new CountersignError(
      'usage',
      `${stray} speaks of an identity pool, and none is given.`,
      'Add --pool FILE… with the output of "aws cognito-identity describe-identity-pool".',
    );
  const report = await makePrediction(options, Date.now());
  await writePrediction(report, options);
  return { pass: 0, fail: 1, inconclusive: 3 }[report.verdict];
}

/** @param present milliseconds since 1970 @throws CountersignError `usage`, `file` */
export async function makePrediction(options: PredictOptions, present: number): Promise<PredictionReport> {
  const source = sourceOf(options);
  checkDuration(options.duration);
  checkAskSts(options);
  // STS judges at the present moment, and so does a prediction that is laid beside its answers.
  const now = options.askSts ? present : momentOf(options.now);
  const given = readAccounts(await readAll(options.here, options.account));
  const idpMetadata = await readMetadataFile(options);
  const target = findStsTarget(given.partition, options);
  const people = await readPeople(source, { options, given, idpMetadata, now, present });
  const read = rememberRoleValues();
  const listed = new Map(
    people.attributes.map((attributes) => [
      attributes,
      roleValuesOf(attributes, given.partition.id).map(read),
    ]),
  );
  const pairs = [...new Set([...listed.values()].flat())].flatMap((one) => ('pair' in one ? [one.pair] : []));
  const needed = unique(pairs.map(({ provider }) => provider.arn)).filter((arn) => isOf(given, arn));
  const providers = await gatherProviders(options, { idpMetadata, needed, given, now: now ?? present });
  const { shown, leftOut } = chooseRoles(given.roles, new Set(pairs.map(({ role }) => role.arn)));
  const { subjects, unpredicted } = people.meet(providers.providers);
  const listings = subjects.map((subject) => ({
    subject,
    values: listed.get(subject.factsFor(undefined).attributes) ?? [],
  }));
  const world = { given, roles: shown, providers: providers.providers, durationSeconds: options.duration };
  const book = openReasonBook();
  const table = predictTable(listings, world, book);
  const sts = options.askSts
    ? await askBeside(listings, world, { target, roles: options.role, present })
    : undefined;
  return buildReport({
    version,
    from: source.from,
    subjects,
    roles: shown.map(({ arn }) => arn),
    cells: table.cells,
    reasons: book.close(),
    unpredicted: [...unpredicted, ...table.unpredicted],
    leftOut: leftOut.map(({ arn }) => arn),
    assumptions: listAssumptions(table.cells, {
      from: source.from,
      judgedWhenIssued: now === undefined,
      guessed: providers.guessed ? needed : [],
      lent: providers.lent,
      encrypted: providers.providers.some(({ facts }) => facts.encryptionMode === 'Required'),
      nameIdFromUser: people.nameIdFromUser,
    }),
    notes: [...given.notes, ...providers.notes, ...people.notes, ...noteSilence(sts)],
    only: options.only,
    sts,
  });
}

/** AWS's client is loaded only where it is used: it takes longer than most predictions. */
async function askBeside(...given: Parameters<typeof layBeside>): Promise<StsReport> {
  const { layBeside: lay } = await import('./lay-beside.ts');
  return lay(...given);
}

function noteSilence(sts: StsReport | undefined): readonly string[] {
  if (!sts?.comparisons.some(({ answered }) => answered.outcome === 'no-answer')) return [];
  return [
    `STS at ${sts.host} left calls unanswered: see to --sts-endpoint and the network, log in anew, and ask within five minutes.`,
  ];
}

async function readMetadataFile({ here, idpMetadata }: PredictOptions): Promise<IdpMetadata | undefined> {
  return idpMetadata === undefined ? undefined : readIdpMetadata(await readText(here, idpMetadata));
}

interface Surroundings {
  readonly idpMetadata: IdpMetadata | undefined;
  readonly needed: readonly string[];
  readonly given: GivenRoles;
  readonly now: number;
}

async function gatherProviders(
  { here, providers }: PredictOptions,
  { idpMetadata, needed, given, now }: Surroundings,
): Promise<GivenProviders> {
  const files: ProviderFile[] = [];
  for (const argument of providers) {
    const { key, file } = splitProviderArgument(argument);
    files.push({ key, input: await readText(here, file) });
  }
  return readProviders({ files, idpMetadata, needed, trusted: trustedProviders(given.roles), now });
}

async function readAll(here: string, names: readonly string[]): Promise<readonly InputText[]> {
  const texts: InputText[] = [];
  for (const name of unique(names)) texts.push(await readText(here, name));
  return texts;
}

function isOf({ accounts }: GivenRoles, provider: string): boolean {
  return accounts.includes(parseProviderArn(provider)?.account ?? '');
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
