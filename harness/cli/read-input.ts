import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleFile } from '../capture/bundle.ts';
import { CountersignError } from '../model/error.ts';

/** Far more than any message that is read; a device or a pipe may have no end. */
const maxBytes = 100_000_000;

/**
 * Reads a file that the user named; a folder stands for the evidence in it, `-` for standard input.
 * @throws CountersignError `file` when it cannot be read, is an address, or is too large
 */
export async function readInput(file: string): Promise<Uint8Array> {
  if (/^https?:\/\//i.test(file))
    throw new CountersignError(
      'file',
      `"${file}" is an address, and no network is used here.`,
      'Save the document first, for example with curl --output idp.xml ADDRESS, and name the file.',
    );
  const path = file !== '-' && (await isFolder(file)) ? join(file, bundleFile) : file;
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of file === '-'
      ? process.stdin
      : createReadStream(path, { highWaterMark: 1 << 20 })) {
      chunks.push(Buffer.from(chunk));
      length += chunk.length;
      if (length > maxBytes) break;
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException; // streams of files fail with nothing else
    throw new CountersignError(
      'file',
      `"${path}" cannot be read: ${reasons[code ?? ''] ?? code ?? message}.`,
      'Name a file with a SAMLResponse, metadata or an HTTP archive, or a folder with an evidence.json.',
      { cause: error },
    );
  }
  if (length > maxBytes)
    throw new CountersignError(
      'file',
      `"${path}" holds more than the ${maxBytes} bytes that are read.`,
      'Name a file that holds one SAMLResponse, one metadata document, one HTTP archive or one evidence bundle.',
    );
  return Buffer.concat(chunks);
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'this user may not read it',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
};

async function isFolder(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
