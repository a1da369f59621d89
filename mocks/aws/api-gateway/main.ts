import { runAlone } from '../../core/run-alone.ts';
import { createApiGatewayFromConfig } from './main-config.ts';

await runAlone(createApiGatewayFromConfig);
