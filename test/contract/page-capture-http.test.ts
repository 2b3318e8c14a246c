import { HttpCapture } from '../../adapters/http-capture.ts';
import { pageCaptureContract } from './page-capture.contract.ts';

pageCaptureContract('plain HTTP', (parts) => new HttpCapture({ ...parts, limits: { budgetMs: 1000 } }));
