-- Which person of the ledger an account is: a record of its own, asked for by one administrator and confirmed by another,
-- in force from one instant up to another. Until now two equal addresses made it, so that whoever could change an address
-- could become somebody; from now on an address only suggests.
alter table organization.person add constraint person_of_institution unique (institution_id, id);

create table organization.account_link (
    id              uuid        primary key,
    -- The person's: whoever sees the person sees who acts as it.
    institution_id  uuid        not null,
    version         integer     not null check (version >= 1),
    account_id      uuid        not null references identity.account (id),
    person_id       uuid        not null,
    -- PROPOSED: two persons. FIRST: the first administrator for himself, while nobody could confirm. MIGRATED: by
    -- Kuramori, from equal addresses, in force until somebody ends it, and to be confirmed.
    basis           text        not null check (basis in ('PROPOSED', 'FIRST', 'MIGRATED')),
    state           text        not null check (state in ('PROPOSED', 'IN_FORCE', 'REFUSED', 'ENDED')),
    reason          text        not null check (btrim(reason) <> '' and length(reason) <= 500),
    -- Null: by Kuramori itself.
    asked_by        uuid        references identity.account (id),
    asked_at        timestamptz not null,
    -- A proposal that nobody decided by then is void.
    lapses_at       timestamptz,
    from_at         timestamptz,
    decided_by      uuid        references identity.account (id),
    decided_at      timestamptz,
    ended_by        uuid        references identity.account (id),
    ended_at        timestamptz,
    foreign key (institution_id, person_id) references organization.person (institution_id, id),
    constraint account_link_basis check ((asked_by is null) = (basis = 'MIGRATED')),
    constraint account_link_lapses check (state <> 'PROPOSED' or lapses_at is not null),
    constraint account_link_from check ((from_at is null) = (state in ('PROPOSED', 'REFUSED'))),
    constraint account_link_decided check ((decided_by is null) = (decided_at is null)
        and (state <> 'REFUSED' or decided_by is not null)
        and (basis <> 'PROPOSED' or state not in ('IN_FORCE', 'ENDED') or decided_by is not null)),
    constraint account_link_ended check ((ended_by is null) = (ended_at is null) and (ended_by is null) = (state <> 'ENDED')),
    constraint account_link_not_oneself check (state = 'REFUSED' or decided_by <> account_id),
    constraint account_link_two_persons check (state = 'REFUSED' or decided_by <> asked_by)
);
create unique index account_link_once on organization.account_link (account_id, person_id) where state = 'IN_FORCE';
create index account_link_person on organization.account_link (person_id);
call journal.track('organization.account_link', 'account-link');

-- Pairs that were one by their addresses stay one, in every institution.
grant create on schema organization to kuramori_system;
set local role kuramori_system;
select set_config('kuramori.scope', coalesce(string_agg(id::text, ','), ''), true) from organization.institution;
reset role;
call journal.as_kuramori('同じメールアドレスのアカウントと職員を結び付ける');
insert into organization.account_link
    (id, institution_id, version, account_id, person_id, basis, state, reason, asked_at, from_at)
select uuidv7(), p.institution_id, 1, a.id, p.id, 'MIGRATED', 'IN_FORCE',
       'organization.link.reason.migrated', now(), now()
from organization.person p join identity.account a on a.email = lower(p.email)
where p.retired_on is null;
select set_config('kuramori.scope', '', true);

call kuramori.guard('organization.account_link');

-- Ids only, whatever the scope: who is who is asked before rights are. The one place that knows it; read by the functions
-- below alone, with the eyes of the role that owns them.
create view organization.who_is_who with (security_invoker = true) as
    select l.account_id, l.person_id
    from organization.account_link l join organization.person p on p.id = l.person_id
    where l.state = 'IN_FORCE' and p.retired_on is null;
grant select on organization.who_is_who to kuramori_system;

-- The functions that asked for addresses belong to the role that sees every row.
set local role kuramori_system;
create or replace function organization.people_of(account uuid) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select w.person_id from organization.who_is_who w where w.account_id = people_of.account
$$;

-- Every account of the same person, the given one too. An ended link counts as well: it may end what somebody may decide,
-- never make a stranger of him who asked under another account.
create or replace function organization.accounts_of_same(account uuid) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    with recursive same (id) as (
        select accounts_of_same.account
        union
        select other.account_id
        from same
        join organization.account_link mine on mine.account_id = same.id and mine.from_at is not null
        join organization.account_link other on other.person_id = mine.person_id and other.from_at is not null)
    select id from same
