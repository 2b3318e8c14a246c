import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import middy from '@middy/core';
import { checkerNames, sweep } from '../../core/sweep/sweep.ts';
import { METRICS_NAMESPACE, SWEEP_REPAIRS } from '../env/metrics.ts';
import { runSweepEnv } from '../env/run-sweep.env.ts';
import { captureWorkOf } from '../shared/ports/capture-work.ts';
import { parseEnv } from '../shared/ports/client.ts';
import { evidenceOf, holdsOf } from '../shared/ports/evidence.ts';
import { scannerOf } from '../shared/ports/scanner.ts';
import { taskPorts } from '../shared/ports/tasks.ts';
import { timeStamperOf } from '../shared/ports/time-stamper.ts';

const env = parseEnv(runSweepEnv);
const ports = {
  ...taskPorts(env),
  evidence: evidenceOf(env),
  holds: holdsOf(env),
  timeStamper: timeStamperOf(env),
  captureWork: captureWorkOf(env),
  scanner: scannerOf(env),
};
const metrics = new Metrics({ namespace: METRICS_NAMESPACE, serviceName: 'run-sweep' });

/** Repairs what crashes between two calls left, and counts the repairs: an alarm watches each checker. */
export const handler = middy()
  .use(logMetrics(metrics))
  .handler(async () => {
    const counts = await sweep(ports);
    for (const checker of checkerNames) {
      const single = metrics.singleMetric();
      single.addDimension('checker', checker);
      single.addMetric(SWEEP_REPAIRS, MetricUnit.Count, counts[checker]);
    }
    ports.log.info('sweep', counts);
    return counts;
  });
