-- The institution boundary, enforced by the database itself. Roles exist before the first migration:
-- kuramori_owner runs it; kuramori_app is the pool's; kuramori_system (BYPASSRLS) is for a tested list of jobs.
create schema kuramori;
grant usage on schema kuramori to kuramori_app, kuramori_system;

-- Institutions visible in this transaction; unset or empty means none.
create function kuramori.scope() returns uuid[]
    language sql stable parallel safe
    return coalesce(string_to_array(nullif(current_setting('kuramori.scope', true), ''), ',')::uuid[], '{}'::uuid[]);

-- Puts a table with an institution_id column under row-level security and grants the pool what a ledger needs.
-- Rows whose institution_id is null belong to the whole group and are visible with any scope.
create procedure kuramori.guard(target regclass)
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format(
        'create policy institution on %s
             using (institution_id = any ((select kuramori.scope())::uuid[])
                    or (institution_id is null and cardinality((select kuramori.scope())) > 0))
             with check (institution_id = any ((select kuramori.scope())::uuid[])
                    or (institution_id is null and cardinality((select kuramori.scope())) > 0))', target);
    execute format('grant select, insert, update on %s to kuramori_app, kuramori_system', target);
end $$;

-- Pieces of two characters for search in Japanese, where words are short and not spaced. The argument is already
-- normalised (NFKC, kana, case) by the application.
create function kuramori.bigrams(key text) returns text[]
    language sql immutable strict parallel safe
    return (select coalesce(array_agg(distinct substr(key, i, 2)), '{}')
            from generate_series(1, char_length(key) - 1) as i
            where substr(key, i, 2) !~ '\s');
