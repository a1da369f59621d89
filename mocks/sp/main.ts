import { runAlone } from '../core/run-alone.ts';
import { createServiceProviderFromConfig } from './main-config.ts';

await runAlone(createServiceProviderFromConfig);
