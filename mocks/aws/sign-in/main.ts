import { runAlone } from '../../core/run-alone.ts';
import { createSignInFromConfig } from './main-config.ts';

await runAlone(createSignInFromConfig);
