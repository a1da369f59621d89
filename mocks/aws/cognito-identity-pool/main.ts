import { runAlone } from '../../core/run-alone.ts';
import { createIdentityPoolsFromConfig } from './main-config.ts';

await runAlone(createIdentityPoolsFromConfig);
