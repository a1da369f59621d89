import { runAlone } from '../core/run-alone.ts';
import { createIdpFromConfig } from './main-config.ts';

await runAlone(createIdpFromConfig);
