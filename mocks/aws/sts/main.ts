import { runAlone } from '../../core/run-alone.ts';
import { createStsFromConfig } from './main-config.ts';

await runAlone(createStsFromConfig);
