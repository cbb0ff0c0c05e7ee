import { database } from './database.ts';
import { edgeProxy } from './edge-proxy.ts';
import type { Example } from './example.ts';
import { jobs } from './jobs.ts';
import { monitoring } from './monitoring.ts';
import { voting } from './voting.ts';
import { zones } from './zones.ts';

/** The gallery, in its order. Each is loaded, deployed and run by a test. */
export const EXAMPLES: readonly Example[] = [voting, database, monitoring, edgeProxy, zones, jobs];
