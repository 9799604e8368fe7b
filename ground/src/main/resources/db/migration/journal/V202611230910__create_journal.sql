-- The journal: what happened, to which record, by whom, why. Entries are written by the row trigger below in the very
-- transaction of the change; the sequencer (in Java, as kuramori_system) gives them gapless indexes afterwards.
create schema journal;
grant usage on schema journal to kuramori_app, kuramori_system;

-- Record kinds under the journal.
create table journal.tracked (
    kind          text primary key check (kind ~ '^[a-z0-9.-]{1,64}$'),
    table_schema  text not null,
    table_name    text not null,
    -- Columns never journalled: secrets, and what is derived from other columns.
    excluded      text[] not null,
    unique (table_schema, table_name)
);
grant select on journal.tracked to kuramori_app, kuramori_system;

create table journal.entry (
    id              bigint generated always as identity primary key,
    institution_id  uuid,
    kind            text        not null,
    record_id       uuid        not null,
    version         integer     not null check (version >= 1),
    action          text        not null check (action in ('insert', 'update', 'delete', 'batch')),
    actor_id        uuid        not null,
    actor_kind      text        not null check (actor_kind in ('PERSON', 'SERVICE', 'SYSTEM')),
    strength        text        not null check (strength in ('MACHINE', 'PASSWORD', 'MULTI_FACTOR', 'STEP_UP')),
    reason          text        not null,
    request_id      text,
    recorded_at     timestamptz not null,
    -- Values of the changed fields after the change; of a batch, its summary.
    fields          jsonb       not null,
    unique (kind, record_id, version)
);
create index entry_by_actor on journal.entry (actor_id, id);
alter table journal.entry enable row level security;
alter table journal.entry force row level security;
create policy visible on journal.entry for select to kuramori_app
    using (institution_id = any ((select kuramori.scope())::uuid[])
           or (institution_id is null and cardinality((select kuramori.scope())) > 0));
create policy written_by_trigger on journal.entry for insert to kuramori_owner with check (true);
-- The trigger runs as the owner and asks for the id it was given.
create policy read_by_trigger on journal.entry for select to kuramori_owner using (true);
grant select on journal.entry to kuramori_app, kuramori_system;

-- Entries that wait for their index.
create table journal.pending (entry_id bigint primary key references journal.entry);
grant select, delete on journal.pending to kuramori_system;

-- Salts and digests of an entry's fields. A field is erased by removing its value and salt; the digest stays.
create table journal.body (
    entry_id      bigint primary key references journal.entry,
    salts         jsonb not null,
    digests       jsonb not null,
    state_salt    bytea,
    state_digest  bytea not null
);
grant select, insert on journal.body to kuramori_system;

create table journal.leaf (
    log_index  bigint primary key check (log_index >= 0),
    entry_id   bigint  not null unique references journal.entry,
    epoch      integer not null,
    leaf       bytea   not null check (octet_length(leaf) < 1024),
    leaf_hash  bytea   not null check (octet_length(leaf_hash) = 32)
);
grant select, insert on journal.leaf to kuramori_system;
-- The leaf names records of every institution; the pool sees only what places an entry in the log.
grant select (log_index, entry_id, epoch, leaf_hash) on journal.leaf to kuramori_app;

create table journal.epoch (
    number              integer primary key,
    opened_at           timestamptz not null,
    restored_size       bigint,
    restored_root       bytea,
    witnessed_checkpoint text,
    note                text not null
);
grant select on journal.epoch to kuramori_app, kuramori_system;
insert into journal.epoch (number, opened_at, note) values (1, clock_timestamp(), 'first start');

-- One row: how long the log is. root and checkpoint are the Merkle log's.
create table journal.head (
    single      boolean primary key default true check (single),
    size        bigint  not null check (size >= 0),
    epoch       integer not null references journal.epoch,
    root        bytea,
    checkpoint  text
);
insert into journal.head (size, epoch) values (0, 1);
grant select on journal.head to kuramori_app;
grant select, update on journal.head to kuramori_system;

-- One row for each pass that sequenced something: turns a time into a journal size.
create table journal.pass (
    size        bigint primary key,
    at          timestamptz not null,
    epoch       integer not null references journal.epoch,
    root        bytea,
    checkpoint  text
);
create index pass_by_time on journal.pass (at, size);
grant select on journal.pass to kuramori_app;
grant select, insert on journal.pass to kuramori_system;

create function journal.required_setting(name text) returns text
    language plpgsql stable as $$
declare
    setting text := nullif(current_setting('kuramori.' || name, true), '');
begin
    if setting is null then
        raise exception 'a change needs kuramori.% to be set', name
            using errcode = 'KJ001', hint = 'Changes go through the application''s transaction template.';
    end if;
    return setting;
end $$;

create function journal.append(kind text, record_id uuid, version integer, action text, institution uuid, fields jsonb)
    returns bigint
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    entry bigint;
begin
    insert into journal.entry (institution_id, kind, record_id, version, action, actor_id, actor_kind, strength,
                               reason, request_id, recorded_at, fields)
    values (institution, append.kind, append.record_id, append.version, append.action,
            journal.required_setting('actor')::uuid, journal.required_setting('actor_kind'),
            journal.required_setting('strength'), journal.required_setting('reason'),
            nullif(current_setting('kuramori.request', true), ''), clock_timestamp(), append.fields)
    returning id into entry;
    insert into journal.pending values (entry);
    return entry;
