import { runAlone } from '../core/run-alone.ts';
import { createRelyingAppFromConfig } from './main-config.ts';

await runAlone(createRelyingAppFromConfig);
