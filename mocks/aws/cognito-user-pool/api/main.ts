import { runAlone } from '../../../core/run-alone.ts';
import { createUserPoolWithApiFromConfig } from './main-config.ts';

await runAlone(createUserPoolWithApiFromConfig);
