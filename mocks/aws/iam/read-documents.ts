import { z } from 'zod';
import { findCutPages, mergeRoles, readRoles } from '../../../harness/aws/account.ts';
import type { RoleFacts } from '../../../harness/aws/account-facts.ts';
import { locator, readJson } from '../../../harness/aws/policy/json.ts';
import { ControlError } from '../../core/control.ts';
import { providerArn } from './config.ts';
import type { EncryptionMode, Tag } from './types.ts';

/** A file that AWS emitted, or a metadata document. */
export interface AwsDocument {
  /**
   * JSON, parsed or as text, of `aws iam get-account-authorization-details`, `list-roles`, `get-role`,
   * `list-saml-providers` or `get-saml-provider`; or the text of an identity provider's metadata.
   */
  readonly content?: unknown;
  /** ARN of the provider that metadata or get-saml-provider belong to: neither tells. */
  readonly arn?: string | undefined;
  /** File that it was read from, for messages. */
  readonly name?: string | undefined;
}

export interface ProviderRecord {
  readonly arn: string;
  readonly metadata?: string;
  readonly uuid?: string | undefined;
  /** Milliseconds since 1970. */
  readonly createdAt?: number | undefined;
  readonly validUntil?: number | undefined;
  readonly tags?: readonly Tag[];
  readonly encryptionMode?: EncryptionMode | undefined;
  readonly keyIds?: readonly { readonly id: string; readonly addedAt: number }[];
}

export interface AwsRecords {
  readonly roles: readonly RoleFacts[];
  readonly providers: readonly ProviderRecord[];
  /** Sentences about parts of the files that could not be used. */
  readonly notes: readonly string[];
}

const instant = z.union([z.string(), z.number()]).transform((value, ctx) => {
  // The CLI prints ISO 8601, with another setting seconds.
  const ms = typeof value === 'number' ? value * 1000 : Date.parse(value);
  if (Number.isNaN(ms)) ctx.addIssue({ code: 'custom', message: 'It is no time in ISO 8601.' });
  return ms;
});
const tagList = z
  .array(z.looseObject({ Key: z.string(), Value: z.string() }))
  .default([])
  .transform((tags) => tags.map(({ Key, Value }) => ({ key: Key, value: Value })));

const providerList = z.looseObject({
  SAMLProviderList: z.array(
    z
      .looseObject({ Arn: providerArn, ValidUntil: instant.optional(), CreateDate: instant.optional() })
      .transform(
        (one): ProviderRecord => ({ arn: one.Arn, createdAt: one.CreateDate, validUntil: one.ValidUntil }),
      ),
  ),
});

const providerDocument = z.looseObject({
  SAMLMetadataDocument: z.string(),
  SAMLProviderUUID: z.string().optional(),
  CreateDate: instant.optional(),
  ValidUntil: instant.optional(),
  Tags: tagList,
  AssertionEncryptionMode: z.enum(['Required', 'Allowed']).optional(),
  PrivateKeyList: z
    .array(z.looseObject({ KeyId: z.string(), Timestamp: instant }))
    .default([])
    .transform((keys) => keys.map(({ KeyId, Timestamp }) => ({ id: KeyId, addedAt: Timestamp }))),
});

const roleKeys = ['RoleDetailList', 'Roles', 'Role'];
const knownKeys = [...roleKeys, 'SAMLProviderList', 'SAMLMetadataDocument'];

/** `name`: what messages call it, the file or its place among the others. */
type OpenDocument = { readonly name: string; readonly text: string; readonly arn: string | undefined } & (
  | { readonly kind: 'metadata' }
  | { readonly kind: 'json'; readonly json: object }
);

/**
 * Reads files in any order. One that is none of the known kinds, or has a value that AWS would not write, is refused
 * with file, key, what was found, and what to do.
 */
export function readAwsDocuments(documents: readonly AwsDocument[]): AwsRecords {
  const opened = documents.map((document, index) => open(document, index));
  const files = opened.filter((one) => one.kind === 'json');
  const readings = files
    .filter(({ json }) => roleKeys.some((key) => key in json))
    .map(({ name, text }) => ({ name, ...readRoles(text) }));
  const listed = files
    .filter(({ json }) => 'SAMLProviderList' in json)
    .flatMap((file) => readAs(providerList, file).SAMLProviderList);
  const cut = findCutPages(readings);
  const given = opened.flatMap((one) => readProvider(one, listed));
  return {
    roles: readings.reduce<readonly RoleFacts[]>((all, { roles }) => mergeRoles(all, roles), []),
    providers: mergeProviders([...listed, ...given]),
    notes: readings.flatMap((reading) => [
      ...reading.faults.map(
        ({ says, place }) => `${reading.name}: ${says} (line ${place.line}, column ${place.column})`,
      ),
      ...(cut.includes(reading)
        ? [
            `${reading.name}: AWS cut the list of roles (IsTruncated), and no last page is given: roles may be missing.`,
          ]
        : []),
    ]),
  };
}

