import { runAlone } from '../core/run-alone.ts';
import { createScimFromConfig } from './main-config.ts';

await runAlone(createScimFromConfig);
