import type { SamlProviderFacts } from '../../aws/account-facts.ts';
import { readProviderDocument, readProviderList } from '../../aws/account-providers.ts';
import type { AccountFault } from '../../aws/account-source.ts';
import { parseProviderArn } from '../../aws/arn.ts';
import { memberOf, readJson } from '../../aws/policy/json.ts';
import { CountersignError } from '../../model/error.ts';
import { faultAt, type InputText } from './input.ts';
import { type IdpMetadata, readIdpMetadata } from './metadata.ts';

/** A SAML provider of IAM, with the certificates that its metadata holds. */
export interface GivenProvider {
  readonly facts: SamlProviderFacts;
  readonly certificates: readonly string[];
}

export interface GivenProviders {
  readonly providers: readonly GivenProvider[];
  /** True when no list said which providers there are, so that they are taken from Role values and trust policies. */
  readonly guessed: boolean;
  /** ARNs of those with a part in the prediction that were given the identity provider's metadata. */
  readonly lent: readonly string[];
  readonly notes: readonly string[];
}

/** A file of `--providers`; the part before `=`, if any, is the provider's name or ARN. */
export interface ProviderFile {
  readonly key: string | undefined;
  readonly input: InputText;
}

export interface ProviderSources {
  readonly files: readonly ProviderFile[];
  readonly idpMetadata: IdpMetadata | undefined;
  /** ARNs that Role values name: without their metadata nothing can be predicted. */
  readonly needed: readonly string[];
  /** ARNs that trust policies name. */
  readonly trusted: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

interface Listed {
  readonly arn: string;
  readonly validUntil?: string | undefined;
}

const next =
  'Write it with "aws iam list-saml-providers" or "aws iam get-saml-provider --saml-provider-arn ARN", as JSON.';

/** `1Kosmos=provider.json` or `arn:…=provider.json`; a name has no slash, so no path is taken for one. */
export function splitProviderArgument(text: string): {
  readonly key: string | undefined;
  readonly file: string;
} {
  const [, key, file] = /^(arn:[^=]+|[\w.-]{1,128})=(.+)$/.exec(text) ?? [];
  return key === undefined || file === undefined ? { key: undefined, file: text } : { key, file };
}

/**
 * Puts together which SAML providers there are and what metadata each has: its own from get-saml-provider, else that
 * of the identity provider. @throws CountersignError `file`, `usage`
 */
export function readProviders(sources: ProviderSources): GivenProviders {
  const lists = sources.files.filter(({ input }) => holds(input, 'SAMLProviderList'));
  const documents = sources.files.filter((file) => !lists.includes(file));
  const listed = lists.flatMap(({ input }) => {
    const { providers, faults } = readProviderList(input.text);
    refuseFaults(input, faults);
    return providers;
  });
  const guessed = lists.length === 0;
  const named = unique([...sources.needed, ...sources.trusted]);
  const known: readonly Listed[] = guessed ? named.map((arn) => ({ arn })) : listed;
  const own = new Map(documents.map((file) => readDocument(file, known)));
  const arns = unique([...known.map(({ arn }) => arn), ...own.keys()]);
  const providers = arns.map((arn) => own.get(arn) ?? fromMetadata(arn, sources));
  const lent = arns.filter((arn) => !own.has(arn) && sources.needed.includes(arn));
  return { providers, guessed, lent, notes: listed.flatMap((one) => noteExpiry(one, sources.now)) };
}

function readDocument(
  { key, input }: ProviderFile,
  known: readonly Listed[],
): readonly [arn: string, provider: GivenProvider] {
  const { provider, faults } = readProviderDocument(input.text);
  refuseFaults(input, faults);
  if (provider === undefined)
    throw faultAt(input.name, { line: 1, column: 1 }, 'There is no provider.', next);
  const { arn } = findProvider({ key, input }, provider.validUntil, known);
  const metadata = readIdpMetadata({ name: `${input.name} (SAMLMetadataDocument)`, text: provider.metadata });
  const { uuid, encryptionMode } = provider;
  const facts = {
    arn,
    entityId: metadata.entityId,
    certificateCount: metadata.certificates.length,
    ...(uuid === undefined ? {} : { uuid }),
    ...(encryptionMode === undefined ? {} : { encryptionMode }),
  };
  return [arn, { facts, certificates: metadata.certificates }];
}

/** get-saml-provider does not repeat the ARN: the user tells, or there is only one that it can be. */
function findProvider(
  { key, input }: ProviderFile,
  validUntil: string | undefined,
  known: readonly Listed[],
): Listed {
  const named = known.filter(({ arn }) => arn === key || parseProviderArn(arn)?.name === key);
  if (key !== undefined && parseProviderArn(key) !== undefined) return { arn: key };
  const sameDate = known.filter((one) => one.validUntil !== undefined && one.validUntil === validUntil);
  const candidates = key !== undefined ? named : sameDate.length === 1 ? sameDate : known;
  const [only] = candidates;
  if (only !== undefined && candidates.length === 1) return only;
  const arns = (candidates.length > 0 ? candidates : known).map(({ arn }) => arn);
  throw new CountersignError(
    'file',
    key === undefined
      ? `"${input.name}" does not say which provider it belongs to.`
      : `"${key}" is the name of ${candidates.length === 0 ? 'no' : 'more than one'} SAML provider.`,
    `Write --providers ARN=${input.name}${arns.length > 0 ? `, with one of ${arns.join(', ')}` : ''}.`,
  );
}

function fromMetadata(arn: string, { idpMetadata, needed }: ProviderSources): GivenProvider {
  if (idpMetadata === undefined && !needed.includes(arn))
    return { facts: { arn, entityId: undefined, certificateCount: 0 }, certificates: [] };
  if (idpMetadata === undefined)
    throw new CountersignError(
      'usage',
      `The metadata of the SAML provider ${arn} is not known.`,
      `Add --idp-metadata FILE, or --providers ${arn}=FILE with the output of get-saml-provider.`,
    );
  const { entityId, certificates } = idpMetadata;
  return { facts: { arn, entityId, certificateCount: certificates.length }, certificates };
}

function refuseFaults({ name }: InputText, [fault]: readonly AccountFault[]): void {
  if (fault !== undefined) throw faultAt(name, fault.place, fault.says, next);
}

function noteExpiry({ arn, validUntil }: Listed, now: number): readonly string[] {
  const end = Date.parse(validUntil ?? '');
  // How STS answers then is not documented, so it changes no cell.
  return end <= now ? [`The metadata of ${arn} was valid until ${validUntil}.`] : [];
}

/** Whether a file is JSON with this member; one that is no JSON is told of where it is read. */
function holds({ text }: InputText, member: string): boolean {
  const json = readJson(text.replace(/^\uFEFF/, ''));
  return 'root' in json && memberOf(json.root, member) !== undefined;
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
