import manifest from '../../package.json' with { type: 'json' };

/** Version of this harness, as reports name it. */
export const version: string = manifest.version;
