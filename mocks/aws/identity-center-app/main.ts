import { runAlone } from '../../core/run-alone.ts';
import { createIdentityCenterAppFromConfig } from './main-config.ts';

await runAlone(createIdentityCenterAppFromConfig);
