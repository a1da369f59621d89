import { runAlone } from '../../core/run-alone.ts';
import { createUserPoolFromConfig } from './main-config.ts';

await runAlone(createUserPoolFromConfig);
