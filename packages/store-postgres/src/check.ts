import type pg from 'pg';
import { awayOr } from './failures.ts';
import { appRole } from './statements.ts';

/**
 * - `server_too_old` older than PostgreSQL 15
 * - `app_role_missing` the database was not migrated
 * - `app_role_closed` the pool's user may not become the app role
 * - `walls_down` the app role is a superuser or may bypass row level security, so offices would see each other
 */
export type DatabaseUnfitCode = 'server_too_old' | 'app_role_missing' | 'app_role_closed' | 'walls_down';

/** The database cannot be used as it is. Nothing was changed; `sentences` tell a person what to do. */
export class DatabaseUnfit extends Error {
  override readonly name = 'DatabaseUnfit';
  readonly code: DatabaseUnfitCode;
  readonly sentences: { readonly de: string; readonly en: string };

  constructor(code: DatabaseUnfitCode, figures: Figures) {
    const sentences = words[code](figures);
    super(sentences.en);
    this.code = code;
    this.sentences = sentences;
  }
}

interface Figures {
  readonly version: string;
  readonly user: string;
}

interface Found extends Figures {
  readonly number: number;
  readonly unwalled: boolean | null;
  readonly member: boolean | null;
}

/**
 * Looks once, at the start, whether the store can work on this database.
 *
 * @throws {DatabaseUnfit} when it cannot, {StoreAway} when there is no database to look at.
 */
export async function checkDatabase(pool: pg.Pool): Promise<void> {
  const found = await look(pool).catch((error: unknown) => {
    throw awayOr(error);
  });
  const code = unfit(found);
  if (code !== undefined) throw new DatabaseUnfit(code, found);
}

async function look(pool: pg.Pool): Promise<Found> {
  // From version 16 on, a member may be forbidden to become the role.
  const { rows } = await pool.query<Found>(
    `select current_setting('server_version_num')::integer as number, current_setting('server_version') as version,
       current_user as user, r.rolsuper or r.rolbypassrls as unwalled,
       pg_has_role(current_user, r.oid,
         case when current_setting('server_version_num')::integer >= 160000 then 'set' else 'member' end) as member
     from (select) nothing left join pg_roles r on r.rolname = $1`,
    [appRole],
  );
  return rows[0] as Found; // a left join from one row has one row
}

function unfit({ number, unwalled, member }: Found): DatabaseUnfitCode | undefined {
  if (number < 150_000) return 'server_too_old';
  if (unwalled === null) return 'app_role_missing';
  if (unwalled) return 'walls_down';
  if (!member) return 'app_role_closed';
  return undefined;
}

const words: Readonly<Record<DatabaseUnfitCode, (figures: Figures) => { readonly de: string; readonly en: string }>> = {
  server_too_old: ({ version }) => ({
    de: `Diese Datenbank ist PostgreSQL ${version}; gebraucht wird 15 oder neuer. Es wurde nichts geändert. Bitte aktualisieren Sie den Server, oder geben Sie in DATABASE_URL einen anderen an.`,
    en: `This database is PostgreSQL ${version}; 15 or later is needed. Nothing was changed. Please upgrade the server, or name another in DATABASE_URL.`,
  }),
  app_role_missing: () => ({
    de: `In dieser Datenbank fehlen die Tabellen und die Rolle ${appRole}. Es wurde nichts geändert. Bitte führen Sie zuerst die Migrationen aus.`,
    en: `This database has neither the tables nor the role ${appRole}. Nothing was changed. Please run the migrations first.`,
  }),
  app_role_closed: ({ user }) => ({
    de: `Der Datenbankbenutzer ${user} darf nicht als ${appRole} arbeiten. Es wurde nichts geändert. Bitte lassen Sie einen Verwalter der Datenbank ausführen: grant ${appRole} to "${user}";`,
    en: `The database user ${user} may not act as ${appRole}. Nothing was changed. Please have an administrator of the database run: grant ${appRole} to "${user}";`,
  }),
  walls_down: () => ({
    de: `Die Rolle ${appRole} umgeht die Zeilensicherheit, so dass Büros die Daten der anderen sähen. Es wurde nichts geändert. Bitte lassen Sie einen Verwalter der Datenbank ausführen: alter role ${appRole} nosuperuser nobypassrls;`,
    en: `The role ${appRole} bypasses row level security, so offices would see each other's data. Nothing was changed. Please have an administrator of the database run: alter role ${appRole} nosuperuser nobypassrls;`,
  }),
};
