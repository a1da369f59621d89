import type { SamlAttribute } from '../../aws/claims.ts';
import { signInAddress } from '../../aws/sign-in-addresses.ts';
import { CountersignError } from '../../model/error.ts';
import type { GivenRoles } from './account.ts';
import { readText } from './input.ts';
import { type Mapping, readMapping } from './mapping.ts';
import type { IdpMetadata } from './metadata.ts';
import type { PredictOptions, Source } from './options.ts';
import type { GivenProvider } from './providers.ts';
import { readSavedResponse, type SavedResponse } from './responses.ts';
import { mapUsers, planSubjects, savedSubjects } from './subjects.ts';
import type { Subject, Unpredicted } from './table.ts';
import { readUsers } from './users.ts';

/** Everybody that is predicted for, before the providers are known that their assertions name. */
export interface People {
  /** Of each, in order. */
  readonly attributes: readonly (readonly SamlAttribute[])[];
  readonly nameIdFromUser: boolean;
  readonly notes: readonly string[];
  /** @throws CountersignError `usage` when nobody tells the issuer */
  readonly meet: (providers: readonly GivenProvider[]) => {
    readonly subjects: readonly Subject[];
    readonly unpredicted: readonly Unpredicted[];
  };
}

export interface PeopleOptions {
  readonly options: PredictOptions;
  readonly given: GivenRoles;
  readonly idpMetadata: IdpMetadata | undefined;
  /** Milliseconds since 1970: the moment that was asked for, and the present one. */
  readonly now: number | undefined;
  readonly present: number;
}

/** @throws CountersignError `file` */
export function readPeople(source: Source, how: PeopleOptions): Promise<People> {
  return source.from === 'responses' ? readSaved(source.files, how) : readListed(source, how);
}

async function readSaved(
  files: readonly string[],
  { options, idpMetadata, now, present }: PeopleOptions,
): Promise<People> {
  const responses: SavedResponse[] = [];
  for (const file of new Set(files))
    responses.push(readSavedResponse(await readText(options.here, file), idpMetadata?.certificates ?? []));
  return {
    attributes: responses.map(({ factsFor }) => factsFor(undefined).attributes),
    nameIdFromUser: false,
    notes: [],
    meet: () => savedSubjects(responses, { now, present }),
  };
}

async function readListed(
  files: Extract<Source, { from: 'users' }>,
  { options, given, idpMetadata, now, present }: PeopleOptions,
): Promise<People> {
  const { partition } = given;
  const prefix = partition.attributePrefixes[0] ?? '';
  const list = readUsers(await readText(options.here, files.users));
  if (list.users.length === 0)
    throw new CountersignError('file', `"${files.users}" lists no user.`, 'Give each user a line.');
  const mapping = readMapping(await readText(options.here, files.mapping), prefix, list.fields);
  const users = mapUsers(list.users, mapping);
  const plan = {
    mapping,
    idpMetadata,
    recipient: options.recipient ?? signInAddress(partition),
    audience: mapping.audience ?? partition.entityIds[0] ?? '',
    now: now ?? present,
  };
  return {
    attributes: users.map(({ attributes }) => attributes),
    nameIdFromUser: mapping.nameId === undefined,
    notes: noteShortNames(files.mapping, mapping, prefix),
    meet: (providers) => ({ subjects: planSubjects(users, plan, providers), unpredicted: [] }),
  };
}

/** AWS itself takes the full names only, so it must be seen that the short ones were read as such. */
function noteShortNames(file: string, { shortNames }: Mapping, prefix: string): readonly string[] {
  if (shortNames.length === 0) return [];
  return [`"${file}" writes ${shortNames.join(', ')} short; each is taken with ${prefix} in front.`];
}
