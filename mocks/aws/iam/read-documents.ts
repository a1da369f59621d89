import { z } from 'zod';
import { mergeRoles, readRoles } from '../../../harness/aws/account.ts';
import type { RoleFacts } from '../../../harness/aws/account-facts.ts';
import { ControlError } from '../../core/control.ts';
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
  if (Number.isNaN(ms)) ctx.addIssue({ code: 'custom', message: `"${value}" is no time.` });
  return ms;
});
const tagList = z
  .array(z.looseObject({ Key: z.string(), Value: z.string() }))
  .default([])
  .transform((tags) => tags.map(({ Key, Value }) => ({ key: Key, value: Value })));

const providerList = z.looseObject({
  SAMLProviderList: z.array(
    z
      .looseObject({ Arn: z.string(), ValidUntil: instant.optional(), CreateDate: instant.optional() })
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

type OpenDocument =
  | { readonly kind: 'metadata'; readonly text: string; readonly arn: string | undefined }
  | { readonly kind: 'json'; readonly text: string; readonly json: object; readonly arn: string | undefined };

/** Reads files in any order. One that is none of the known kinds is refused with what was expected. */
export function readAwsDocuments(documents: readonly AwsDocument[]): AwsRecords {
  const opened = documents.map(open);
  const files = opened.filter((one) => one.kind === 'json');
  const readings = files
    .filter(({ json }) => roleKeys.some((key) => key in json))
    .map(({ text }) => readRoles(text));
  const listed = files
    .filter(({ json }) => 'SAMLProviderList' in json)
    .flatMap(({ json }) => providerList.parse(json).SAMLProviderList);
  const given = opened.flatMap((one) => readProvider(one, listed));
  return {
    roles: readings.reduce<readonly RoleFacts[]>((all, { roles }) => mergeRoles(all, roles), []),
    providers: mergeProviders([...listed, ...given]),
    notes: readings.flatMap(({ faults, truncated }) => [
      ...faults.map(({ says, place }) => `${says} (line ${place.line}, column ${place.column})`),
      ...(truncated ? ['AWS cut the list of roles (IsTruncated): roles may be missing.'] : []),
    ]),
  };
}

function open({ content, arn }: AwsDocument): OpenDocument {
  if (typeof content === 'string' && !content.trimStart().startsWith('{'))
    return { kind: 'metadata', text: content, arn };
  const text = typeof content === 'string' ? content : JSON.stringify(content ?? null);
  const json = parseJson(text);
  if (typeof json === 'object' && json !== null && knownKeys.some((key) => key in json))
    return { kind: 'json', text, json, arn };
  throw new ControlError(
    400,
    `A file has none of ${knownKeys.join(', ')}: it is no output of \`aws iam\` that can be read here.`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readProvider(document: OpenDocument, listed: readonly ProviderRecord[]): readonly ProviderRecord[] {
  const { arn } = document;
  if (document.kind === 'metadata') return [{ arn: need(arn, 'Metadata'), metadata: document.text }];
  if (!('SAMLMetadataDocument' in document.json)) return [];
  const provider = providerDocument.parse(document.json);
  return [
    {
      arn: arn ?? need(findListed(provider, listed)?.arn, 'The output of get-saml-provider'),
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
