import type pg from 'pg';

/**
 * Tables in which the offices are not kept apart, one sentence each: row level security that is off, not forced or
 * without a policy; a table without `office_id`, or a key of it (primary, unique, exclusion, foreign) that does not begin
 * with it; one that its owner as the keeper does not see whole, so that a backup would leave rows out. Empty when all walls
 * stand. A few tables of the kernel belong to no office; the directory of sign-ins belongs to none, and is closed to the
 * app role as a whole.
 */
export async function openWalls(pool: pg.Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ found: string }>(`
    with tables as (
      select c.oid, format('%I.%I', n.nspname, c.relname) as name, c.relowner, c.relrowsecurity, c.relforcerowsecurity,
        (select attnum from pg_attribute where attrelid = c.oid and attname = 'office_id' and not attisdropped) as office
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema$)' and n.nspname <> 'sign_in'
        and (n.nspname, c.relname) not in (('kernel', 'migrations'), ('kernel', 'history'), ('kernel', 'cursors'))
    )
    select name || ' has no office_id' as found from tables where office is null
    union all
    select name || ' does not enable and force row level security'
    from tables where not (relrowsecurity and relforcerowsecurity)
    union all
    select name || ' has no policy for office_id'
    from tables t where not exists (
      select from pg_policy p where p.polrelid = t.oid and p.polcmd = '*' and p.polroles = '{0}'
        and pg_get_expr(p.polqual, p.polrelid) like '%office_id = %app.office%' and p.polwithcheck is null)
    union all
    select name || ' has no policy for its keeper'
    from tables t where not exists (
      select from pg_policy p where p.polrelid = t.oid and p.polcmd = '*' and p.polroles = array[t.relowner]
        and pg_get_expr(p.polqual, p.polrelid) like '%app.keeper%' and p.polwithcheck is null)
    union all
    select name || ' has labels and does not keep them'
    from tables t
    where exists (select from pg_attribute where attrelid = t.oid and attname = 'label' and not attisdropped)
      and not exists (
        select from pg_policy p where p.polrelid = t.oid and p.polcmd = 'r' and not p.polpermissive
          and pg_get_expr(p.polqual, p.polrelid) = 'kernel.may_read(label)')
    union all
    select name || ' has no primary key' from tables t where not exists (
      select from pg_index i where i.indrelid = t.oid and i.indisprimary)
    union all
    select format('%s: %s does not begin with office_id', name, i.indexrelid::regclass)
    from tables t join pg_index i on i.indrelid = t.oid
    where (i.indisunique or i.indisexclusion) and i.indkey[0] is distinct from t.office
    union all
    select format('%s: the foreign key %I does not begin with office_id', name, f.conname)
    from tables t join pg_constraint f on f.conrelid = t.oid
    where f.contype = 'f' and f.conkey[1] is distinct from t.office
    union all
    select 'the directory is open to the app role' from pg_namespace n
    where n.nspname = 'sign_in' and has_schema_privilege('front_office_app', n.oid, 'usage')
    union all
    select format('%I.%I of the directory has no primary key', n.nspname, c.relname)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'sign_in' and c.relkind in ('r', 'p')
      and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)
    order by 1`);
  return rows.map(({ found }) => found);
}
