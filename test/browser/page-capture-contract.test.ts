import { BrowserCapture } from '../../adapters/browser-capture.ts';
import { pageCapture } from '../../adapters/page-capture.ts';
import { pageCaptureContract } from '../contract/page-capture.contract.ts';
import { chromiumPath } from './support/site.ts';

const program = async () => ({ path: chromiumPath, flags: [], hasSandbox: process.getuid?.() !== 0 });
const silent = { info: () => {}, warn: () => {}, error: () => {} };

pageCaptureContract('a browser', (parts) => new BrowserCapture({ ...parts, program, limits: { beginMs: 2000 } }));
pageCaptureContract('a browser, else plain HTTP', (parts) => pageCapture({ ...parts, log: silent, program }));
