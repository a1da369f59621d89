import { awsAttributes } from '../../aws/saml-attributes.ts';
import type { AttributeReading, ResponseReading } from '../../model/readings.ts';
import { attributesOf } from '../attributes/_attributes.ts';
import { awsName } from './_attributes.ts';

const known: readonly string[] = Object.values(awsAttributes);
const nearly = /^\s*(?:https?:)?(?:\/\/[^/]*)?\/?saml\/attributes\/(.+?)\s*$/i;
const accessControl = 'AccessControl:';

/** An attribute that AWS passes over, though it is plainly one of AWS's. */
export interface MisnamedAttribute {
  readonly attribute: AttributeReading;
  /** What it is meant as, for example `Role` or `PrincipalTag:`. */
  readonly meant: string;
  /** `name`: the name is nearly right. `friendly-name`: the right one stands in FriendlyName. */
  readonly by: 'name' | 'friendly-name';
}

/** Attributes whose name differs from one of AWS's in case, host, scheme or white space, or is in the wrong place. */
export function misnamedAttributes(response: ResponseReading): MisnamedAttribute[] {
  return attributesOf(response).flatMap((attribute): MisnamedAttribute[] => {
    if (isAws(attribute)) return [];
    const byName = meaningOf(nearly.exec(attribute.name ?? '')?.[1]);
    if (byName !== undefined) return [{ attribute, meant: byName, by: 'name' }];
    const friendly = attribute.friendlyName ?? '';
    const byFriendly =
      meaningOf(nearly.exec(friendly)?.[1]) ?? (known.includes(friendly) ? friendly : undefined);
    return byFriendly === undefined ? [] : [{ attribute, meant: byFriendly, by: 'friendly-name' }];
  });
}

/** Attributes with AWS's own prefix that AWS gives no meaning to; those of IAM Identity Center apart. */
export function unknownAttributes(response: ResponseReading): AttributeReading[] {
  return attributesOf(response).filter((attribute) => {
    const name = awsName(attribute);
    return name !== undefined && !name.startsWith(accessControl) && meaningOf(name) === undefined;
  });
}

/** Attributes for access control of IAM Identity Center. */
export function accessControlAttributes(response: ResponseReading): AttributeReading[] {
  return attributesOf(response).filter((attribute) => awsName(attribute)?.startsWith(accessControl) === true);
}

/** True for a name that AWS reads, exactly as written. */
export function isAws(attribute: AttributeReading): boolean {
  const name = awsName(attribute);
  return name !== undefined && isKnown(name);
}

function isKnown(name: string): boolean {
  return known.some((one) => (one.endsWith(':') ? name.startsWith(one) : name === one));
}

function meaningOf(name: string | undefined): string | undefined {
  const lower = name?.toLowerCase();
  if (lower === undefined) return undefined;
  return known.find((one) =>
    one.endsWith(':') ? lower.startsWith(one.toLowerCase()) : lower === one.toLowerCase(),
  );
}
