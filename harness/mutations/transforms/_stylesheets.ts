/** Algorithm of a transform by XSLT (XML Signature 6.6.5). */
export const XSLT = 'http://www.w3.org/TR/1999/REC-xslt-19991116';

/** A stylesheet that makes text of whatever it is given. */
export function stylesheet(instruction: string): string {
  return (
    '<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0"><xsl:output method="text"/>' +
    `<xsl:template match="/">${instruction}</xsl:template></xsl:stylesheet>`
  );
}
