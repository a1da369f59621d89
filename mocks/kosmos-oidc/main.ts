import { runAlone } from '../core/run-alone.ts';
import { createKosmosOidcFromConfig } from './main-config.ts';

await runAlone(createKosmosOidcFromConfig);
