import { runAlone } from '../core/run-alone.ts';
import { createAuthenticatorFromConfig } from './main-config.ts';

await runAlone(createAuthenticatorFromConfig);
