/** Configuration that is looked for where a command is given, and in the folders above. */
export const configFileName = 'countersign.config.ts';
