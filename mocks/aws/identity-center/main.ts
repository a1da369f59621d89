import { runAlone } from '../../core/run-alone.ts';
import { createIdentityCenterFromConfig } from './main-config.ts';

await runAlone(createIdentityCenterFromConfig);
