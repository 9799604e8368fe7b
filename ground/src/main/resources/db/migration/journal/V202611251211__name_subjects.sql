-- An entry of something that belongs to a record which may be restricted names that record, and is hidden with it.
alter table journal.entry add column subject_id uuid;
comment on column journal.entry.subject_id is 'The record that this one belongs to, when that may be restricted; null: itself.';
create policy restricted on journal.entry as restrictive for select to kuramori_app
    using (not (coalesce(subject_id, record_id) = any ((select kuramori.hidden(false))::uuid[])));

drop function journal.append(text, uuid, integer, text, uuid, jsonb);
create function journal.append(kind text, record_id uuid, version integer, action text, institution uuid, fields jsonb,
                               subject uuid default null)
    returns bigint
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    entry bigint;
begin
    insert into journal.entry (institution_id, kind, record_id, version, action, actor_id, actor_kind, strength,
                               reason, request_id, recorded_at, fields, subject_id)
    values (institution, append.kind, append.record_id, append.version, append.action,
            journal.required_setting('actor')::uuid, journal.required_setting('actor_kind'),
            journal.required_setting('strength'), journal.required_setting('reason'),
            nullif(current_setting('kuramori.request', true), ''), clock_timestamp(), append.fields, append.subject)
    returning id into entry;
    insert into journal.pending values (entry);
    return entry;
end $$;
revoke execute on function journal.append from public;

-- As before; a third argument names the column that holds the subject.
create or replace function journal.record_change() returns trigger
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    excluded    text[] := tg_argv[1];
    before      jsonb;
    after       jsonb;
    changed     jsonb;
    entry       bigint;
    record_id   uuid;
    version     integer;
    institution uuid;
    subject     uuid;
begin
    if tg_op <> 'INSERT' then
        before := to_jsonb(old) - excluded;
    end if;
    if tg_op <> 'DELETE' then
        after := to_jsonb(new) - excluded;
    end if;

    record_id := (coalesce(after, before) ->> 'id')::uuid;
    institution := (coalesce(after, before) ->> 'institution_id')::uuid;
    version := case tg_op when 'DELETE' then (before ->> 'version')::integer + 1 else (after ->> 'version')::integer end;
    if tg_op = 'INSERT' and version <> 1 then
        raise exception 'a new % has version 1, not %', tg_argv[0], version using errcode = 'KJ002';
    end if;
    if tg_op = 'UPDATE' and (version <> (before ->> 'version')::integer + 1 or before -> 'id' <> after -> 'id'
                             or before -> 'institution_id' is distinct from after -> 'institution_id') then
        raise exception 'a changed % keeps id and institution and counts its version up by one', tg_argv[0]
            using errcode = 'KJ002';
    end if;
    if tg_nargs > 2 then
        subject := (coalesce(after, before) ->> tg_argv[2])::uuid;
        if tg_op = 'UPDATE' and before -> tg_argv[2] is distinct from after -> tg_argv[2] then
            raise exception 'a changed % stays with its record', tg_argv[0] using errcode = 'KJ002';
        end if;
    end if;

    changed := case tg_op
        when 'INSERT' then jsonb_strip_nulls(after)
        when 'DELETE' then '{}'::jsonb
        else coalesce((select jsonb_object_agg(key, value) from jsonb_each(after) where value is distinct from before -> key),
                      '{}'::jsonb)
    end;
    entry := journal.append(tg_argv[0], record_id, version, lower(tg_op), institution, changed, subject);
    if tg_nargs > 2 then
        execute format('insert into %I.%I (entry_id, record_id, version, institution_id, row, subject_id)
                            values ($1, $2, $3, $4, $5, $6)', tg_table_schema, tg_table_name || '_history')
            using entry, record_id, version, institution, after, subject;
    else
        execute format('insert into %I.%I (entry_id, record_id, version, institution_id, row) values ($1, $2, $3, $4, $5)',
                       tg_table_schema, tg_table_name || '_history')
            using entry, record_id, version, institution, after;
    end if;
    return null;
end $$;

-- Kinds whose records may be restricted; of a part, the record it belongs to is.
alter table journal.tracked add column subject text;

-- Lets the records of a table, tracked and guarded already, be restricted: row, history, entries, and whatever reads
-- them. Of a part of a record (a child table) `subject` is the column that holds the record's id.
create procedure journal.restrict(target regclass, subject text default 'id')
    language plpgsql as $$
declare
    in_schema text;
    in_table  text;
    of_kind   text;
    leaves    text[];
begin
    select n.nspname, c.relname into strict in_schema, in_table
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = target;
    select t.kind, t.excluded into strict of_kind, leaves
    from journal.tracked t where t.table_schema = in_schema and t.table_name = in_table;
    update journal.tracked t set subject = restrict.subject where t.kind = of_kind;

    execute format('alter table %I.%I add column subject_id uuid not null', in_schema, in_table || '_history');
    execute format('drop trigger journal on %s', target);
    execute format('create trigger journal after insert or update or delete on %s
                        for each row execute function journal.record_change(%L, %L, %L)', target, of_kind, leaves, subject);
    -- Reading is also for who opened the glass; changing is for the named readers alone.
    execute format('create policy restricted on %s as restrictive for select to kuramori_app
                        using (not (%I = any ((select kuramori.hidden(false))::uuid[])))', target, subject);
    execute format('create policy restricted_insert on %s as restrictive for insert to kuramori_app
                        with check (not (%I = any ((select kuramori.hidden(true))::uuid[])))', target, subject);
    execute format('create policy restricted_update on %s as restrictive for update to kuramori_app
                        using (not (%I = any ((select kuramori.hidden(true))::uuid[])))', target, subject);
    execute format('create policy restricted_delete on %s as restrictive for delete to kuramori_app
                        using (not (%I = any ((select kuramori.hidden(true))::uuid[])))', target, subject);
    execute format('create policy restricted on %I.%I as restrictive for select to kuramori_app
                        using (not (subject_id = any ((select kuramori.hidden(false))::uuid[])))',
                   in_schema, in_table || '_history');
end $$;
