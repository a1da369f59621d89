import { SaxesParser } from 'saxes';
import { Refusal } from '../../core/saml/refusal.ts';
import { connect, createTree, type Element } from '../../core/saml/xml.ts';

/** Every element at the outermost level of a text, as if each were the root of a document. */
export function parseRoots(text: string): readonly Element[] {
  const tree = createTree({ maxLength: 1_000_000, maxDepth: 64, maxNodes: 20_000 });
  const parser = new SaxesParser({ xmlns: true, fragment: true });
  parser.on('error', (error) => {
    throw new Refusal(`Response cannot be parsed: ${error.message}`);
  });
  connect(parser, tree);
  parser.write(text.replace(/<\?xml[^>]*\?>/g, '')).close();
  return tree.roots;
}
