import type { XmlElement } from '../../model/xml.ts';
import { childrenOf } from '../../saml/tree.ts';
import type { Part, Row } from './described.ts';

/** Namespace of every answer of STS: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html */
export const stsNamespace = 'https://sts.amazonaws.com/doc/2011-06-15/';

const secrets = new Set(['SecretAccessKey', 'SessionToken']);
const hidden = '(not shown)';

/** Fields of an answer or error of STS, without what would let a reader act as the session. */
export function describeSts(root: XmlElement): readonly Part[] {
  return [{ title: root.local, rows: leaves(root, '') }];
}

function leaves(element: XmlElement, path: string): readonly Row[] {
  return childrenOf(element).flatMap((child): readonly Row[] => {
    const name = path === '' ? child.local : `${path}/${child.local}`;
    if (childrenOf(child).length > 0) return leaves(child, name);
    const text = child.children.map((node) => (node.kind === 'text' ? node.text : '')).join('');
    return [[name, secrets.has(child.local) ? hidden : text.trim()]];
  });
}
