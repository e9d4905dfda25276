// Planted: a domain that knows the driver.
import pg from 'pg';

export const pool = new pg.Pool();
