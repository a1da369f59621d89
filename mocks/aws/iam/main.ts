import { runAlone } from '../../core/run-alone.ts';
import { createIamFromConfig } from './main-config.ts';

await runAlone(createIamFromConfig);
