-- Which records are restricted, and to whom (限定公開). Both tables are under the journal and hidden with their record:
-- that there is something restricted is itself told to its readers only.
create table identity.restricted (
    -- The record's own id.
    id              uuid        primary key,
    institution_id  uuid        not null,
    version         integer     not null check (version >= 1),
    kind            text        not null references journal.tracked (kind),
    lifted_at       timestamptz
);
create table identity.reader (
    id              uuid        primary key,
    institution_id  uuid        not null,
    version         integer     not null check (version >= 1),
    record_id       uuid        not null,
    account_id      uuid        not null references identity.account,
    removed_at      timestamptz
);
create unique index reader_once on identity.reader (record_id, account_id) where removed_at is null;
call kuramori.guard('identity.restricted');
call kuramori.guard('identity.reader');
call journal.track('identity.restricted', 'identity.restricted');
call journal.track('identity.reader', 'identity.reader');
call journal.restrict('identity.restricted');
call journal.restrict('identity.reader', subject => 'record_id');
-- Parts of a restriction are not restricted themselves.
update journal.tracked set subject = null where kind in ('identity.restricted', 'identity.reader');

-- Who read a restricted record in an emergency: seen by its readers.
create table identity.glass_read (
    id              uuid        primary key,
    institution_id  uuid        not null,
    record_id       uuid        not null,
    account_id      uuid        not null references identity.account,
    read_at         timestamptz not null
);
create index glass_read_of on identity.glass_read (record_id, read_at);
alter table identity.glass_read enable row level security;
alter table identity.glass_read force row level security;
create policy readers on identity.glass_read for select to kuramori_app
    using (institution_id = any ((select kuramori.scope())::uuid[])
           and not (record_id = any ((select kuramori.hidden(true))::uuid[])));
create policy noted on identity.glass_read for insert to kuramori_app
    with check (institution_id = any ((select kuramori.scope())::uuid[])
                and account_id = nullif(current_setting('kuramori.actor', true), '')::uuid);
grant select, insert on identity.glass_read to kuramori_app;
grant select on identity.glass_read to kuramori_system;

-- Restricted records of which whoever acts is no named reader. `changing`: an emergency opens reading, never changing.
create or replace function kuramori.hidden(changing boolean) returns uuid[]
    language sql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
    select coalesce(array_agg(r.id), '{}')
    from identity.restricted r
    where r.lifted_at is null
      and not exists (select from identity.reader d
                      where d.record_id = r.id and d.removed_at is null
                        and d.account_id = nullif(current_setting('kuramori.actor', true), '')::uuid)
      and (changing or not r.institution_id = any (
               coalesce(string_to_array(nullif(current_setting('kuramori.opened', true), ''), ',')::uuid[], '{}')))
$$;

-- Whoever restricts a record is one of its readers, a kind that cannot be restricted is not, and the last reader stays:
-- a record that nobody may read is lost.
create function identity.check_restricted() returns trigger
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    record uuid := case tg_table_name when 'restricted' then new.id else (to_jsonb(new) ->> 'record_id')::uuid end;
begin
    if not exists (select from identity.restricted r where r.id = record and r.lifted_at is null) then
        return null;
    end if;
    if tg_table_name = 'restricted' and not exists (
            select from journal.tracked t where t.kind = to_jsonb(new) ->> 'kind' and t.subject is not null) then
        raise exception 'records of this kind cannot be restricted' using errcode = 'KI005';
    end if;
    if tg_table_name = 'restricted' and not exists (
            select from identity.reader d where d.record_id = record and d.removed_at is null
              and d.account_id = nullif(current_setting('kuramori.actor', true), '')::uuid) then
        raise exception 'who restricts a record is one of its readers' using errcode = 'KI005';
    end if;
    if not exists (select from identity.reader d where d.record_id = record and d.removed_at is null) then
        raise exception 'the last reader stays' using errcode = 'KI006';
    end if;
    return null;
end $$;
create constraint trigger check_restricted after insert or update on identity.restricted
    deferrable initially deferred for each row execute function identity.check_restricted();
create constraint trigger check_readers after insert or update on identity.reader
    deferrable initially deferred for each row execute function identity.check_restricted();

grant create on schema kuramori, identity to kuramori_system;
alter function kuramori.hidden(boolean) owner to kuramori_system;
alter function identity.check_restricted() owner to kuramori_system;
revoke create on schema kuramori, identity from kuramori_system;
revoke all on function kuramori.hidden(boolean) from public;
grant execute on function kuramori.hidden(boolean) to kuramori_owner, kuramori_app, kuramori_system;
