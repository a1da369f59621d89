import { spawnSync } from 'node:child_process';

/** Whether this machine can run Python functions at all: their tests need an interpreter. */
export const hasPython = spawnSync('python3', ['--version']).status === 0;
