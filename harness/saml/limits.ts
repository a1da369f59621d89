/** How much of a hostile message is read before it is refused. */
export interface XmlLimits {
  /** Bytes of the decoded document. */
  readonly maxBytes: number;
  /** Levels of elements, the root being level 1. */
  readonly maxDepth: number;
  /** Elements, attributes, texts, comments and processing instructions together. */
  readonly maxNodes: number;
}

/** For requests and responses. A response is some kilobytes; a megabyte leaves room for a thousand groups. */
export const defaultLimits: XmlLimits = { maxBytes: 1_000_000, maxDepth: 64, maxNodes: 10_000 };

/** For metadata, which may hold many entities. IAM takes up to 10,000,000 characters; no honest entity needs half. */
export const metadataLimits: XmlLimits = { maxBytes: 4_000_000, maxDepth: 64, maxNodes: 20_000 };
