import { afterAttributePrefix } from '../../aws/saml-attributes.ts';
import { refs } from '../../aws/spec-refs.ts';
import { defineCheck } from '../../model/check.ts';
import { at } from '../assertion/_assertions.ts';
import { attributesOf, hasAttributes } from '../attributes/_attributes.ts';
import { quote } from '../metadata/_show.ts';
import { awsName, partitionOf } from './_attributes.ts';

export default defineCheck({
  id: 'aws/attribute-partition',
  title: {
    holds: 'The names of AWS’s attributes have the host of the partition',
    fails: 'The name of one of AWS’s attributes has the host of another partition',
  },
  why: 'The partition that the login leads to does not know the name, and passes the attribute over.',
  fix: {
    console: 'Identity provider',
    field: 'Claims mapping of the application → attribute name',
    change: 'Begin with https://aws.amazon.com/SAML/Attributes/, in China with https://www.amazonaws.cn/….',
  },
  judges: 'idp',
  needs: ['response'],
  uses: ['account'],
  refs: [refs.assertions('In the China partition the host of the names is www.amazonaws.cn.')],
  messages: { other: 'The attribute {name} is not read in the partition {partition}.' },
  applies: hasAttributes,
  run: ({ response, account }) => {
    const partition = partitionOf(response, account);
    return attributesOf(response)
      .filter(
        (one) => awsName(one) !== undefined && afterAttributePrefix(one.name ?? '', partition) === undefined,
      )
      .map(({ element, name = '' }) => ({
        message: 'other' as const,
        data: { name: quote(name), partition },
        expected: `the prefix of ${partition}`,
        observed: quote(name),
        where: at(response, element, 'Name'),
      }));
  },
});