end $$;
revoke execute on function journal.append from public;

create function journal.record_change() returns trigger
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

    changed := case tg_op
        when 'INSERT' then jsonb_strip_nulls(after)
        when 'DELETE' then '{}'::jsonb
        else coalesce((select jsonb_object_agg(key, value) from jsonb_each(after) where value is distinct from before -> key),
                      '{}'::jsonb)
    end;
    entry := journal.append(tg_argv[0], record_id, version, lower(tg_op), institution, changed);
    execute format('insert into %I.%I (entry_id, record_id, version, institution_id, row) values ($1, $2, $3, $4, $5)',
                   tg_table_schema, tg_table_name || '_history')
        using entry, record_id, version, institution, after;
    return null;
end $$;

-- Puts a record table under the journal: its history table, its row trigger, and <table>_at(size), the table as it
-- stood when the journal had that size.
create procedure journal.track(target regclass, kind text, secret text[] default '{}', derived text[] default '{}')
    language plpgsql as $$
declare
    in_schema text;
    in_table  text;
begin
    select n.nspname, c.relname into in_schema, in_table
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = target;
    insert into journal.tracked (kind, table_schema, table_name, excluded)
    values (track.kind, in_schema, in_table, secret || derived);

    execute format($sql$
        create table %1$I.%2$I (
            entry_id       bigint  primary key references journal.entry,
            record_id      uuid    not null,
            version        integer not null,
            institution_id uuid,
            -- null when the record was deleted
            row            jsonb,
            unique (record_id, version)
        )$sql$, in_schema, in_table || '_history');
    execute format('alter table %1$I.%2$I enable row level security', in_schema, in_table || '_history');
    execute format('alter table %1$I.%2$I force row level security', in_schema, in_table || '_history');
    execute format($sql$
        create policy visible on %1$I.%2$I for select to kuramori_app
            using (institution_id = any ((select kuramori.scope())::uuid[])
                   or (institution_id is null and cardinality((select kuramori.scope())) > 0))$sql$,
        in_schema, in_table || '_history');
    execute format('create policy written_by_trigger on %1$I.%2$I for insert to kuramori_owner with check (true)',
                   in_schema, in_table || '_history');
    execute format('grant select on %1$I.%2$I to kuramori_app, kuramori_system', in_schema, in_table || '_history');
    execute format('grant select on %s to kuramori_system', target);

    execute format('create trigger journal after insert or update or delete on %s
                        for each row execute function journal.record_change(%L, %L)', target, kind, secret || derived);
    execute format($sql$
        create function %1$I.%3$I(size bigint) returns setof %1$I.%2$I
            language sql stable as $body$
            select (jsonb_populate_record(null::%1$I.%2$I, newest.row)).*
            from (select distinct on (h.record_id) h.row
                  from %1$I.%4$I h join journal.leaf l on l.entry_id = h.entry_id
                  where l.log_index < size
                  order by h.record_id, h.version desc) newest
            where newest.row is not null
        $body$ $sql$, in_schema, in_table, in_table || '_at', in_table || '_history');
end $$;

-- Lets a migration write seed rows in Kuramori's own name.
create procedure journal.as_kuramori(reason text)
    language plpgsql as $$
begin
    perform set_config('kuramori.actor', '00000000-0000-7000-8000-000000000001', true),
            set_config('kuramori.actor_kind', 'SYSTEM', true),
            set_config('kuramori.strength', 'MACHINE', true),
            set_config('kuramori.reason', reason, true);
end $$;

-- One entry for a batch of machine-derived rows (components, matches, scores).
create function journal.record_batch(kind text, institution uuid, summary jsonb) returns bigint
    language plpgsql security definer set search_path = pg_catalog as $$
begin
    if session_user = 'kuramori_app' and institution is not null and not institution = any (kuramori.scope()) then
        raise exception 'institution % is outside the scope', institution using errcode = '42501';
    end if;
    return journal.append(kind, uuidv7(), 1, 'batch', institution, summary);
end $$;
revoke execute on function journal.record_batch from public;
grant execute on function journal.record_batch to kuramori_app, kuramori_system;

-- A restored backup continues in a new epoch, which names what was restored.
create function journal.open_epoch(restored_size bigint, restored_root bytea, note text) returns integer
    language plpgsql as $$
declare
    opened integer;
begin
    insert into journal.epoch (number, opened_at, restored_size, restored_root, note)
    select epoch + 1, clock_timestamp(), open_epoch.restored_size, open_epoch.restored_root, open_epoch.note
    from journal.head
    returning number into opened;
    update journal.head set epoch = opened;
    return opened;
end $$;
revoke execute on function journal.open_epoch from public;
grant execute on function journal.open_epoch to kuramori_system;
grant insert on journal.epoch to kuramori_system;
