import { runAlone } from '../core/run-alone.ts';
import { createIdemeumFromConfig } from './main-config.ts';

await runAlone(createIdemeumFromConfig);
