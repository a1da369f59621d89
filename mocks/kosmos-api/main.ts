import { runAlone } from '../core/run-alone.ts';
import { createKosmosApiFromConfig } from './main-config.ts';

await runAlone(createKosmosApiFromConfig);
