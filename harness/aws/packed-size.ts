export interface Packed {
  readonly policy: string | undefined;
  readonly policyArns: readonly string[];
  readonly tags: readonly { readonly key: string; readonly value: string }[];
  readonly transitiveTagKeys: readonly string[];
}

/**
 * Bytes of the packed space, and what a tag takes beside key and value. Our estimate, the assumption
 * `packed-size-estimated`: AWS does not publish its packing.
 * Chosen so that the samples of the AssumeRole reference come out as printed there: a policy of 98 characters 6 %,
 * three tags with two transitive keys 8 %.
 */
const packedBytes = 1700;
const bytesPerTag = 18;

/** Estimated PackedPolicySize in whole percent, or `undefined` when there is neither policy nor tag. */
export function packedPolicyPercent({
  policy,
  policyArns,
  tags,
  transitiveTagKeys,
}: Packed): number | undefined {
  if (policy === undefined && policyArns.length === 0 && tags.length === 0) return undefined;
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const bytes =
    sizeOf(policy?.replace(/\s+/g, '') ?? '') +
    sum(policyArns.map(sizeOf)) +
    sum(tags.map(({ key, value }) => sizeOf(key) + sizeOf(value) + bytesPerTag)) +
    sum(transitiveTagKeys.map(sizeOf));
  return Math.ceil((bytes * 100) / packedBytes);
}

function sizeOf(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
