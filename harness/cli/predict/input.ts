import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { CountersignError } from '../../model/error.ts';

/** A file as text, under the name that the user gave it. */
export interface InputText {
  readonly name: string;
  readonly text: string;
}

/** A place within a file, both counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Far more than the roles of any account; a device or a pipe may have no end. */
const maxBytes = 100_000_000;

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'this user may not read it',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
};

/**
 * Reads a text file: UTF-8, or the UTF-16 that PowerShell's `>` writes.
 * @param here folder that relative names start from
 * @throws CountersignError `file`
 */
export async function readText(here: string, name: string): Promise<InputText> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of createReadStream(resolve(here, name))) {
      chunks.push(Buffer.from(chunk));
      length += chunk.length;
      if (length > maxBytes) break;
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException; // streams of files fail with nothing else
    const why = reasons[code ?? ''] ?? code ?? message;
    throw new CountersignError('file', `"${name}" cannot be read: ${why}.`, 'Name a file that exists.', {
      cause: error,
    });
  }
  if (length > maxBytes)
    throw new CountersignError(
      'file',
      `"${name}" holds more than the ${maxBytes} bytes that are read.`,
      'Name a file as the AWS CLI writes it.',
    );
  return { name, text: decode(name, Buffer.concat(chunks)) };
}

/** What is wrong, with the file and the place in front, as editors and terminals link it. */
export function faultAt(name: string, place: Place, says: string, next: string): CountersignError {
  return new CountersignError('file', `${name}:${place.line}:${place.column}: ${says}`, next);
}

function decode(name: string, bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new CountersignError(
      'file',
      `"${name}" is not ${encoding.toUpperCase()}: it has bytes that stand for no character.`,
      'Save it as UTF-8.',
    );
  }
}