$$;

create or replace function organization.accounts_holding(post uuid, day date) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select w.account_id
    from organization.appointment h join organization.who_is_who w on w.person_id = h.person_id
    where h.post_id = accounts_holding.post and h.retired_on is null
      and h.valid_from <= day and coalesce(h.valid_to > day, true)
$$;

create or replace function organization.accounts_in_scope()
    returns table (account_id uuid, person_id uuid, name text, code text, reading text)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select w.account_id, p.id, p.name, p.code, p.reading
    from organization.person p join organization.who_is_who w on w.person_id = p.id
    where p.institution_id = any (kuramori.scope())
       or exists (select from organization.appointment h
                  where h.person_id = p.id and h.retired_on is null and h.institution_id = any (kuramori.scope()))
$$;

-- Posts held at an instant by whom an account is, each by the day of its institution.
create function organization.posts_held_by(account uuid, at timestamptz) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select h.post_id
    from organization.who_is_who w
    join organization.appointment h on h.person_id = w.person_id
    join organization.institution i on i.id = h.institution_id
    where w.account_id = posts_held_by.account and h.retired_on is null
      and h.valid_from <= (at at time zone i.zone)::date
      and (h.valid_to is null or h.valid_to > (at at time zone i.zone)::date)
$$;

-- As replicas of the version before still ask it: the address is the account's own, and no person's.
create or replace function organization.posts_held(address text, at timestamptz) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select held from identity.face_address a cross join lateral organization.posts_held_by(a.id, posts_held.at) held
    where a.email = lower(posts_held.address)
$$;

revoke all on function organization.posts_held_by(uuid, timestamptz) from public;
grant execute on function organization.posts_held_by(uuid, timestamptz) to kuramori_app;
reset role;
revoke create on schema organization from kuramori_system;

-- Whatever the application does: who acts is who is written, nobody confirms whom he is himself or what he asked for,
-- under whichever account, and what was asked for does not change afterwards.
create function organization.check_account_link() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
    actor uuid := nullif(current_setting('kuramori.actor', true), '')::uuid;
begin
    if tg_op = 'DELETE' then
        raise exception 'a link is ended, not deleted' using errcode = 'KO011';
    end if;

    if tg_op = 'INSERT' then
        if new.decided_by is not null or new.ended_by is not null or new.state not in ('PROPOSED', 'IN_FORCE') then
            raise exception 'a link begins as proposed or in force' using errcode = 'KO012';
        end if;
        if current_setting('kuramori.actor_kind', true) = 'SYSTEM' and new.basis = 'MIGRATED' then
            return new;
        end if;
        if new.asked_by is distinct from actor then
            raise exception 'a link is asked for by who acts' using errcode = 'KO012';
        end if;
        if new.state = 'IN_FORCE' and not (new.basis = 'FIRST' and new.account_id = actor
                                           and not identity.other_administrator(actor)) then
            raise exception 'a link needs a second person' using errcode = 'KO013';
        end if;
        return new;
    end if;

    if (new.id, new.institution_id, new.account_id, new.person_id, new.basis, new.reason, new.asked_by, new.asked_at,
        new.lapses_at)
       is distinct from
       (old.id, old.institution_id, old.account_id, old.person_id, old.basis, old.reason, old.asked_by, old.asked_at,
        old.lapses_at) then
        raise exception 'what was asked for does not change' using errcode = 'KO012';
    end if;
    if new.state = 'IN_FORCE' and new.decided_by = actor and old.decided_by is null
       and (old.state = 'PROPOSED' or (old.state = 'IN_FORCE' and old.from_at = new.from_at)) then
        if actor in (select organization.accounts_of_same(old.account_id))
           or actor in (select organization.accounts_of_same(old.asked_by)) then
            raise exception 'a link is confirmed by somebody else' using errcode = 'KO013';
        end if;
        return new;
    end if;
    if old.state = 'PROPOSED' and new.state = 'REFUSED' and new.decided_by = actor then
        return new;
    end if;
    if old.state = 'IN_FORCE' and new.state = 'ENDED' and new.ended_by = actor
       and (new.from_at, new.decided_by, new.decided_at)
           is not distinct from (old.from_at, old.decided_by, old.decided_at) then
        return new;
    end if;
    raise exception 'a link does not go from % to % by this actor', old.state, new.state using errcode = 'KO012';
end $$;
create trigger check_account_link before insert or update or delete on organization.account_link
    for each row execute function organization.check_account_link();
