// An office inside another program, on that program's own PostgreSQL pool.
import { createOffice, modules } from '@front-office/office';
import { checkDatabase, createPostgresStore, migrate, migrationsOf } from '@front-office/store-postgres';
import { newId } from '@front-office/values';
import { medical } from '@front-office/verticals';
import pg from 'pg';
import { aVisit } from './a-visit.ts';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
pool.on('error', (error) => console.error(`The database went away: ${error.message}`));

// Tables of the kernel and of each package, in schemas of their own; yours stay as they are.
await migrate({ pool, modules: migrationsOf(modules) });
await checkDatabase(pool);

const office = createOffice({ store: createPostgresStore({ pool }), vertical: medical });
console.log(await aVisit(office, newId()));
await pool.end();
