import { startTestCluster } from '@front-office/postgres-embedded/testing';
import { provideCluster } from '@front-office/store-postgres/testing-setup';

/** One PostgreSQL server for the whole test run. */
export default provideCluster(startTestCluster);
