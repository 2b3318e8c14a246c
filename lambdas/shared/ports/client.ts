import * as z from 'zod';
import { awsClientOptions } from '../../../adapters/aws-client.ts';

/** The runtime sets the region of every function. */
const { AWS_REGION: region } = z.object({ AWS_REGION: z.string().min(1) }).parse(process.env);

export const awsAddress = { region };
export const clientOptions = awsClientOptions(awsAddress);

/** A function's environment, parsed once. A missing or wrong variable fails the deployment's first call, not a case. */
export const parseEnv = <T>(schema: z.ZodType<T>): T => schema.parse(process.env);
