-- Roles in full: held from one instant up to another, asked for by one person and confirmed by another.
--
-- Instants, not days: a role reaches institutions in several zones at once, and an end must work at once.
alter table identity.role drop constraint role_role_check;
alter table identity.role drop constraint role_check;
alter table identity.role
    alter column valid_from type timestamptz using valid_from::timestamp at time zone 'Asia/Tokyo',
    alter column valid_until type timestamptz using (valid_until + 1)::timestamp at time zone 'Asia/Tokyo',
    add column state         text not null default 'IN_FORCE'
                             check (state in ('REQUESTED', 'IN_FORCE', 'REFUSED', 'REVOKED')),
    add column reason        text not null default '',
    -- Null: given by Kuramori itself at set-up.
    add column requested_by  uuid references identity.account,
    add column requested_at  timestamptz,
    -- A request that nobody decided by then is void.
    add column lapses_at     timestamptz,
    add column decided_by    uuid references identity.account,
    add column decided_at    timestamptz,
    add column ended_by      uuid references identity.account,
    add column ended_at      timestamptz,
    add constraint role_known check (role in (
        'ADMINISTRATOR', 'SECURITY_OFFICE', 'CISO', 'EXECUTIVE', 'SYSTEM_OWNER', 'ANALYST', 'RISK', 'AUDIT',
        'THIRD_PARTY', 'INSPECTOR', 'SERVICE')),
    add constraint role_period check (valid_until > valid_from),
    add constraint role_inspector_ends check (role <> 'INSPECTOR' or valid_until is not null),
    add constraint role_request_lapses check ((requested_by is null) = (requested_at is null)
                                              and (state <> 'REQUESTED' or lapses_at is not null)),
    -- No one grants a role to himself, and no one confirms his own request.
    add constraint role_not_oneself check (requested_by <> account_id and decided_by <> account_id),
    add constraint role_two_persons check (state = 'REFUSED' or decided_by <> requested_by),
    add constraint role_decided check ((decided_by is null) = (decided_at is null)),
    add constraint role_ended check ((ended_by is null) = (ended_at is null) and (ended_by is null) = (state <> 'REVOKED'));
comment on column identity.role.valid_until is 'The first instant without it; null has no end.';

-- Roles that read cases, decide, or hand out roles.
create function identity.needs_second_person(role text) returns boolean
    language sql immutable parallel safe
    return role in ('ADMINISTRATOR', 'SECURITY_OFFICE', 'CISO', 'EXECUTIVE', 'ANALYST', 'RISK', 'AUDIT', 'INSPECTOR');

-- Whatever the application does: who acts is who is written, nobody acts for himself, a role that needs two persons
-- comes into force by the second, and what was asked for does not change afterwards. The one exception is the second
-- administrator: until there is one, nobody could confirm him.
create function identity.check_role() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    actor uuid := nullif(current_setting('kuramori.actor', true), '')::uuid;
begin
    if tg_op = 'DELETE' then
        raise exception 'a role is ended, not deleted' using errcode = 'KI001';
    end if;
    if actor = new.account_id and (tg_op = 'INSERT' or new.state = 'IN_FORCE') then
        raise exception 'no one grants a role to himself' using errcode = 'KI002', constraint = 'role_not_oneself';
    end if;

    if tg_op = 'INSERT' then
        if new.decided_by is not null or new.ended_by is not null or new.state not in ('REQUESTED', 'IN_FORCE') then
            raise exception 'a role begins as asked for or in force' using errcode = 'KI003';
        end if;
        if current_setting('kuramori.actor_kind', true) = 'SYSTEM' and new.requested_by is null then
            return new;
        end if;
        if new.requested_by is distinct from actor then
            raise exception 'a role is asked for by who acts' using errcode = 'KI003';
        end if;
        if new.state = 'IN_FORCE' and identity.needs_second_person(new.role)
           and (new.role <> 'ADMINISTRATOR'
                or exists (select from identity.role r
                           where r.role = 'ADMINISTRATOR' and r.account_id <> actor)) then
            raise exception 'a role of this kind needs a second person' using errcode = 'KI004';
        end if;
        return new;
    end if;

    if (new.id, new.account_id, new.institution_id, new.role, new.valid_from, new.valid_until, new.reason,
        new.requested_by, new.requested_at, new.lapses_at)
       is distinct from
       (old.id, old.account_id, old.institution_id, old.role, old.valid_from, old.valid_until, old.reason,
        old.requested_by, old.requested_at, old.lapses_at) then
        raise exception 'what was asked for does not change' using errcode = 'KI003';
    end if;
    if old.state = 'REQUESTED' and new.state in ('IN_FORCE', 'REFUSED') and new.decided_by = actor then
        return new;
    end if;
    if old.state = 'IN_FORCE' and new.state = 'REVOKED' and new.ended_by = actor
       and (new.decided_by, new.decided_at) is not distinct from (old.decided_by, old.decided_at) then
        return new;
    end if;
    raise exception 'a role does not go from % to % by this actor', old.state, new.state using errcode = 'KI003';
end $$;

-- Rows from before: one more version, so that the journal knows them in the new form.
call journal.as_kuramori('役割の期間を時刻で持つ');
update identity.role set version = version + 1;

create trigger check_role before insert or update or delete on identity.role
    for each row execute function identity.check_role();

-- Rights taken for a few hours in an emergency, by who takes them and for himself alone; ends by itself.
create table identity.break_glass (
    id              uuid primary key,
    -- The institution whose subtree it opens; null opens the whole group.
    institution_id  uuid,
    version         integer     not null check (version >= 1),
    account_id      uuid        not null references identity.account,
    -- Null opens the restricted records instead of giving a role.
    role            text        check (role in ('SECURITY_OFFICE', 'ANALYST')),
    reason          text        not null check (char_length(btrim(reason)) between 10 and 1000),
    opened_at       timestamptz not null,
    until_at        timestamptz not null,
    ended_at        timestamptz,
    ended_by        uuid        references identity.account,
    constraint break_glass_short check (until_at > opened_at and until_at <= opened_at + interval '24 hours'),
    check ((ended_at is null) = (ended_by is null))
);
create index break_glass_by_end on identity.break_glass (until_at);
grant select, insert, update on identity.break_glass to kuramori_app;
call journal.track('identity.break_glass', 'identity.break-glass');

create function identity.check_break_glass() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    actor uuid := nullif(current_setting('kuramori.actor', true), '')::uuid;
begin
    if tg_op = 'INSERT' and new.account_id is distinct from actor then
        raise exception 'an emergency is opened by who acts' using errcode = 'KI003';
    end if;
    if tg_op = 'UPDATE' and ((new.id, new.account_id, new.institution_id, new.role, new.reason, new.opened_at, new.until_at)
                             is distinct from
                             (old.id, old.account_id, old.institution_id, old.role, old.reason, old.opened_at, old.until_at)
                             or old.ended_at is not null or new.ended_by is distinct from actor) then
        raise exception 'an emergency only ends' using errcode = 'KI003';
    end if;
    return new;
end $$;
create trigger check_break_glass before insert or update on identity.break_glass
    for each row execute function identity.check_break_glass();
