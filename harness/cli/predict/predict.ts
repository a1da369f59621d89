import { parseProviderArn } from '../aws/arn.ts';
import { chooseRoles, type GivenRoles, readAccounts, trustedProviders } from './predict-account.ts';
import { listAssumptions } from './predict-assumptions.ts';
import { type InputText, readText } from './predict-input.ts';
import { type IdpMetadata, readIdpMetadata } from './predict-metadata.ts';
import { checkDuration, momentOf, type PredictOptions, sourceOf } from './predict-options.ts';
import { readPeople } from './predict-people.ts';
import {
  type GivenProviders,
  type ProviderFile,
  readProviders,
  splitProviderArgument,
} from './predict-providers.ts';
import { openReasonBook } from './predict-reasons.ts';
import { buildReport, type PredictionReport } from './predict-report.ts';
import { predictTable, rememberRoleValues, roleValuesOf } from './predict-table.ts';
import { writePrediction } from './predict-write.ts';
import { version } from './version.ts';

/** Says who can assume which role before anybody logs in, from files alone. @returns the exit code */
export async function predict(options: PredictOptions): Promise<number> {
  const report = await makePrediction(options, Date.now());
  await writePrediction(report, options);
  return { pass: 0, fail: 1, inconclusive: 3 }[report.verdict];
}

/** @param present milliseconds since 1970 @throws CountersignError `usage`, `file` */
export async function makePrediction(options: PredictOptions, present: number): Promise<PredictionReport> {
  const source = sourceOf(options);
  checkDuration(options.duration);
  const now = momentOf(options.now);
  const given = readAccounts(await readAll(options.here, options.account));
  const idpMetadata = await readMetadataFile(options);
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
  const book = openReasonBook();
  const table = predictTable(
    subjects.map((subject) => ({
      subject,
      values: listed.get(subject.factsFor(undefined).attributes) ?? [],
    })),
    { given, roles: shown, providers: providers.providers, durationSeconds: options.duration },
    book,
  );
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
    notes: [...given.notes, ...providers.notes, ...people.notes],
    only: options.only,
  });
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
