-- Remedial actions from any source.
create schema action;
grant usage on schema action to kuramori_app, kuramori_system;

create table action.code_series (
    institution_id  uuid    primary key references organization.institution (id),
    last            integer not null check (last > 0)
);
call kuramori.guard('action.code_series');

create table action.action (
    id              uuid    primary key,
    institution_id  uuid    not null references organization.institution (id),
    version         integer not null,
    code            text    not null,
    title           text    not null check (btrim(title) <> '' and char_length(title) <= 200),
    details         text    not null check (char_length(details) <= 4000),
    source_kind     text    check (source_kind ~ '^[a-z0-9.-]{1,64}$'),
    source_id       uuid,
    source_href     text    check (source_href like '/%' and source_href not like '//%'),
    owner_post_id   uuid    not null,
    due             date    not null,
    -- The day it was first due; extensions leave it as it is.
    original_due    date    not null,
    extensions      integer not null check (extensions >= 0),
    reopened        integer not null check (reopened >= 0),
    status          text    not null check (status in ('open', 'done', 'verified', 'cancelled')),
    done_by         uuid,
    done_at         timestamptz,
    evidence        text    check (btrim(evidence) <> '' and char_length(evidence) <= 4000),
    reference       text    check (char_length(reference) <= 400),
    verified_by     uuid,
    verified_at     timestamptz,
    opened_by       uuid    not null,
    opened_at       timestamptz not null,
    unique (institution_id, code),
    foreign key (institution_id, owner_post_id) references organization.post (institution_id, id),
    check (num_nonnulls(source_kind, source_id, source_href) in (0, 3)),
    check (num_nonnulls(done_by, done_at, evidence) in (0, 3)),
    check (num_nonnulls(verified_by, verified_at) in (0, 2)),
    check ((status in ('done', 'verified')) = (done_by is not null)),
    check ((status = 'verified') = (verified_by is not null)),
    check (due >= original_due and (extensions > 0 or due = original_due)),
    -- Whoever says that it is done is not who looks.
    constraint action_own check (verified_by <> done_by)
);
create index action_open on action.action (institution_id, due, id) where status in ('open', 'done');
create index action_owner on action.action (owner_post_id) where status in ('open', 'done');
create index action_source on action.action (source_kind, source_id) where source_id is not null;

create function action.keep_original() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if (new.original_due, new.opened_by, new.opened_at) is distinct from (old.original_due, old.opened_by, old.opened_at)
            or new.extensions < old.extensions or new.reopened < old.reopened
            or (new.due <> old.due and new.extensions = old.extensions) then
        raise exception 'the original day stays, and extensions count'
            using errcode = 'check_violation', constraint = 'action_kept', table = tg_table_name;
    end if;
    return new;
end $$;
create trigger keep_original before update on action.action
    for each row execute function action.keep_original();

call kuramori.guard('action.action');
call journal.track('action.action', 'action.action');

-- What other modules may join.
create view action.face_action with (security_invoker = true) as
    select id, institution_id, code, title, source_kind, source_id, owner_post_id, due, original_due, status
    from action.action;
grant select on action.face_action to kuramori_app, kuramori_system;
