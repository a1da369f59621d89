import { runAlone } from '../../core/run-alone.ts';
import { createIdentityPoolAppFromConfig } from './main-config.ts';

await runAlone(createIdentityPoolAppFromConfig);
