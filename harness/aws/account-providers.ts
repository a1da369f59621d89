import { type AccountFault, openSource, report, type Source, textOf } from './account-source.ts';
import { parseProviderArn } from './arn.ts';
import { type JsonNode, memberOf } from './policy/json.ts';

/** A line of `aws iam list-saml-providers`. */
export interface ListedProvider {
  readonly arn: string;
  /** As AWS writes it. */
  readonly validUntil?: string;
  readonly createDate?: string;
}

/** `aws iam get-saml-provider`, which does not tell the provider's own ARN. */
export interface ProviderDocument {
  readonly metadata: string;
  readonly uuid?: string;
  readonly encryptionMode?: 'Required' | 'Allowed';
  readonly privateKeyCount: number;
  readonly validUntil?: string;
}

/** Reads `aws iam list-saml-providers`. */
export function readProviderList(text: string): {
  readonly providers: readonly ListedProvider[];
  readonly faults: readonly AccountFault[];
} {
  const { source, root } = openSource(text);
  const list = memberOf(root, 'SAMLProviderList');
  if (list?.kind !== 'array') {
    if (root !== undefined) report(source, root, '', 'There is no SAMLProviderList.');
    return { providers: [], faults: source.faults };
  }
  const providers = list.items.flatMap((item, index) => {
    const arn = textOf(item, 'Arn');
    if (arn !== undefined && parseProviderArn(arn) !== undefined)
      return [
        {
          arn,
          ...optional('validUntil', textOf(item, 'ValidUntil')),
          ...optional('createDate', textOf(item, 'CreateDate')),
        },
      ];
    report(
      source,
      item,
      `/SAMLProviderList/${index}`,
      `Arn is ${arn === undefined ? 'missing' : `“${arn}”`}, not the ARN of a SAML provider.`,
    );
    return [];
  });
  return { providers, faults: source.faults };
}

/** Reads `aws iam get-saml-provider`. The metadata itself is for the caller to read. */
export function readProviderDocument(text: string): {
  readonly provider?: ProviderDocument;
  readonly faults: readonly AccountFault[];
} {
  const { source, root } = openSource(text);
  const metadata = textOf(root, 'SAMLMetadataDocument');
  if (root === undefined) return { faults: source.faults };
  if (metadata === undefined) {
    report(source, root, '', 'There is no SAMLMetadataDocument.');
    return { faults: source.faults };
  }
  const mode = readMode(root, source);
  const keys = memberOf(root, 'PrivateKeyList');
  const provider = {
    metadata,
    privateKeyCount: keys?.kind === 'array' ? keys.items.length : 0,
    ...optional('uuid', textOf(root, 'SAMLProviderUUID')),
    ...(mode === undefined ? {} : { encryptionMode: mode }),
    ...optional('validUntil', textOf(root, 'ValidUntil')),
  };
  return { provider, faults: source.faults };
}

function readMode(root: JsonNode, source: Source): ProviderDocument['encryptionMode'] {
  const mode = textOf(root, 'AssertionEncryptionMode');
  if (mode === undefined || mode === 'Required' || mode === 'Allowed') return mode;
  const says = `AssertionEncryptionMode is “${mode}”; it must be Required or Allowed.`;
  report(source, root, '/AssertionEncryptionMode', says);
  return undefined;
}

function optional<K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } {
  // One key of the literal type K, so the record has the type that is promised.
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: string };
}