function open({ content, arn, name: given }: AwsDocument, index: number): OpenDocument {
  const name = given ?? `Document ${index + 1}`;
  if (typeof content === 'string' && !/^\ufeff?\s*[{[]/.test(content))
    return { kind: 'metadata', name, text: content, arn };
  const text = typeof content === 'string' ? content.replace(/^\ufeff/, '') : JSON.stringify(content ?? null);
  const json = parseJson(text, name);
  if (typeof json === 'object' && json !== null && knownKeys.some((key) => key in json))
    return { kind: 'json', name, text, json, arn };
  throw new ControlError(
    400,
    `${name} has none of ${knownKeys.join(', ')}, ${describeKeys(json)}: it is no output of \`aws iam\` that can be read here. ${howToWrite}`,
  );
}

const howToWrite =
  'Write it with `aws iam get-account-authorization-details`, `list-roles`, `list-saml-providers` or `get-saml-provider`, with --output json.';

function parseJson(text: string, name: string): unknown {
  const reading = readJson(text);
  if ('root' in reading) return JSON.parse(text);
  const { line, column } = locator(text)(reading.problem.at);
  throw new ControlError(
    400,
    `${name} is not JSON, line ${line}, column ${column}: ${reading.problem.says} ${howToWrite}`,
  );
}

function describeKeys(json: unknown): string {
  if (Array.isArray(json)) return 'and is a list';
  if (typeof json !== 'object' || json === null) return `and is ${JSON.stringify(json)}`;
  const keys = Object.keys(json).slice(0, 5);
  return keys.length === 0 ? 'and has no key' : `and has ${keys.join(', ')}`;
}

/** A file that does not have what AWS writes there: which key, what was found, what to do. */
function readAs<T>(
  schema: z.ZodType<T>,
  { name, json }: { readonly name: string; readonly json: object },
): T {
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const faults = result.error.issues.slice(0, 3).map(({ path, message }) => {
    const value = path.reduce<unknown>(
      // Whatever stands there is only shown.
      (inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key],
      json,
    );
    const found = typeof value === 'string' ? `“${value.slice(0, 60)}”` : JSON.stringify(value)?.slice(0, 60);
    return `${path.join('/')} is ${found ?? 'missing'}: ${message.replace(/\.?$/, '.')}`;
  });
  throw new ControlError(400, `${name} cannot be read. ${faults.join(' ')} ${howToWrite}`);
}

function readProvider(document: OpenDocument, listed: readonly ProviderRecord[]): readonly ProviderRecord[] {
  const { arn, name } = document;
  if (document.kind === 'metadata')
    return [{ arn: need(arn, `${name}, metadata,`), metadata: document.text }];
  if (!('SAMLMetadataDocument' in document.json)) return [];
  const provider = readAs(providerDocument, document);
  return [
    {
      arn: arn ?? need(findListed(provider, listed)?.arn, `${name}, the output of get-saml-provider,`),
      metadata: provider.SAMLMetadataDocument,
      uuid: provider.SAMLProviderUUID,
      createdAt: provider.CreateDate,
      validUntil: provider.ValidUntil,
      tags: provider.Tags,
      encryptionMode: provider.AssertionEncryptionMode,
      keyIds: provider.PrivateKeyList,
    },
  ];
}

/** get-saml-provider does not repeat the ARN; the two dates find it where they are those of one provider only. */
function findListed(
  { CreateDate, ValidUntil }: z.output<typeof providerDocument>,
  listed: readonly ProviderRecord[],
): ProviderRecord | undefined {
  const found = listed.filter((one) => one.createdAt === CreateDate && one.validUntil === ValidUntil);
  return found.length === 1 ? found[0] : undefined;
}

function need(arn: string | undefined, what: string): string {
  if (arn !== undefined) return arn;
  throw new ControlError(400, `${what} does not say which provider it belongs to. Give its ARN beside it.`);
}

/** The same provider in two files: what only one of them tells is kept. */
function mergeProviders(records: readonly ProviderRecord[]): readonly ProviderRecord[] {
  const merged = new Map<string, ProviderRecord>();
  for (const one of records) {
    const told = Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined));
    merged.set(one.arn, { ...merged.get(one.arn), ...told, arn: one.arn });
  }
  return [...merged.values()];
}
