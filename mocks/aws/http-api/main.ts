import { runAlone } from '../../core/run-alone.ts';
import { createHttpApiFromConfig } from './main-config.ts';

await runAlone(createHttpApiFromConfig);
